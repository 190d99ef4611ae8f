//! Articles that a news database wrote one after the other into one text: where each ends is seen by the database's own marks. What
//! each says of itself is labelled, and extraction reads labels.

use memchr::memchr;

use crate::article::{Issue, Key};
use crate::reader::rows::{self, Cut, Look};
use crate::reader::{Content, Record, Records, Stated, lines};

/// Marks that a text must have to be taken for an export.
const MIN_MARKS: usize = 2;

/// Bytes behind the last mark that are an article cut short.
const MIN_CUT: usize = 300;

/// Whether a text holds several articles of a news database.
pub(super) fn is_export(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let begins = lines().filter(|line| mark(line) == Some(Mark::Begins));
    if begins.take(MIN_MARKS).count() == MIN_MARKS {
        return true;
    }
    let ends = lines().filter(|line| mark(line) == Some(Mark::Ends));
    if ends.take(MIN_MARKS).count() == MIN_MARKS {
        return true;
    }
    // Rules part anything; only between labelled records are they marks.
    let rules = lines().filter(|line| is_rule(line)).take(MIN_MARKS).count();
    rules == MIN_MARKS
        && lines()
            .filter(|line| line.starts_with("Title: "))
            .take(2)
            .count()
            == 2
        && lines().any(|line| line.starts_with("Publication title: "))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// The article begins below.
    Begins,
    /// The article ends here.
    Ends,
    /// What stands here is none: a rule.
    Parts,
}

/// What a line of a database says of where articles begin and end.
fn mark(line: &str) -> Option<Mark> {
    let line = line.trim();
    if line.len() > 120 {
        return None;
    }
    if line == "End of Document" || is_factiva_number(line) {
        return Some(Mark::Ends);
    }
    if is_numbered(line) {
        return Some(Mark::Begins);
    }
    is_rule(line).then_some(Mark::Parts)
}

/// `3 of 120 DOCUMENTS`, `Document 3 of 120`.
fn is_numbered(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    match words.as_slice() {
        [at, of, all, what] => {
            number(at)
                && of.eq_ignore_ascii_case("of")
                && number(all)
                && matches!(*what, "DOCUMENTS" | "DOCUMENT" | "Documents")
        }
        _ => false,
    }
    .then_some(())
    .or_else(|| match words.as_slice() {
        [document, at, of, all] if document.eq_ignore_ascii_case("document") => {
            (number(at) && of.eq_ignore_ascii_case("of") && number(all)).then_some(())
        }
        _ => None,
    })
    .is_some()
}

/// `Document HARPST0020140305ea350000p`: the number below each article of Factiva.
fn is_factiva_number(line: &str) -> bool {
    line.strip_prefix("Document ").is_some_and(|number| {
        (20..=32).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && number.bytes().filter(u8::is_ascii_digit).count() >= 10
            && number.starts_with(|char: char| char.is_ascii_uppercase())
    })
}

fn is_rule(line: &str) -> bool {
    line.len() >= 20 && line.bytes().all(|byte| byte == b'_')
}

/// Reads an export.
pub(super) fn read(text: &str, key: &Key, outside: &Stated, issues: &[Issue]) -> Records {
    let mut records = Records::default();
    let before = key.record.as_deref().unwrap_or("");
    let mut cutter = rows::articles(text);
    // Bytes in memory don't break off.
    while let Ok(Some(row)) = cutter.next() {
        let Some(bytes) = row.bytes else { continue };
        let key = Key {
            path: key.path.clone(),
            record: Some(format!("{before}#{}", row.number)),
        };
        let text = String::from_utf8_lossy(&bytes);
        records
            .records
            .extend(article(&text, key, outside, issues.to_vec()));
    }
    records
}

/// One article of an export; `None` where nothing stands between two marks but a table of contents.
pub(super) fn article(
    text: &str,
    key: Key,
    outside: &Stated,
    issues: Vec<Issue>,
) -> Option<Record> {
    let text = lines::unix_lines(text.to_owned());
    let kept: Vec<&str> = text.lines().filter(|line| mark(line).is_none()).collect();
    let text = kept.join("\n");
    let text = text.trim_matches(|char: char| char == '\n' || char == '\u{c}');
    if text.trim().is_empty() {
        return None;
    }
    Some(Record {
        key,
        stated: outside.clone(),
        content: Content::Text(format!("{text}\n")),
        issues,
    })
}

/// Texts between marks: each row holds one article with the marks around it.
#[derive(Default)]
pub(super) struct Articles {
    /// The line that is to be looked at.
    at: usize,
    /// Where the row began.
    start: Option<usize>,
    /// Whether the row has words.
    words: bool,
    /// Whether articles are announced by a line above them, so that what stands before the first is none.
    announced: bool,
    /// Whether articles end with a line below them, so that little behind the last is none.
    ended: bool,
    /// Whether the row is an article, and no table of contents above the first.
    begun: bool,
}

impl Cut for Articles {
    fn look(&mut self, bytes: &[u8], last: bool) -> Look {
        loop {
            let line = &bytes[self.at..];
            let Some(end) = memchr(b'\n', line).or(last.then_some(line.len())) else {
                return Look::More {
                    keep: self.start.unwrap_or(self.at),
                };
            };
            let next = self.at + (end + 1).min(line.len());
            let text = String::from_utf8_lossy(&line[..end.min(400)]);
            let mark = mark(&text)
                .filter(|_| !line.is_empty())
                .filter(|mark| *mark != Mark::Parts || !self.announced && !self.ended);
            let over = last && line.is_empty();
            if line.is_empty() && self.start.is_none() {
                return Look::More { keep: self.at };
            }
            match mark {
                Some(Mark::Ends) if self.start.is_some() => {
                    let start = self.start.take().unwrap_or(self.at);
                    self.at = next;
                    self.ended = true;
                    if std::mem::take(&mut self.words) {
                        return Look::Row {
                            start,
                            end: next,
                            next,
                        };
                    }
                    continue;
                }
                Some(Mark::Begins | Mark::Parts) | None if over || mark.is_some() => {
                    let was = self.start.take();
                    let is_article = self.words
                        && (self.begun || mark == Some(Mark::Parts) || over && !self.announced)
                        && !(over && self.ended && self.at - was.unwrap_or(self.at) < MIN_CUT);
                    self.words = false;
                    let at = self.at;
                    if mark == Some(Mark::Begins) {
                        self.announced = true;
                        self.begun = true;
                    }
                    if let (Some(start), true) = (was, is_article) {
                        return Look::Row {
                            start,
                            end: at,
                            next: at,
                        };
                    }
                    if over {
                        return Look::More { keep: self.at };
                    }
                    self.start = Some(at);
                    self.at = next;
                    continue;
                }
                _ => {}
            }
            if self.start.is_none() {
                self.start = Some(self.at);
            }
            self.words |= !line[..end].trim_ascii().is_empty();
            self.at = next;
        }
    }

    fn scanned(&self) -> usize {
        self.at
    }

    fn forget(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
        self.start = self.start.map(|start| start.saturating_sub(count));
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::{Content, Format, format, read, row};
    use crate::source::RawDocument;

    /// The texts of an export, and the bytes of its second row.
    fn texts(export: &str) -> Vec<String> {
        assert_eq!(
            format(export.as_bytes(), "a.txt", true).ok(),
            Some(Format::Export)
        );
        let document = RawDocument {
            path: "a.txt".to_owned(),
            bytes: export.as_bytes().to_vec(),
            ..RawDocument::default()
        };
        let found = read(document).expect("articles").records;
        found
            .into_iter()
            .map(|record| match record.content {
                Content::Text(text) => text.trim().to_owned(),
                _ => String::new(),
            })
            .collect()
    }

    #[test]
    fn articles_part_at_the_marks_of_their_database() {
        let nexis = "Contents\n1. Ferry aground\n\n1 of 2 DOCUMENTS\n\nHarbour Post\nFerry aground\nLENGTH: 5 words\nIt ran.\n\n2 of 2 DOCUMENTS\n\nHarbour Post\nMill burns\nLENGTH: 4 words\nIt burnt.\n";
        let found = texts(nexis);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("Harbour Post\nFerry"), "{}", found[0]);
        let raw = row(nexis.as_bytes(), "a.txt", 2).expect("a row");
        assert!(raw.starts_with(b"2 of 2 DOCUMENTS"));
        let newer = "Ferry aground\nHarbour Post\nBody\nIt ran.\nEnd of Document\n\nMill burns\nHarbour Post\nBody\nIt burnt.\nEnd of Document\n";
        assert_eq!(texts(newer).len(), 2);
        let factiva = "HD Ferry aground\nPD 4 March 2021\nLP It ran.\nDocument HARPST0020210304eh34000jx\n\nHD Mill burns\nPD 5 March 2021\nLP It burnt.\nDocument HARPST0020210305eh350003p\n\nSearch Summary\n";
        assert_eq!(texts(factiva).len(), 2);
        let rule = "_".repeat(60);
        let proquest = format!(
            "{rule}\n\nTitle: Ferry aground\nPublication title: Harbour Post\nFull text: It ran.\n{rule}\n\nTitle: Mill burns\nPublication title: Harbour Post\nFull text: It burnt.\n{rule}\n"
        );
        assert_eq!(texts(&proquest).len(), 2);
    }

    #[test]
    fn one_article_is_a_text() {
        let one = "1 of 1 DOCUMENTS\n\nFerry aground\nIt ran.\nEnd of Document\n";
        assert_eq!(
            format(one.as_bytes(), "a.txt", true).ok(),
            Some(Format::Text)
        );
    }
}
