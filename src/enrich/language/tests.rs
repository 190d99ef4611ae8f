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
