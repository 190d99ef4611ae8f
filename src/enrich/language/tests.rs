use super::*;

#[test]
fn languages() {
    let cases = [
        (
            "The council of the town said on Monday that the old bridge would be closed for repairs until the spring.",
            None,
            Some("en"),
        ),
        (
            "Der Rat der Stadt teilte am Montag mit, dass die alte Brücke bis zum Frühjahr gesperrt bleibt.",
            None,
            Some("de"),
        ),
        (
            "Le conseil de la ville a annoncé lundi que le vieux pont resterait fermé jusqu'au printemps.",
            Some("en"),
            Some("fr"),
        ),
        (
            "Këshilli i qytetit tha të hënën se ura e vjetër do të jetë e mbyllur për riparime deri në pranverë, dhe se një rrugë e re është gati për banorët që punojnë në port.",
            None,
            Some("sq"),
        ),
        (
            "الجسر القديم سيبقى مغلقا حتى الربيع، كما أعلن مجلس المدينة يوم الاثنين في بيان قصير",
            None,
            Some("ar"),
        ),
        (
            "市議会は月曜日、古い橋を春まで閉鎖すると発表した。住民は新しい道を使うことになる。",
            None,
            Some("ja"),
        ),
        ("Bridge closed", Some("en-GB"), Some("en")),
        ("Bridge closed", None, None),
        (
            "Městská rada v pondělí oznámila, že starý most zůstane do jara uzavřen kvůli opravám a řidiči pojedou jinudy.",
            Some("sk"),
            Some("sk"),
        ),
        ("", Some("x-default"), None),
        ("", Some("nb-NO"), Some("no")),
        ("", Some("zh-Hant-TW"), Some("zh")),
        ("", Some("sqi"), Some("sq")),
        ("", Some("Deutsch bitte"), None),
    ];
    for (body, declared, expected) in cases {
        assert_eq!(
            language(None, body, declared).as_deref(),
            expected,
            "{body} {declared:?}"
        );
    }
}

#[test]
fn notes_of_few_words() {
    let cases = [
        // Notes on earnings, prices, headlines: little but figures and names.
        (
            "PELHAM TOOL CO <PTC> 3RD QTR NET",
            "Shr 12 cts vs eight cts\nNet 1,204,000 vs 811,300\nRevs 14.2 mln vs 11.0 mln",
            Some("en"),
        ),
        (
            "MARLOW BANCORP SETS DIVIDEND",
            "Qtly div 11 cts vs 11 cts prior\nPay May 2\nRecord April 9",
            Some("en"),
        ),
        (
            "",
            "COPPER PRICES CLOSE LOWER AFTER SALE OF STOCK",
            Some("en"),
        ),
        (
            "",
            "MONTREAL, LE HAVRE, DE LA RUE, EN PLUS, DES MOINES said net profit rose in the quarter",
            Some("en"),
        ),
        (
            "",
            "TKX 41.20 41.35 BRN 17.05 17.15 ALVO 3.20 LUMEX 88.10 GARD 61.00 MIRA 5.5",
            None,
        ),
        (
            "",
            "Anna Keller, Joao Pires, Luc Martin, Ivo Horak, Erik Dahl, Piotr Zak, Aino Salo",
            None,
        ),
        (
            "",
            "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor",
            None,
        ),
        (
            "",
            "https://i.example.com/l/d/s/les/el/amb.jpg a@b.example",
            None,
        ),
        // Short ones of other languages.
        (
            "Fähre bleibt im Hafen",
            "Der Wind war zu stark und das Schiff lief nicht aus.",
            Some("de"),
        ),
        (
            "",
            "Le port est fermé et les bateaux ne sortent pas.",
            Some("fr"),
        ),
        (
            "",
            "El puerto está cerrado y los barcos no salen por la tormenta.",
            Some("es"),
        ),
        (
            "",
            "O porto foi fechado e os barcos não saem com a tempestade.",
            Some("pt"),
        ),
        (
            "",
            "Il porto è chiuso e le barche non escono per la tempesta.",
            Some("it"),
        ),
        (
            "",
            "De haven is gesloten en de schepen varen niet uit door het weer.",
            Some("nl"),
        ),
        (
            "",
            "Hamnen är stängd och båtarna går inte ut för att det blåser.",
            Some("sv"),
        ),
        (
            "",
            "Havnen er lukket, og skibene sejler ikke ud efter stormen, siger chefen.",
            Some("da"),
        ),
        (
            "",
            "Havnen er stengt, og skipene seiler ikke ut etter stormen, sier sjefen.",
            Some("no"),
        ),
        (
            "",
            "Port jest zamknięty i statki nie wypływają, bo wieje jak w zimie.",
            Some("pl"),
        ),
        (
            "",
            "Satama on kiinni ja laivat eivät lähde, koska myrsky ei ole ohi.",
            Some("fi"),
        ),
        (
            "",
            "Liman kapalı ve gemiler fırtına için daha sonra çıkacak.",
            Some("tr"),
        ),
        (
            "",
            "Uostas yra uždarytas ir laivai neplaukia, nes audra dar buvo stipri.",
            Some("lt"),
        ),
        (
            "",
            "Pelabuhan itu ditutup dan kapal tidak akan berlayar karena badai.",
            Some("id"),
        ),
        (
            "",
            "Sarado ang daungan at hindi aalis ang mga barko sa bagyo.",
            Some("tl"),
        ),
    ];
    for (title, body, expected) in cases {
        assert_eq!(
            language(Some(title), body, None).as_deref(),
            expected,
            "{title} {body}"
        );
    }
}

#[test]
fn every_list_has_its_bit_and_no_word_twice() {
    assert!(lists::COMMON.len() <= 64);
    for (code, list) in lists::COMMON {
        let words: Vec<&str> = list.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            assert!(!words[..at].contains(word), "{code}: {word}");
            assert_eq!(*word, word.to_lowercase(), "{code}");
        }
    }
}
