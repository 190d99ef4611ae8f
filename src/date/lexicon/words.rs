//! The little words of dates: links, halves of the day, units, relative days.

use std::collections::HashMap;

use crate::date::lexicon::{Role, Sense, Unit, entry};

/// Words by what they do. Where a word stands twice, the first counts.
#[rustfmt::skip]
const ROLES: &[(Role, &str)] = &[
    (Role::Link, "of the on de del dell della di da do den der dem im em en el il al le la l les du dne dnia din op feira hui ta y i \
        από ב של في من يوم در ของ วันที่ ngày tarihinde mwaka tarehe tanggal"),
    (Role::At, "at @ u a_las a_la um à às as ore ora orë kl klo kello kell alle om ob o ώρα στις σε в у ve v saat jam pukul pkl lúc vào \
        الساعة ساعت בשעה เวลา time godz godzina godzinie plkst dalle asteko saa"),
    (Role::Am, "am πμ 午前 上午 오전 凌晨 早上 صباحا صباحًا ص sáng pd पूर्वाह्न"),
    (Role::Pm, "pm μμ 午後 下午 오후 晚上 中午 مساء مساءً م chiều tối md अपराह्न"),
    (Role::Ordinal, "st nd rd th er ère ª º e ος η го е й a an ών"),
    (Role::Year, "年 년 m г р ano año год года року рік godine godini godina roku gada gads ko năm พ.ศ ค.ศ წ թ թվականի ж жылы"),
    (Role::Month, "月 월"),
    (Role::Day, "日 号 號 일 d"),
    (Role::Hour, "h hr hrs uhr uur 時 时 点 點 시 ч час часа часов година годині น hodin hod val vang बजे"),
    (Role::Minute, "min 分 분 мин хв"),
    (Role::Second, "s sec 秒 초"),
    (Role::MonthBefore, "tháng"),
    (Role::Era(2018), "令和"),
    (Role::Era(1988), "平成"),
    (Role::Era(1925), "昭和"),
    (Role::Era(1911), "大正 民國 民国"),
    (Role::Era(1867), "明治"),
    (Role::Ago, "ago earlier vor hace y_a há atrás fa geleden siden sedan sitten temu před pred prije pre пре önce əvvəl назад тому таму преди \
        prieš pirms tagasi ezelőtt acum urmă πριν منذ قبل پیش לפני पहले আগে lalu yang_lalu trước ที่แล้ว ที่ผ่านมา 前 전 para iliyopita yaliyopita fyrir წინ առաջ бұрын"),
];

/// Units of `3 hours ago`.
#[rustfmt::skip]
const UNITS: &[(Unit, &str)] = &[
    (Unit::Second, "second seconds sec secs s sekunde sekunden seconde secondes seconden segundo segundos secondo secondi sekunder sekund секунд секунды 秒 秒前 초 giây"),
    (Unit::Minute, "minute minutes min mins m minuten minuto minutos minuti minuut minuten minuter minutter minuta minuty minut minutes minuuttia minuti minuta minute dakika dk \
        минут минуты минуту хвилин хвилини минути минута minutė minutes minučių minūtes minūtēm minutit perc perce percel λεπτά λεπτό دقيقة دقائق دقیقه דקות דקה मिनट মিনিট menit minit phút นาที 分 分钟 分鐘 分間 분 minuta dakika წუთის րոպե"),
    (Unit::Hour, "hour hours hr hrs h std stunde stunden heure heures hora horas ora ore uur uren timme timmar tim time timer tunti tuntia godzin godziny godzinę godz hodin hodinami hodinou hodinou \
        saat saati час часа часов годин години годину sat sata sati ure val valandas valandą stundas stundām tundi tund óra órája órával oră ώρες ώρα ساعة ساعات ساعت שעות שעה घंटे घंटा ঘন্টা ঘণ্টা \
        jam giờ tiếng ชั่วโมง 時間 小时 小時 시간 orë orësh orë saa klst klukkustundum საათის ժամ სთ"),
    (Unit::Day, "day days d tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dage dager päivä päivää dni dzień dnů dny dnem gün день дня дней днів дни дена дана dana dan \
        dienas dienų dieną dienām päeva nap napja nappal zi zile ημέρες μέρες ημέρα يوم أيام ایام روز יום ימים दिन দিন hari ngày วัน 日 日前 天 일 ditë siku dögum დღის օր"),
    (Unit::Week, "week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor uge uger uke uker viikko viikkoa tydzień tygodnie tygodni týden týdny týdnů \
        hafta неделя недели недель тиждень тижні тижнів седмици недеља sedmica tjedna tjedana hét hete săptămână săptămâni εβδομάδα εβδομάδες أسبوع أسابيع هفته שבוע שבועות सप्ताह হপ্তা সপ্তাহ minggu tuần สัปดาห์ 週間 周 週 星期 주 javë wiki"),
    (Unit::Month, "month months monat monate monaten mois mes meses mês mese mesi maand maanden månad månader måned måneder kuukausi kuukautta miesiąc miesiące miesięcy měsíc měsíci měsíců \
        ay месяц месяца месяцев місяць місяці місяців месеца месеци mjeseca mjeseci hónap hónapja lună luni μήνα μήνες شهر أشهر ماه חודש חודשים महीने মাস bulan เดือน ヶ月 か月 个月 個月 개월 muaj miezi"),
    (Unit::Year, "year years jahr jahre jahren an ans année années año años ano anos anno anni jaar år vuosi vuotta rok lata lat roky let yıl год года лет рік роки років година години godina godine éve év ani χρόνια έτη \
        سنة سنوات عام أعوام سال שנה שנים साल বছর tahun năm ปี 年 년 vjet vite miaka"),
];

/// Words for one: `an hour ago`, `vor einer Stunde`.
const ONE: &str = "a an one ein eine einer einem un una une uma um uno een en ett ei et eine jeden jedną bir uma sebuah se";

/// Words for days near today.
#[rustfmt::skip]
const DAYS: &[(i8, &str)] = &[
    (0, "today heute aujourd hoy hoje oggi vandaag idag i_dag tänään dziś dzisiaj dnes danas данас bugün сегодня сьогодні днес šiandien šodien täna ma azi astăzi σήμερα اليوم امروز היום आज আজ hari_ini hôm_nay วันนี้ \
        今日 本日 今天 오늘 sot leo avui gaur დღეს այսօր бүгін í_dag"),
    (-1, "yesterday gestern hier ayer ontem ieri gisteren igår i_går eilen wczoraj včera včeraj jučer juče јуче dün вчера вчора vakar eile tegnap χθες χτες أمس امس ديروز دیروز אתמול कल গতকাল kemarin semalam hôm_qua เมื่อวาน \
        昨日 昨天 어제 dje jana ahir atzo გუშინ երեկ кеше í_gær"),
    (1, "tomorrow morgen demain mañana amanhã domani imorgon huomenna jutro zítra yarın завтра 明日 明天 내일"),
];

pub(super) fn add(lexicon: &mut HashMap<String, Sense>) {
    for (role, words) in ROLES {
        for word in words.split_whitespace() {
            let sense = entry(lexicon, word);
            if sense.role == Role::None {
                sense.role = *role;
            }
        }
    }
    for (unit, words) in UNITS {
        for word in words.split_whitespace() {
            entry(lexicon, word).unit.get_or_insert(*unit);
        }
    }
    for word in ONE.split_whitespace() {
        entry(lexicon, word).one = true;
    }
    for (days, words) in DAYS {
        for word in words.split_whitespace() {
            entry(lexicon, word).day_offset.get_or_insert(*days);
        }
    }
}
