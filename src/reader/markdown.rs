//! Markdown below a head of fields, as site generators take it: YAML between `---`, TOML between `+++`, or a JSON object.

use pulldown_cmark::{Event, Parser as Markdown, Tag, TagEnd};
use serde_json::{Map, Value};
use yaml_rust2::parser::{Event as Yaml, Parser};
use yaml_rust2::scanner::TScalarStyle;

use crate::article::{Issue, Key};
use crate::reader::json::{self, Way};
use crate::reader::{ReadError, Record, Records};

/// Bytes that the head may have.
const MAX_HEAD: usize = 64 << 10;
/// Lists and maps of the head, one in the other.
const MAX_DEPTH: usize = 16;

/// Whether a text is Markdown below a head of fields.
pub(super) fn is_headed(start: &str, extension: &str) -> bool {
    let named = matches!(extension, "md" | "markdown" | "mdx" | "mkd" | "qmd");
    (named || start.starts_with("+++")) && split(start).is_some()
}

/// Reads it: the head names fields, the rest is the body.
///
/// # Errors
///
/// Where neither head nor body is that of an article.
pub(super) fn read(
    text: &str,
    key: Key,
    way: &Way<'_>,
    issues: Vec<Issue>,
) -> Result<Records, ReadError> {
    let start = text.trim_start_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
    let (mut fields, rest) = split(start).ok_or(ReadError::NoArticle)?;
    let (heading, body) = render(rest);
    if let Some(heading) = heading
        && !fields.contains_key("title")
    {
        fields.insert("title".to_owned(), Value::String(heading));
    }
    fields.insert("body".to_owned(), Value::String(body));
    let way = Way {
        format: "markdown",
        ..*way
    };
    let record: Record = json::read_one(&Value::Object(fields).to_string(), key, &way, issues)?;
    Ok(Records {
        records: vec![record],
        failures: Vec::new(),
    })
}

/// The fields of the head, and what stands below it.
fn split(start: &str) -> Option<(Map<String, Value>, &str)> {
    if start.starts_with('{') {
        let mut values =
            serde_json::Deserializer::from_str(start).into_iter::<Map<String, Value>>();
        let fields = values.next()?.ok()?;
        let rest = &start[values.byte_offset()..];
        return (!rest.trim().is_empty()).then_some((fields, rest));
    }
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| start.starts_with(fence))?;
    let (first, below) = start.split_once('\n')?;
    if first.trim_end() != fence {
        return None;
    }
    let mut at = 0;
    for line in below.split_inclusive('\n') {
        if line.trim_end() == fence || fence == "---" && line.trim_end() == "..." {
            let head = &below[..at];
            let fields = if fence == "---" {
                yaml(head)
            } else {
                toml(head)
            }?;
            return Some((fields, &below[at + line.len()..]));
        }
        at += line.len();
        if at > MAX_HEAD {
            break;
        }
    }
    None
}

fn toml(head: &str) -> Option<Map<String, Value>> {
    let table: toml::Table = toml::from_str(head).ok()?;
    match from_toml(toml::Value::Table(table)) {
        Value::Object(fields) => Some(fields).filter(|fields| !fields.is_empty()),
        _ => None,
    }
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(from_toml).collect(),
        toml::Value::Table(table) => table
            .into_iter()
            .map(|(key, value)| (key, from_toml(value)))
            .collect(),
    }
}

/// A list or map that is open, with the key that waits for its value.
enum Open {
    List(Vec<Value>),
    Map(Map<String, Value>, Option<String>),
}

/// Reads events one by one: aliases are not followed, so that nothing expands, and nothing recurses.
fn yaml(head: &str) -> Option<Map<String, Value>> {
    let mut parser = Parser::new_from_str(head);
    let mut open: Vec<Open> = Vec::new();
    loop {
        let (event, _) = parser.next_token().ok()?;
        let value = match event {
            Yaml::StreamEnd | Yaml::DocumentEnd => return None,
            Yaml::SequenceStart(..) => {
                open.push(Open::List(Vec::new()));
                None
            }
            Yaml::MappingStart(..) => {
                open.push(Open::Map(Map::new(), None));
                None
            }
            Yaml::SequenceEnd | Yaml::MappingEnd => Some(match open.pop()? {
                Open::List(values) => Value::Array(values),
                Open::Map(fields, _) => Value::Object(fields),
            }),
            Yaml::Scalar(text, style, ..) => Some(match (style, text.as_str()) {
                (TScalarStyle::Plain, "" | "~" | "null") => Value::Null,
                (TScalarStyle::Plain, "true") => Value::Bool(true),
                (TScalarStyle::Plain, "false") => Value::Bool(false),
                _ => Value::String(text),
            }),
            Yaml::Alias(_) => Some(Value::Null),
            Yaml::Nothing | Yaml::StreamStart | Yaml::DocumentStart => None,
        };
        if open.len() > MAX_DEPTH {
            return None;
        }
        let Some(value) = value else { continue };
        match open.last_mut() {
            Some(Open::List(values)) => values.push(value),
            Some(Open::Map(fields, key)) => match key.take() {
                Some(name) => {
                    fields.insert(name, value);
                }
                None => *key = Some(value.as_str().map_or_else(String::new, str::to_owned)),
            },
            None => match value {
                Value::Object(fields) if !fields.is_empty() => return Some(fields),
                _ => return None,
            },
        }
    }
}

/// The text that Markdown shows, and the heading that it opens with.
fn render(text: &str) -> (Option<String>, String) {
    let (mut heading, mut opens) = (None, None);
    let mut body = String::with_capacity(text.len());
    let mut pictures = 0_usize;
    for event in Markdown::new(text) {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures = pictures.saturating_sub(1),
            Event::Start(Tag::Heading { level, .. }) => {
                let first = body.trim().is_empty() && heading.is_none() && level as usize == 1;
                opens = first.then_some(body.len());
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(at) = opens.take() {
                    heading = Some(body.split_off(at).trim().to_owned());
                } else {
                    body.push_str("\n\n");
                }
            }
            Event::Text(text) | Event::Code(text) if pictures == 0 => body.push_str(&text),
            Event::SoftBreak => body.push(' '),
            Event::HardBreak => body.push('\n'),
            Event::Start(Tag::Item) => body.push_str("• "),
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::List(_)) | Event::Rule => {
                body.push_str("\n\n");
            }
            Event::End(TagEnd::Item) => body.push('\n'),
            _ => {}
        }
    }
    (heading, body)
}

#[cfg(test)]
mod tests {
    use crate::reader::{Format, Stated, format, read};
    use crate::source::RawDocument;

    fn stated(text: &str) -> Stated {
        assert_eq!(
            format(text.as_bytes(), "a.md", true).ok(),
            Some(Format::Markdown)
        );
        let document = RawDocument {
            path: "a.md".to_owned(),
            bytes: text.as_bytes().to_vec(),
            ..RawDocument::default()
        };
        let mut found = read(document).expect("an article");
        found.records.remove(0).stated
    }

    #[test]
    fn heads_of_all_kinds_name_fields() {
        let body = "\n# Ferry aground\n\nThe *Marika* ran [aground](https://post.example/a) ![map](m.png)on Thursday.\n\n- no one hurt\n";
        for head in [
            "---\ntitle: \"Ferry aground\"\nauthors:\n  - Lena Aalto\n  - Tom Odell\ndate: 2021-03-04\ndraft: false\n---\n",
            "+++\ntitle = 'Ferry aground'\nauthors = ['Lena Aalto', 'Tom Odell']\ndate = 2021-03-04\n+++\n",
            "{\"title\": \"Ferry aground\", \"authors\": [\"Lena Aalto\", \"Tom Odell\"], \"date\": \"2021-03-04\"}\n",
        ] {
            let stated = stated(&format!("{head}{body}"));
            assert_eq!(stated.title.as_deref(), Some("Ferry aground"));
            assert_eq!(stated.authors, ["Lena Aalto", "Tom Odell"]);
            assert_eq!(stated.published.as_deref(), Some("2021-03-04"));
            let body = stated.body.expect("a body");
            assert!(
                body.starts_with("The Marika ran aground on Thursday."),
                "{body}"
            );
            assert!(body.trim_end().ends_with("• no one hurt"), "{body}");
        }
    }

    #[test]
    fn aliases_are_not_followed_and_depth_ends() {
        let bomb =
            "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: Ferry\n---\nIt ran aground at night.\n";
        assert_eq!(stated(bomb).title.as_deref(), Some("Ferry"));
        let deep = format!("---\na: {}\n---\nText.\n", "[".repeat(5000));
        assert_eq!(
            format(deep.as_bytes(), "a.md", true).ok(),
            Some(Format::Text)
        );
    }
}
