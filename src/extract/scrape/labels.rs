//! Labels of labelled, mail and database headers: `Headline: …`, `Subject: …`, `BYLINE: …`.

use std::sync::LazyLock;

use crate::text::quick::QuickMap;

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Label {
    Title,
    Dek,
    Byline,
    Date,
    Updated,
    Captured,
    Publisher,
    From,
    Section,
    Url,
    Id,
    Dateline,
    Body,
    /// Known, and of no use: `LENGTH: 371 words`, `To: …`.
    Other,
}

const LABELS: &[(Label, &str)] = &[
    (
        Label::Title,
        "title|headline|heading|hed|subject|titel|überschrift|schlagzeile|titre|titular|título|titulo|titolo|kop|overskrift|rubrik|otsikko|tytuł|nadpis|naslov|cím|titlu|başlık|заголовок|заглавие|τίτλος|titulli|judul|tiêu đề|العنوان|عنوان|כותרת|标题|標題|タイトル|제목|शीर्षक",
    ),
    (
        Label::Dek,
        "dek|deck|subtitle|subheadline|subhead|standfirst|summary|abstract|description|untertitel|vorspann|chapô|sous-titre|bajada|subtítulo|sottotitolo|undertitel|ingress|teaser",
    ),
    (
        Label::Byline,
        "byline|author|authors|by|writer|reporter|journalist|autor|autorin|autoren|verfasser|auteur|auteurs|autores|autora|autore|forfatter|författare|kirjoittaja|szerző|yazar|автор|авторы|συντάκτης|autori|penulis|tác giả|الكاتب|כותב|作者|記者|记者|著者|기자|लेखक",
    ),
    (
        Label::Date,
        "date|published|publication date|publication-date|pub date|pubdate|date published|published on|published at|posted|posted on|datum|veröffentlicht|erschienen|publié|publié le|publiée le|fecha|publicado|fecha de publicación|data|pubblicato|data di pubblicazione|gepubliceerd|dato|publisert|publicerad|päivämäärä|data publikacji|dátum|tarih|yayın tarihi|дата|дата публикации|опубликовано|ημερομηνία|tanggal|ngày|التاريخ|تاريخ النشر|תאריך|日期|发布日期|發布日期|日付|날짜|입력|तारीख|sent|issue date|created",
    ),
    (
        Label::Updated,
        "updated|last updated|last modified|modified|date modified|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|oppdatert|uppdaterad|güncelleme|обновлено|수정",
    ),
    (
        Label::Captured,
        "retrieved|accessed|crawled|captured|fetched|scraped|crawl date|date accessed|access date|load-date|load date|abgerufen",
    ),
    (
        Label::Publisher,
        "publication title|publisher|publication|newspaper|outlet|source|site|website|news source|zeitung|quelle|medium|journal|journal name|periódico|fuente|medio|testata|fonte|bron|källa|kilde|źródło|zdroj|出典|krant|avis|tidning|gazete|kaynak|издание|источник|sumber|nguồn|المصدر|来源|來源|媒体|출처",
    ),
    (Label::From, "from|von|de"),
    (
        Label::Section,
        "section|category|ressort|rubrique|sección|sezione|rubriek|kategori|kategorie|рубрика|раздел|desk|channel",
    ),
    (
        Label::Url,
        "url|link|document url|permalink|web|address|source url|canonical|quelle url",
    ),
    (
        Label::Id,
        "id|article id|article-id|accession number|accession no|document id|docid|guid|an",
    ),
    (Label::Dateline, "dateline|place|ort|lieu"),
    (
        Label::Body,
        "body|text|content|article|full text|fulltext|story|article text|article body|volltext|inhalt|texte|texto|testo|tekst|текст|treść|metin|النص|本文|正文|본문|texto completo|texte intégral|brödtext|tekst artykułu|isi",
    ),
    (
        Label::Other,
        "to|cc|bcc|reply-to|message-id|mime-version|content-type|content-transfer-encoding|x-mailer|received|return-path|list-id|list-unsubscribe|precedence|importance|length|word count|words|wordcount|language|lang|sprache|publication year|place of publication|country of publication|publication subject|source type|language of publication|subject term|journal code|location|publication-type|publication type|type|document-type|document type|load|copyright|edition|page|pages|pg|volume|issue|issn|keywords|tags|subjects|company|organization|person|geographic|country|state|city|industry|ticker|graphic|correction|distribution|dc-format|format|rights|database|series|column|slug|priority|an|encoding|status|license|cms|version|region|location|terms",
    ),
];

/// Each label by its names; of two that share a name the first is meant.
static BY_NAME: LazyLock<QuickMap<&'static str, Label>> = LazyLock::new(|| {
    let named = LABELS
        .iter()
        .rev()
        .flat_map(|(label, names)| names.split('|').map(|name| (name, *label)));
    named.collect()
});

/// The label that opens a line and what follows its colon.
pub(super) fn labelled(line: &str) -> Option<(Label, &str)> {
    let line = line.trim_start_matches(['*', '#', '>', ' ', '\t', '-', '•']);
    let colon = line
        .bytes()
        .take(48)
        .position(|byte| byte == b':')
        .or_else(|| {
            line.char_indices()
                .take(12)
                .find(|(_, c)| *c == '：')
                .map(|(at, _)| at)
        })?;
    let (name, rest) = line.split_at(colon);
    let mark = rest.chars().next().map_or(1, char::len_utf8);
    let value = rest[mark..]
        .trim_matches(|c: char| c.is_whitespace() || c == '*' || c == '_')
        .trim();
    let name = name.trim().trim_matches(['*', '_', ' ']).to_lowercase();
    // `http://…` is no label.
    if name.is_empty() || rest[mark..].starts_with("//") {
        return None;
    }
    BY_NAME.get(name.as_str()).map(|label| (*label, value))
}
