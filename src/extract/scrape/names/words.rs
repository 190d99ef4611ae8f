//! What a line of a header is, as far as names go: an opener alone, a name alone, words of the page that look like one.

use crate::date::{self, Reading};
use crate::extract::byline;
use crate::extract::scrape::prose;

/// Words of a page's furniture, in small letters: no name holds one.
const FURNITURE: &str = "page pdf stories reviews reporting latest download top live hi hello dear watch listen news nach vor für gegen america africa \
    europe asia east category section topics related share print photos videos reading now key highlights social sharing search broken image images \
    getty stock menu login subscribe newsletter comments comment follow tips more read next previous back home about contact help terms privacy \
    policy cookie cookies rights reserved copyright edition breaking update updates exclusive opinion analysis explainer gallery podcast audio video \
    photo sports business politics entertainment technology science health education travel weather world local national international community \
    special report premium trending popular recommended sponsored advertisement promoted partner content quick links story article continue start \
    artikel hören vorlesen teilen merken drucken aktuelles schlagzeilen startseite meinung kommentare themen thema wirtschaft kultur wissen \
    leitender leitende bild bilder fotostrecke anzeige werbung mehr lesen lesezeit minuten jetzt abonnieren \
    partager imprimer accueil actualité actualités lire suite abonnés réservé vidéo économie société monde commenter commentaires \
    compartir imprimir inicio noticias economía deportes cultura sociedad leer más suscríbete comentarios última hora regala \
    condividi stampa cronaca politica economia sport cultura leggi abbonati commenti ultime notizie \
    delen lezen reacties nieuws binnenland buitenland del nyheter sport kultur debatt ekonomi utrikes inrikes les læs mer nyheder indland udland \
    udostępnij wiadomości kraj świat gospodarka czytaj komentarze paylaş haberler gündem spor ekonomi dünya yorum bagikan berita baca juga komentar \
    chia sẻ tin tức thế giới thể thao bình luận поделиться новости читать далее комментарии политика экономика общество мир спорт следующая страница \
    입력 수정 등록 좋아요 공유 댓글 기사 뉴스 정치 경제 사회 스포츠 전체 검색 구독";

static FURNITURE_SET: std::sync::LazyLock<std::collections::HashSet<&'static str>> =
    std::sync::LazyLock::new(|| FURNITURE.split_whitespace().collect());

/// Whether words of a page stand where a name would: `Front Page`, `Top Local Stories`, `Download PDF`.
pub(in crate::extract::scrape) fn is_no_name(text: &str) -> bool {
    let possessive = text.ends_with("'s") || text.ends_with("’s");
    possessive
        || text.contains("年月日")
        || matches!(text.to_lowercase().as_str(), "white house" | "middle east")
        || text.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            FURNITURE_SET.contains(word.to_lowercase().as_str())
        })
}

/// Whether the line holds a word of an office.
pub(super) fn holds_office(text: &str) -> bool {
    text.split_whitespace().any(byline::is_role)
}

/// Whether the line is a person's full name and nothing else.
pub(in crate::extract::scrape) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    if !(2..=5).contains(&words) || text.len() > 60 || text.contains([':', '?', '!', '&', '/', '"'])
    {
        return false;
    }
    // A sentence of two words ends in a full stop; so does `Jr.`
    if text.ends_with('.')
        && text
            .split_whitespace()
            .next_back()
            .is_some_and(|word| word.len() > 4)
    {
        return false;
    }
    let parsed = byline::parse(text);
    parsed.authors.len() == 1
        && parsed.agency.is_none()
        && parsed.authors[0].to_lowercase() == text.to_lowercase()
        && !text
            .split_whitespace()
            .any(|word| prose::is_function_word(word) && !byline::is_particle(word))
}

pub(in crate::extract::scrape) fn has_date(text: &str) -> bool {
    text.len() <= 160
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && !date::find(text, &Reading::default()).is_empty()
}

pub(in crate::extract::scrape) fn is_opener_alone(text: &str) -> bool {
    text.len() <= 40
        && matches!(
            text.trim_end_matches([':', ' ']).to_lowercase().as_str(),
            "by" | "von"
                | "par"
                | "por"
                | "di"
                | "av"
                | "af"
                | "door"
                | "written by"
                | "story by"
                | "author"
                | "authors"
                | "autor"
                | "autoren"
                | "autorin"
                | "автор"
                | "авторы"
                | "oleh"
                | "penulis"
                | "yazan"
                | "ein artikel von"
                | "eine analyse von"
                | "eine kolumne von"
                | "ein gastbeitrag von"
                | "från"
                | "words by"
                | "kommentar von"
                | "ein kommentar von"
                | "analysis by"
                | "opinion by"
                | "reporting by"
                | "publicado por"
                | "escrito por"
                | "un texte de"
                | "texte de"
                | "nga"
                | "shkruar nga"
                | "skrevet av"
                | "skrevet af"
                | "skriven av"
                | "geschrieben von"
                | "tekijä"
                | "kirjoittanut"
                | "autore"
                | "auteur"
                | "autorzy"
                | "text"
                | "tekst"
        )
}

/// Whether a line is people's names (or an agency's), of two words or more, and little else.
pub(in crate::extract::scrape) fn names_of(text: &str, people: bool) -> bool {
    let parsed = byline::parse(text);
    if !people {
        return parsed.agency.is_some()
            && parsed.authors.is_empty()
            && text.split_whitespace().count() <= 4;
    }
    // Names fill their line: what they leave is an office, a place or a date.
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let named: usize = parsed.authors.iter().map(|name| letters(name)).sum();
    let first = text
        .split(['|', '·', '•'])
        .flat_map(|part| part.split(" / "))
        .next()
        .map_or(0, letters);
    // Beside a date stand its label and its month.
    let dated = has_date(text) && named * 6 >= letters(text);
    parsed.authors.iter().any(|name| is_full(name))
        && (dated
            || named * 2 >= letters(text)
            || named * 2 >= first && first >= 4
            || holds_office(text))
}

/// Whether a name is more than a first name: two words, or in a script that puts none between.
pub(super) fn is_full(name: &str) -> bool {
    name.contains(' ') || name.contains('・') || is_unspaced(name)
}

/// Whether a name is written in Han, kana or Hangul.
pub(super) fn is_unspaced(name: &str) -> bool {
    name.chars()
        .any(|c| crate::extract::scrape::block::is_dense(c) || matches!(c, '\u{ac00}'..='\u{d7af}'))
}

/// Whether a name in Han, kana or Hangul may be a person's where nothing says so: `김철수`, `李大为`, `松村太郎`.
pub(super) fn may_be_unspaced(name: &str) -> bool {
    let count = name.chars().count();
    let han = name
        .chars()
        .all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '々'));
    let hangul = name.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7af}'));
    (han && (2..=5).contains(&count) || hangul && (2..=4).contains(&count))
        && (byline::opens_with_surname(name) || han && count >= 4)
}

/// What stands between the names of a byline where each node has its line.
pub(super) fn is_joint(text: &str) -> bool {
    matches!(
        text,
        "," | "and"
            | "und"
            | "et"
            | "y"
            | "e"
            | "&"
            | "og"
            | "och"
            | "|"
            | "…"
            | "/"
            | "·"
            | "•"
            | "en"
            | "ja"
            | "i"
            | "a"
            | "ve"
            | "и"
            | "with"
            | "mit"
            | "avec"
            | "con"
            | "med"
            | "met"
            | "dan"
            | "dhe"
            | "@"
            | "–"
            | "-"
    ) || text.len() <= 3
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',')
}

/// `Foto:`, `Image:`: the next line is who took it.
pub(in crate::extract::scrape) fn is_photo_label(text: &str) -> bool {
    let label = text.trim_end_matches([':', ' ']).to_lowercase();
    text.len() <= 40
        && matches!(
            label.as_str(),
            "photo"
                | "photos"
                | "image"
                | "foto"
                | "fotos"
                | "bild"
                | "picture"
                | "photograph"
                | "photography"
                | "quelle"
                | "source"
                | "credit"
                | "fotografie"
                | "photo by"
                | "photograph by"
                | "foto av"
                | "fotograf"
                | "bilde"
                | "copyright"
                | "©"
                | "crédit photo"
                | "фото"
                | "illustration"
                | "zdjęcie"
                | "kuva"
                | "foto di"
                | "foto de"
                | "fotka"
                | "video"
        )
}
