//! JSON.

use super::{Make, fill, repeat, sentence, word, wrapped};

/// What each consists of, and how it is made to a size.
pub(super) const FAMILIES: &[(&str, Make)] = &[
    ("deep arrays", |n| {
        format!(
            "{{\"title\":\"x\",\"a\":{}{}}}",
            repeat(n / 2, "["),
            repeat(n / 2, "]")
        )
    }),
    ("deep objects", |n| {
        format!("{}1{}", repeat(n * 5 / 6, "{\"a\":"), repeat(n / 6, "}"))
    }),
    ("many keys", |n| {
        object(&fill(n, |i| format!("\"k{i}\":\"{}\"", word(i)) + ","))
    }),
    ("the same key", |n| object(&repeat(n, "\"title\":\"x\","))),
    ("list of articles", |n| {
        format!(
            "[{}]",
            fill(n, |i| format!(
                "{{\"title\":\"{}\",\"text\":\"{}\"}},",
                sentence(i, 5),
                sentence(i, 20)
            ))
            .trim_end_matches(',')
        )
    }),
    ("lines of articles", |n| {
        fill(n, |i| {
            format!(
                "{{\"title\":\"{}\",\"text\":\"{}\"}}\n",
                sentence(i, 5),
                sentence(i, 20)
            )
        })
    }),
    ("lines, broken", |n| {
        format!("{{\"title\":\"x\"}}\n{}", repeat(n, "{\"title\":\n"))
    }),
    ("list, broken in the middle", |n| {
        format!(
            "[{}{{\"title\":",
            repeat(n, "{\"title\":\"x\",\"text\":\"y y y\"},")
        )
    }),
    ("escapes", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":\"{}\",",
            repeat(n, "\\u00e9\\n\\\"")
        ))
    }),
    ("escapes, broken", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":\"{}\",",
            repeat(n, "\\x\\ud800")
        ))
    }),
    ("text of lines", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":\"{}\",",
            fill(n, |i| format!("{}\\n", sentence(i, 9)))
        ))
    }),
    ("text wrapped", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":\"{}\",",
            fill(n, |i| format!("{}\\n", wrapped(i)))
        ))
    }),
    ("text of markup", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":\"{}\",",
            repeat(n, "<p>x y</p>")
        ))
    }),
    ("html within", |n| {
        object(&format!(
            "\"url\":\"https://x.example\",\"html\":\"<html><body>{}\",",
            repeat(n, "<p>Some words</p>")
        ))
    }),
    ("authors", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":\"y\",\"authors\":[{}],",
            fill(n, |i| format!("\"{} {}\",", word(i), word(i + 1))).trim_end_matches(',')
        ))
    }),
    ("paragraphs in an array", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":[{}],",
            fill(n, |i| format!("\"{}\",", sentence(i, 12))).trim_end_matches(',')
        ))
    }),
    ("numbers", |n| {
        object(&format!("\"title\":\"x\",\"a\":{},", repeat(n, "9")))
    }),
    ("white space", |n| {
        object(&format!(
            "\"title\":\"x\",\"text\":\"y\",{}\"a\":1,",
            repeat(n, " \n")
        ))
    }),
];

/// An object of keys that each end in a comma.
fn object(keys: &str) -> String {
    format!("{{{}}}", keys.trim_end_matches(','))
}
