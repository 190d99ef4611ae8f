//! One's own list of names.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::Context;

use crate::cli::failure::Failure;
use crate::search::Watched;
use crate::text::printable;

/// The most bytes of a list.
const LARGEST: u64 = 1 << 20;
/// The most names and aliases of a list.
const NAMES: usize = 10_000;

/// Reads a list, `-` from standard input: a name a line, other names for it after `|` or `=`; what follows `#` at the start of a line or after a blank is a comment.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<Watched>> {
    let shown = path.to_string_lossy();
    let shown = printable(&shown);
    let mut bytes = Vec::new();
    let mut read = |from: &mut dyn Read| from.take(LARGEST + 1).read_to_end(&mut bytes);
    let outcome = if path.as_os_str() == "-" {
        read(&mut std::io::stdin().lock())
    } else {
        File::open(path).and_then(|mut file| read(&mut file))
    };
    outcome.with_context(|| format!("`--watch-list`: cannot read `{shown}`"))?;
    if bytes.len() as u64 > LARGEST {
        return Err(
            Failure::new(format!("`--watch-list`: `{shown}` is larger than 1 MiB"))
                .hint("a list has one name a line")
                .into(),
        );
    }
    let names = parse(&String::from_utf8_lossy(&bytes));
    let all: usize = names.iter().map(|name| 1 + name.aliases.len()).sum();
    if names.is_empty() {
        return Err(
            Failure::new(format!("`--watch-list`: `{shown}` names nobody"))
                .hint("write one name a line, other names for it after `|`: Edi Rama | Rama")
                .into(),
        );
    }
    if all > NAMES {
        return Err(Failure::new(format!(
            "`--watch-list`: `{shown}` has {all} names, the most are {NAMES}"
        ))
        .hint("search with one part of it after the other")
        .into());
    }
    Ok(names)
}

/// The names of a list, each once.
fn parse(text: &str) -> Vec<Watched> {
    let mut met = BTreeSet::new();
    let mut names = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        let line = comment(line).map_or(line, |at| &line[..at]);
        let mut forms = line
            .split(['|', '='])
            .map(str::trim)
            .filter(|form| form.chars().any(char::is_alphanumeric))
            .map(str::to_owned);
        if let Some(name) = forms.next()
            && met.insert(name.clone())
        {
            names.push(Watched {
                name,
                aliases: forms.collect(),
            });
        }
    }
    names
}

/// Where a comment begins.
fn comment(line: &str) -> Option<usize> {
    line.match_indices('#').map(|(at, _)| at).find(|at| {
        line[..*at]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        let text = "\u{feff}# people\r\nEdi Rama | Rama | PM Rama\r\n\n  AT&T = American Telephone # the company\nC# Corp\nEdi Rama\n| \n";
        let names: Vec<String> = parse(text)
            .into_iter()
            .map(|name| format!("{}: {}", name.name, name.aliases.join(", ")))
            .collect();
        assert_eq!(
            names,
            [
                "Edi Rama: Rama, PM Rama",
                "AT&T: American Telephone",
                "C# Corp: "
            ]
        );
    }
}
