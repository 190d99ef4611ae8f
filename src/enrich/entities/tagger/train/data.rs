//! Annotated texts: token sets (`token TAB tag`), and news with its names marked (`[P Edi Rama]`).

use std::fs;
use std::io::Read as _;
use std::ops::Range;
use std::path::Path;

use crate::enrich::entities::tagger::labels;

/// A text with its names.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub(super) printed: String,
    /// The label that begins it, and its bytes.
    pub(super) names: Vec<(u8, Range<usize>)>,
    /// Where nobody says whether there is a name.
    pub(super) unknown: Vec<Range<usize>>,
    /// Whether other names than of people, organisations and places are marked too.
    pub(super) has_other: bool,
}

/// How the tokens of a set are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Print {
    /// A blank between all of them, a paragraph a sentence.
    Spaced,
    /// As one would print them.
    Natural,
}

/// A file, unpacked if it is packed.
pub(super) fn read(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if path.extension().is_some_and(|extension| extension == "gz") {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes.as_slice())
            .read_to_string(&mut text)
            .expect("a packed text");
        text
    } else {
        String::from_utf8(bytes).expect("UTF-8")
    }
}

/// A sentence: its tokens and their tags.
type Sentence<'a> = Vec<(&'a str, &'a str)>;

/// The documents of a token set.
pub(super) fn documents(set: &str) -> Vec<Vec<Sentence<'_>>> {
    let mut all = Vec::new();
    let (mut document, mut sentence) = (Vec::new(), Vec::new());
    for line in set.lines().chain(["", "-DOCSTART-"]) {
        if line.starts_with("-DOCSTART-") || line.trim().is_empty() {
            if !sentence.is_empty() {
                document.push(std::mem::take(&mut sentence));
            }
            if line.starts_with("-DOCSTART-") && !document.is_empty() {
                all.push(std::mem::take(&mut document));
            }
        } else if let Some((token, tag)) = line.split_once('\t') {
            sentence.push((token, tag));
        }
    }
    all
}

/// A document as a text.
pub(super) fn render(document: &[Sentence<'_>], print: Print, has_other: bool) -> Text {
    let mut out = Text {
        has_other,
        ..Text::default()
    };
    for (at, sentence) in document.iter().enumerate() {
        if at > 0 {
            out.printed.push_str(match print {
                Print::Spaced => "\n\n",
                Print::Natural if at % 4 == 0 => "\n",
                Print::Natural => " ",
            });
        }
        let mut quoted = false;
        let mut glued = true;
        let mut open: Option<(u8, usize)> = None;
        for (token, tag) in sentence {
            let closes = match *token {
                "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "'s" | "’s" | "n't"
                | "n’t" | "”" | "'re" | "'ve" | "'ll" | "'d" | "'m" | "..." => true,
                "\"" => quoted,
                _ => false,
            };
            let end = out.printed.len();
            let (prefix, kind) = tag.split_once('-').unwrap_or((tag, ""));
            let label = label(kind);
            if let Some((held, start)) = open
                && (prefix != "I" || label != held)
            {
                out.names.push((held, start..end));
                open = None;
            }
            if !(glued || print == Print::Natural && closes) {
                out.printed.push(' ');
            }
            let start = out.printed.len();
            out.printed.push_str(token);
            if label != labels::OUTSIDE && open.is_none() {
                open = Some((label, start));
            }
            if is_compound(token) {
                out.unknown.push(start..out.printed.len());
            }
            glued = print == Print::Natural
                && (matches!(*token, "(" | "[" | "$" | "“" | "£" | "€")
                    || *token == "\"" && !quoted);
            if *token == "\"" {
                quoted = !quoted;
            }
        }
        if let Some((held, start)) = open {
            out.names.push((held, start..out.printed.len()));
        }
    }
    out
}

/// Whether the set's tokeniser left a name and a word together: `London-based`.
fn is_compound(token: &str) -> bool {
    token.split_once('-').is_some_and(|(left, right)| {
        left.contains(char::is_uppercase) && right.starts_with(char::is_lowercase)
            || left.starts_with(char::is_lowercase)
                && right.starts_with(char::is_uppercase)
                && !matches!(left, "al" | "el" | "an" | "as" | "ad" | "ash" | "ul" | "ur")
    })
}

fn label(kind: &str) -> u8 {
    match kind {
        "PER" | "P" => labels::PERSON,
        "ORG" | "O" => labels::ORG,
        "LOC" | "L" => labels::PLACE,
        "MISC" | "M" => labels::OTHER,
        _ => labels::OUTSIDE,
    }
}

/// The articles of a file of marked news.
pub(super) fn news(file: &str) -> Vec<Text> {
    let mut all: Vec<Text> = Vec::new();
    for line in file.lines() {
        if line.starts_with("=== ") {
            all.push(Text {
                has_other: true,
                ..Text::default()
            });
        } else if let Some(article) = all.last_mut()
            && !line.trim().is_empty()
        {
            marked(line, article);
            article.printed.push('\n');
        }
    }
    all.retain(|article| !article.printed.is_empty());
    all
}

/// Appends a line to a text, its marks as names.
fn marked(line: &str, out: &mut Text) {
    let mut rest = line;
    while let Some(at) = rest.find('[') {
        let (before, from) = rest.split_at(at);
        out.printed.push_str(before);
        let mark = from.find(']').and_then(|end| {
            let (kind, name) = from.get(1..end)?.split_once(' ')?;
            let label = label(kind);
            (label != labels::OUTSIDE && kind.len() == 1).then_some((label, name, end))
        });
        if let Some((label, name, end)) = mark {
            let start = out.printed.len();
            out.printed.push_str(name.trim());
            out.names.push((label, start..out.printed.len()));
            rest = &from[end + 1..];
        } else {
            out.printed.push('[');
            rest = &from[1..];
        }
    }
    out.printed.push_str(rest);
}

#[test]
fn marks_become_names() {
    let file = "=== a-slug | desk | style\n[P Ada Lind] of [O Acme & Sons] (see [1]) flew to [L Oslo].\n\nThe [M Dane] left\n=== b | c | d\nNo names";
    let all = news(file);
    assert_eq!(all.len(), 2);
    assert_eq!(
        all[0].printed,
        "Ada Lind of Acme & Sons (see [1]) flew to Oslo.\nThe Dane left\n"
    );
    let names: Vec<(u8, &str)> = all[0]
        .names
        .iter()
        .map(|(label, range)| (*label, &all[0].printed[range.clone()]))
        .collect();
    assert_eq!(
        names,
        [
            (labels::PERSON, "Ada Lind"),
            (labels::ORG, "Acme & Sons"),
            (labels::PLACE, "Oslo"),
            (labels::OTHER, "Dane")
        ]
    );
}

#[test]
fn tokens_become_texts_in_two_ways() {
    let set = "-DOCSTART-\tO\n\nThe\tO\nU.S.\tB-LOC\n's\tO\nAda\tB-PER\nLind\tI-PER\n,\tO\nwho\tO\n\nleft\tO\n.\tO\n";
    let documents = documents(set);
    let spaced = render(&documents[0], Print::Spaced, true);
    assert_eq!(spaced.printed, "The U.S. 's Ada Lind , who\n\nleft .");
    let natural = render(&documents[0], Print::Natural, true);
    assert_eq!(natural.printed, "The U.S.'s Ada Lind, who left.");
    assert_eq!(
        natural.names,
        [(labels::PLACE, 4..8), (labels::PERSON, 11..19)]
    );
}
