//! Markdown's title, headings and marks.

use crate::extract::scrape::front::Front;
use crate::extract::scrape::labels::labelled;
use crate::extract::scrape::shape::heading;

pub(super) fn markdown(text: &str) -> (Front, String) {
    let mut front = Front::default();
    let mut body = String::with_capacity(text.len());
    let mut begun = false;
    for line in text.lines() {
        if let Some(heading) = heading(line) {
            let heading = plain(heading);
            if front.title.is_none() && !begun {
                front.title = Some(heading);
                continue;
            }
            body.push('\n');
            body.push_str(&heading);
            body.push_str("\n\n");
            front.subheads.push(heading);
            continue;
        }
        if front.title.is_none() && !begun && !line.trim().is_empty() {
            if let Some((label, value)) = labelled(line) {
                front.set(label, &plain(value));
                continue;
            }
            begun = line.chars().count() > 120;
        }
        let bare = line.trim_start();
        let bare = bare.strip_prefix("> ").unwrap_or(bare);
        let (bare, item) = bare
            .strip_prefix("- ")
            .map_or((bare, false), |item| (item, true));
        if matches!(bare.trim(), "---" | "***" | "___" | "* * *") {
            body.push('\n');
            continue;
        }
        if item {
            body.push_str("• ");
        }
        body.push_str(&plain(bare));
        body.push('\n');
    }
    // The address of `Source: https://…` is where it was published, not who did.
    if front
        .publisher
        .as_deref()
        .is_some_and(|name| name.starts_with("http"))
    {
        front.url = front.url.or(front.publisher.take());
        front.publisher = None;
    }
    (front, body)
}

/// Markdown's marks within a line taken off: emphasis, links, pictures, code.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['[', '*', '_', '`', '\\', '!']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mark = from.as_bytes()[0];
        let boundary = before
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric())
            || !from[1..].starts_with(char::is_alphanumeric);
        match mark {
            b'!' if from.starts_with("![") => rest = &from[1..],
            b'[' => {
                // Addresses and anchors are short: nothing is looked for further off.
                let mut end = from.len().min(600);
                while !from.is_char_boundary(end) {
                    end -= 1;
                }
                let near = &from[..end];
                let link = near
                    .find("](")
                    .and_then(|close| Some((close, close + near[close..].find(')')?)));
                if let Some((close, end)) = link.filter(|(close, _)| !near[1..*close].contains('['))
                {
                    out.push_str(&plain(&near[1..close]));
                    rest = &from[end + 1..];
                } else {
                    out.push('[');
                    rest = &from[1..];
                }
            }
            b'\\'
                if from[1..]
                    .starts_with(['*', '_', '#', '[', ']', '(', ')', '`', '-', '.', '!', '>']) =>
            {
                out.push_str(&from[1..2]);
                rest = &from[2..];
            }
            b'*' | b'`' => rest = &from[1..],
            b'_' if boundary => rest = &from[1..],
            _ => {
                out.push_str(&from[..1]);
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        assert_eq!(
            plain("**Jane** said *so* in [the town](https://example.org/a) on snake_case"),
            "Jane said so in the town on snake_case"
        );
        assert_eq!(plain("[1] a [b](c"), "[1] a [b](c");
    }
}
