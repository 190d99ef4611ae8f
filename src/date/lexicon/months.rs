//! Names of months and of the days of the week.

use std::collections::HashMap;

use crate::date::lexicon::{Sense, entry};

/// Names in one language: months from January, days from Monday; a bar between two, a space between forms of one, a low line
/// inside a form of two words.
struct Names {
    months: &'static str,
    weekdays: &'static str,
}

#[rustfmt::skip]
const NAMES: &[Names] = &[
    // English
    Names {
        months: "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec",
        weekdays: "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|sunday sun",
    },
    // German
    Names {
        months: "januar jänner jan|februar feber|märz mär mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez",
        weekdays: "montag mo montags|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa|sonntag so",
    },
    // French
    Names {
        months: "janvier janv|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre|octobre|novembre|décembre déc",
        weekdays: "lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim",
    },
    // Spanish
    Names {
        months: "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre|noviembre|diciembre dic",
        weekdays: "lunes|martes|miércoles mié|jueves jue|viernes vie|sábado sáb|domingo dom",
    },
    // Portuguese
    Names {
        months: "janeiro|fevereiro fev|março|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro",
        weekdays: "segunda seg|terça ter|quarta qua|quinta qui|sexta sex|sábado|domingo",
    },
    // Italian
    Names {
        months: "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre sett|ottobre ott|novembre|dicembre",
        weekdays: "lunedì|martedì|mercoledì|giovedì gio|venerdì|sabato sab|domenica",
    },
    // Dutch, Afrikaans
    Names {
        months: "januari januarie|februari februarie|maart mrt|april|mei|juni junie|juli julie|augustus|september|oktober|november|december desember",
        weekdays: "maandag ma|dinsdag|woensdag wo|donderdag|vrijdag vr|zaterdag za|zondag zo",
    },
    // Swedish
    Names {
        months: "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
        weekdays: "måndag mån måndagen|tisdag tis tisdagen|onsdag ons onsdagen|torsdag tors tor torsdagen|fredag fre fredagen|lördag lör lördagen|söndag sön söndagen",
    },
    // Danish, Norwegian
    Names {
        months: "januar|februar|marts mars|april|maj mai|juni|juli|august|september|oktober|november|december desember des",
        weekdays: "mandag man|tirsdag tirs tir|onsdag|torsdag|fredag|lørdag lør|søndag søn",
    },
    // Icelandic
    Names {
        months: "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst ágú|september|október|nóvember nóv|desember",
        weekdays: "mánudagur mánudagurinn|þriðjudagur|miðvikudagur|fimmtudagur|föstudagur|laugardagur|sunnudagur",
    },
    // Finnish
    Names {
        months: "tammikuu tammikuuta tammikuun|helmikuu helmikuuta helmikuun|maaliskuu maaliskuuta maaliskuun|huhtikuu huhtikuuta huhtikuun|toukokuu toukokuuta toukokuun|kesäkuu kesäkuuta kesäkuun|heinäkuu heinäkuuta heinäkuun|elokuu elokuuta elokuun|syyskuu syyskuuta syyskuun|lokakuu lokakuuta lokakuun|marraskuu marraskuuta marraskuun|joulukuu joulukuuta joulukuun",
        weekdays: "maanantai maanantaina|tiistai tiistaina ti|keskiviikko keskiviikkona ke|torstai torstaina|perjantai perjantaina pe|lauantai lauantaina la|sunnuntai sunnuntaina su",
    },
    // Estonian
    Names {
        months: "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember",
        weekdays: "esmaspäev|teisipäev|kolmapäev|neljapäev|reede|laupäev|pühapäev",
    },
    // Latvian
    Names {
        months: "janvāris janvārī janvāra|februāris februārī februāra|marts martā marta|aprīlis aprīlī aprīļa|maijs maijā maija|jūnijs jūnijā jūnija|jūlijs jūlijā jūlija|augusts augustā augusta|septembris septembrī septembra|oktobris oktobrī oktobra|novembris novembrī novembra|decembris decembrī decembra",
        weekdays: "pirmdiena pirmdien|otrdiena otrdien|trešdiena trešdien|ceturtdiena ceturtdien|piektdiena piektdien|sestdiena sestdien|svētdiena svētdien",
    },
    // Lithuanian
    Names {
        months: "sausio sausis saus|vasario vasaris vas|kovo kovas|balandžio balandis bal|gegužės gegužė geg|birželio birželis birž|liepos liepa liep|rugpjūčio rugpjūtis rugp|rugsėjo rugsėjis rugs|spalio spalis spal|lapkričio lapkritis lapkr|gruodžio gruodis gruod",
        weekdays: "pirmadienis|antradienis|trečiadienis|ketvirtadienis|penktadienis|šeštadienis|sekmadienis",
    },
    // Polish
    Names {
        months: "stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru",
        weekdays: "poniedziałek pon|wtorek wt|środa śr|czwartek czw|piątek pt|sobota sob|niedziela niedz ndz",
    },
    // Czech
    Names {
        months: "ledna leden led|února únor|března březen|dubna duben|května květen|června červen|července červenec|srpna srpen|září|října říjen|listopadu|prosince prosinec",
        weekdays: "pondělí po|úterý út|středa st|čtvrtek čt|pátek pá|sobota so|neděle ne",
    },
    // Slovak
    Names {
        months: "januára január|februára február|marca marec|apríla apríl|mája máj|júna jún|júla júl|augusta august|septembra september|októbra október|novembra november|decembra december",
        weekdays: "pondelok|utorok|streda|štvrtok|piatok|sobota|nedeľa",
    },
    // Slovene
    Names {
        months: "januarja januar|februarja februar|marca marec|aprila april|maja maj|junija junij|julija julij|avgusta avgust avg|septembra september|oktobra oktober|novembra november|decembra december",
        weekdays: "ponedeljek|torek|sreda|četrtek|petek|sobota|nedelja",
    },
    // Croatian
    Names {
        months: "siječnja siječanj sij|veljače veljača velj|ožujka ožujak ožu|travnja travanj tra|svibnja svibanj svi|lipnja lipanj|srpnja srpanj|kolovoza kolovoz kol|rujna rujan ruj||studenoga studenog studeni stu|prosinca prosinac",
        weekdays: "ponedjeljak|utorak uto|srijeda sri|četvrtak čet|petak pet|subota sub|nedjelja ned",
    },
    // Serbian, Bosnian, in both scripts
    Names {
        months: "januara januar јануара јануар јан|februara februar фебруара фебруар|marta mart марта март|aprila april априла април|maja maj маја мај|juna jun јуна јун|jula jul јула јул|avgusta avgust августа август|septembra septembar септембра септембар|oktobra oktobar октобра октобар|novembra novembar новембра новембар|decembra decembar децембра децембар",
        weekdays: "ponedeljak понедељак|utorak уторак|sreda среда|četvrtak четвртак|petak петак|subota субота|nedelja недеља",
    },
    // Macedonian
    Names {
        months: "јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември",
        weekdays: "понеделник|вторник|среда|четврток|петок|сабота|недела",
    },
    // Bulgarian
    Names {
        months: "януари ян|февруари фев|март|април апр|май|юни|юли|август авг|септември септ сеп|октомври окт|ноември ноем|декември дек",
        weekdays: "понеделник|вторник|сряда|четвъртък|петък|събота|неделя",
    },
    // Russian
    Names {
        months: "января январь янв|февраля февраль фев|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
        weekdays: "понедельник пн|вторник вт|среда ср|четверг чт|пятница пт|суббота сб|воскресенье вс",
    },
    // Ukrainian
    Names {
        months: "січня січень січ|лютого лютий лют|березня березень бер|квітня квітень квіт|травня травень трав|червня червень черв|липня липень лип|серпня серпень серп|вересня вересень вер|жовтня жовтень жовт|листопада листопад лист|грудня грудень груд",
        weekdays: "понеділок|вівторок|середа|четвер|ятниця|субота|неділя",
    },
    // Belarusian
    Names {
        months: "студзеня|лютага|сакавіка|красавіка|траўня|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня",
        weekdays: "панядзелак|аўторак|серада|чацвер|пятніца|субота|нядзеля",
    },
    // Hungarian
    Names {
        months: "január|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október|november|december",
        weekdays: "hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap",
    },
    // Romanian
    Names {
        months: "ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie noi|decembrie",
        weekdays: "luni|marți|miercuri|joi|vineri|sâmbătă|duminică",
    },
    // Albanian
    Names {
        months: "janar janari|shkurt shkurti shk|mars marsi|prill prilli pri|maj maji|qershor qershori qer|korrik korriku kor|gusht gushti gsh gush|shtator shtatori sht|tetor tetori tet|nëntor nëntori nën|dhjetor dhjetori dhj",
        weekdays: "e_hënë hënë|e_martë martë|e_mërkurë mërkurë|e_enjte enjte|e_premte premte|e_shtunë shtunë|e_diel diel",
    },
    // Turkish, Azerbaijani, Uzbek
    Names {
        months: "ocak oca yanvar|şubat şub fevral|mart|nisan nis aprel|mayıs may|haziran haz iyun|temmuz tem iyul|ağustos ağu avqust avgust|eylül eyl sentyabr sentabr|ekim eki oktyabr oktabr|kasım kas noyabr|aralık ara dekabr",
        weekdays: "pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar",
    },
    // Greek
    Names {
        months: "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ|απριλίου απρίλιος απρ|μαΐου μάιος μάι|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
        weekdays: "δευτέρα δευ|τρίτη τρι|τετάρτη τετ|πέμπτη πεμ|παρασκευή παρ|σάββατο σαβ|κυριακή κυρ",
    },
    // Catalan, Galician
    Names {
        months: "gener xaneiro|febrer febreiro|març|abril|maig|juny xuño|juliol xullo|agost|setembre|octubre|novembre|desembre decembro",
        weekdays: "dilluns luns|dimarts|dimecres mércores|dijous xoves|divendres venres|dissabte|diumenge",
    },
    // Basque
    Names {
        months: "urtarrilaren urtarrilak urtarrila|otsailaren otsailak otsaila|martxoaren martxoak martxoa|apirilaren apirilak apirila|maiatzaren maiatzak maiatza|ekainaren ekainak ekaina|uztailaren uztailak uztaila|abuztuaren abuztuak abuztua|irailaren irailak iraila|urriaren urriak urria|azaroaren azaroak azaroa|abenduaren abenduak abendua",
        weekdays: "astelehena|asteartea|asteazkena|osteguna|ostirala|larunbata|igandea",
    },
    // Irish, Welsh, Maltese
    Names {
        months: "eanáir ionawr jannar|feabhra chwefror frar|márta mawrth marzu|aibreán ebrill|bealtaine mejju|meitheamh mehefin gunju|iúil gorffennaf lulju|lúnasa awst awwissu|meán_fómhair medi settembru|deireadh_fómhair hydref ottubru|samhain tachwedd novembru|nollaig rhagfyr dicembru",
        weekdays: "dé_luain|dé_máirt|dé_céadaoin|déardaoin|dé_haoine|dé_sathairn|dé_domhnaigh",
    },
    // Arabic: Egypt and the Gulf, the Levant, the Maghreb
    Names {
        months: "يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل ابريل إبريل نيسان أفريل|مايو أيار ماي|يونيو يونيه حزيران جوان|يوليو يوليه تموز جويلية يوليوز|أغسطس آب أوت غشت|سبتمبر أيلول شتنبر|أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني نونبر|ديسمبر كانون_الأول دجنبر",
        weekdays: "الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    },
    // Persian, Urdu
    Names {
        months: "ژانویه جنوری|فوریه فروری|مارس مارچ|آوریل اپریل|مه می مئی|ژوئن جون|ژوئیه جولای جولائی|اوت آگوست اگست|سپتامبر ستمبر|اکتبر اکتوبر|نوامبر نومبر|دسامبر دسمبر",
        weekdays: "دوشنبه پیر|سه‌شنبه منگل|چهارشنبه بدھ|پنجشنبه پنج‌شنبه جمعرات|جمعه جمعہ|شنبه ہفتہ|یکشنبه یک‌شنبه اتوار",
    },
    // Hebrew
    Names {
        months: "ינואר בינואר|פברואר בפברואר|מרץ במרץ מרס במרס|אפריל באפריל|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט|ספטמבר בספטמבר|אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר",
        weekdays: "יום_שני|יום_שלישי|יום_רביעי|יום_חמישי|יום_שישי|יום_שבת שבת|יום_ראשון",
    },
    // Hindi, Marathi, Nepali
    Names {
        months: "जनवरी जानेवारी|फ़रवरी फरवरी फेब्रुवारी|मार्च|अप्रैल एप्रिल|मई मे|जून|जुलाई जुलै|अगस्त ऑगस्ट|सितंबर सितम्बर सप्टेंबर|अक्टूबर अक्तूबर ऑक्टोबर|नवंबर नवम्बर नोव्हेंबर|दिसंबर दिसम्बर डिसेंबर",
        weekdays: "सोमवार|मंगलवार मंगळवार|बुधवार|गुरुवार बृहस्पतिवार|शुक्रवार|शनिवार|रविवार",
    },
    // Bengali
    Names {
        months: "জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট অগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর",
        weekdays: "সোমবার|মঙ্গলবার|বুধবার|বৃহস্পতিবার|শুক্রবার|শনিবার|রবিবার রোববার",
    },
    // Gujarati
    Names {
        months: "જાન્યુઆરી|ફેબ્રુઆરી|માર્ચ|એપ્રિલ|મે|જૂન|જુલાઈ|ઑગસ્ટ ઓગસ્ટ|સપ્ટેમ્બર|ઑક્ટોબર ઓક્ટોબર|નવેમ્બર|ડિસેમ્બર",
        weekdays: "સોમવાર|મંગળવાર|બુધવાર|ગુરુવાર|શુક્રવાર|શનિવાર|રવિવાર",
    },
    // Tamil
    Names {
        months: "ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்",
        weekdays: "திங்கள்|செவ்வாய்|புதன்|வியாழன்|வெள்ளி|சனி|ஞாயிறு",
    },
    // Telugu
    Names {
        months: "జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జూలై జులై|ఆగస్టు ఆగస్ట్|సెప్టెంబర్ సెప్టెంబరు|అక్టోబర్ అక్టోబరు|నవంబర్ నవంబరు|డిసెంబర్ డిసెంబరు",
        weekdays: "సోమవారం|మంగళవారం|బుధవారం|గురువారం|శుక్రవారం|శనివారం|ఆదివారం",
    },
    // Indonesian, Malay, Swahili, Filipino
    Names {
        months: "januari enero|februari pebrero|maret mac machi marso|april aprili|mei mayo|juni hunyo|juli julai hulyo|agustus agu ags ogos agosti|september septemba setyembre|oktober oktoba oktubre|november novemba nobyembre|desember disember dis desemba disyembre",
        weekdays: "senin isnin jumatatu lunes|selasa jumanne|rabu jumatano|kamis khamis alhamisi huwebes|jumat jumaat ijumaa biyernes|sabtu jumamosi sabado|minggu ahad jumapili linggo",
    },
    // Vietnamese
    Names {
        months: "tháng_một|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín|tháng_mười|tháng_mười_một|tháng_mười_hai",
        weekdays: "thứ_hai|thứ_ba|thứ_tư|thứ_năm|thứ_sáu|thứ_bảy|chủ_nhật",
    },
    // Thai
    Names {
        months: "มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|สิงหาคม ส.ค|กันยายน ก.ย|ตุลาคม ต.ค|พฤศจิกายน พ.ย|ธันวาคม ธ.ค",
        weekdays: "วันจันทร์ จันทร์ วันจันทร์ที่|วันอังคาร อังคาร วันอังคารที่|วันพุธ พุธ วันพุธที่|วันพฤหัสบดี พฤหัสบดี วันพฤหัสบดีที่|วันศุกร์ ศุกร์ วันศุกร์ที่|วันเสาร์ เสาร์ วันเสาร์ที่|วันอาทิตย์ อาทิตย์ วันอาทิตย์ที่",
    },
    // Khmer
    Names {
        months: "មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ",
        weekdays: "ចន្ទ|អង្គារ|ពុធ|ព្រហស្បតិ៍|សុក្រ|សៅរ៍|អាទិត្យ",
    },
    // Japanese, Chinese, Korean
    Names {
        months: "|||||||||||",
        weekdays: "月曜日 月曜 月 星期一 周一 週一 월요일 월|火曜日 火曜 火 星期二 周二 週二 화요일 화|水曜日 水曜 水 星期三 周三 週三 수요일 수|木曜日 木曜 木 星期四 周四 週四 목요일 목|金曜日 金曜 金 星期五 周五 週五 금요일 금|土曜日 土曜 土 星期六 周六 週六 토요일 토|日曜日 日曜 日 星期日 星期天 周日 週日 일요일 일",
    },
    // Georgian
    Names {
        months: "იანვარი იანვრის იანვარს იან|თებერვალი თებერვლის თებერვალს თებ|მარტი მარტის მარტს|აპრილი აპრილის აპრილს აპრ|მაისი მაისის მაისს|ივნისი ივნისის ივნისს ივნ|ივლისი ივლისის ივლისს ივლ|აგვისტო აგვისტოს აგვ|სექტემბერი სექტემბრის სექტემბერს სექ|ოქტომბერი ოქტომბრის ოქტომბერს ოქტ|ნოემბერი ნოემბრის ნოემბერს ნოე|დეკემბერი დეკემბრის დეკემბერს დეკ",
        weekdays: "ორშაბათი|სამშაბათი|ოთხშაბათი|ხუთშაბათი|პარასკევი|შაბათი|კვირა",
    },
    // Armenian
    Names {
        months: "հունվարի հունվար|փետրվարի փետրվար|մարտի մարտ|ապրիլի ապրիլ|մայիսի մայիս|հունիսի հունիս|հուլիսի հուլիս|օգոստոսի օգոստոս|սեպտեմբերի սեպտեմբեր|հոկտեմբերի հոկտեմբեր|նոյեմբերի նոյեմբեր|դեկտեմբերի դեկտեմբեր",
        weekdays: "երկուշաբթի|երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ|շաբաթ|կիրակի",
    },
    // Kazakh
    Names {
        months: "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан",
        weekdays: "дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі",
    },
];

/// The months of the Persian solar calendar, from Farvardin.
const JALALI: &str = "فروردین|اردیبهشت|خرداد|تیر|مرداد امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند";

/// Croatian months that Polish gives to the month after: Croatian puts a dot after the day, Polish does not.
const DOTTED: &[(u8, &str)] = &[(6, "lip"), (10, "listopada listopad lis")];

pub(super) fn add(lexicon: &mut HashMap<String, Sense>) {
    for names in NAMES {
        each(lexicon, names.months, |sense, month| {
            if sense.month == 0 {
                sense.month = month;
            }
        });
        each(lexicon, names.weekdays, |sense, weekday| {
            if sense.weekday == 0 {
                sense.weekday = weekday;
            }
        });
    }
    each(lexicon, JALALI, |sense, month| sense.jalali = month);
    for (month, forms) in DOTTED {
        for form in forms.split(' ') {
            entry(lexicon, form).dotted_month = *month;
        }
    }
}

fn each(lexicon: &mut HashMap<String, Sense>, list: &str, set: impl Fn(&mut Sense, u8)) {
    for (number, forms) in (1..).zip(list.split('|')) {
        for form in forms.split_whitespace() {
            set(entry(lexicon, form), number);
        }
    }
}
