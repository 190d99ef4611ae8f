//! Hostile inputs, made to any size: what costs more than linear time anywhere costs it here.
//!
//! `tests/it/ladder.rs` climbs two steps with each family; `cargo bench --bench extract -- --ladder` climbs further, and prints the table.

mod clock;
mod data;
mod pages;
mod texts;

use dateline::source::RawDocument;

pub(crate) use clock::thread_cpu;

/// What makes an input of about so many bytes.
type Make = fn(usize) -> String;

/// One kind of hostile input.
pub(crate) struct Family {
    /// What it consists of.
    pub(crate) name: &'static str,
    /// The name of the file it stands in; its extension says what it is read as.
    pub(crate) path: &'static str,
    make: Make,
}

impl Family {
    /// An input of about so many bytes.
    pub(crate) fn make(&self, bytes: usize) -> String {
        (self.make)(bytes)
    }
}

/// All families: pages, texts, data.
pub(crate) fn families() -> impl Iterator<Item = Family> {
    let kinds = [
        ("page.html", pages::FAMILIES),
        ("text.txt", texts::FAMILIES),
        ("data.json", data::FAMILIES),
    ];
    kinds.into_iter().flat_map(|(path, families)| {
        families
            .iter()
            .map(move |&(name, make)| Family { name, path, make })
    })
}

/// The whole way of an input, from bytes to articles; the letters of their bodies, so that nothing is left out as unused.
pub(crate) fn run(path: &str, bytes: Vec<u8>) -> usize {
    let document = RawDocument {
        path: path.to_owned(),
        bytes,
        ..RawDocument::default()
    };
    let Ok(found) = dateline::reader::read(document) else {
        return 0;
    };
    let mut letters = 0;
    for record in &found.records {
        let (article, issues) = dateline::extract::extract(record);
        letters += dateline::enrich::enrich(&record.key, article, issues)
            .body
            .len();
    }
    letters
}

/// The parts that `part` gives for 0, 1, 2 …, until they are so many bytes.
fn fill(bytes: usize, mut part: impl FnMut(usize) -> String) -> String {
    let mut out = String::with_capacity(bytes + 1024);
    let mut n = 0;
    while out.len() < bytes {
        out.push_str(&part(n));
        n += 1;
    }
    out
}

/// One part again and again.
fn repeat(bytes: usize, part: &str) -> String {
    part.repeat(bytes.div_ceil(part.len()).max(1))
}

/// The same `n` gives the same word, others mostly another.
fn word(n: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ka", "lor", "mi", "ten", "sa", "ru", "vel", "o", "din", "pra", "che", "un", "ga", "tor",
        "li", "bes",
    ];
    let mut mixed = (n as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut word = String::new();
    for _ in 0..2 + n % 3 {
        word.push_str(SYLLABLES[(mixed >> 60) as usize]);
        mixed = mixed.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(1);
    }
    word
}

/// A sentence of `words` words.
fn sentence(n: usize, words: usize) -> String {
    let mut text = String::new();
    for i in 0..words {
        let word = word(n * 31 + i * 7);
        if i == 0 {
            text.push_str(&word[..1].to_uppercase());
            text.push_str(&word[1..]);
        } else {
            text.push(' ');
            text.push_str(&word);
        }
    }
    text.push_str(". ");
    text
}

/// The beginning of a sentence, as long as a line on paper.
fn wrapped(n: usize) -> String {
    sentence(n, 24).chars().take(60).collect()
}

/// A short article's paragraphs as markup, so that there is a body beside what is hostile.
fn story() -> String {
    let paragraph = |n: usize| format!("<p>{}{}</p>\n", sentence(n, 18), sentence(n + 100, 14));
    (0..6).map(paragraph).collect()
}

/// A page with a headline and a story, and `hostile` after it.
fn page(hostile: &str) -> String {
    format!(
        "<!doctype html><html><head><title>The harbour is closed</title></head><body>\
         <h1>The harbour is closed</h1>{}{hostile}</body></html>",
        story()
    )
}
