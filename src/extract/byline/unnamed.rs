//! Bylines that name an office alone, as papers without signed articles print them: `By Our Own Reporter`, `From a Special Correspondent`.

use crate::extract::byline::{is_desk, is_role};

/// More words than this are a sentence.
const MOST: usize = 8;
/// What opens them.
const OPENERS: &[&str] = &["by", "from", "von", "vom", "par", "por", "de", "dal", "van"];
/// What stands between the opener and the office.
const LITTLE: &[&str] = &[
    "our",
    "own",
    "a",
    "an",
    "the",
    "and",
    "with",
    "special",
    "unserem",
    "unserer",
    "eigenen",
    "notre",
    "nos",
    "nuestro",
    "nuestra",
    "nosso",
    "nostro",
    "nostra",
    "onze",
    "de",
    "la",
    "el",
    "spécial",
    "spéciale",
    "especial",
    "speciale",
];
/// What reports, beside the offices and desks that stand with names too.
const SOURCES: &[&str] = &[
    "agencies",
    "agenturen",
    "agences",
    "agencias",
    "agências",
    "agenzie",
    "wires",
    "envoyé",
    "envoyée",
    "enviado",
    "enviada",
    "inviato",
    "inviata",
    "korrespondenten",
    "berichterstatter",
    "mitarbeiter",
];

/// Whether the line opens as a byline and goes on with nothing but offices, desks and agencies in general.
pub(super) fn is_unnamed(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let opened = words
        .next()
        .is_some_and(|word| OPENERS.contains(&word.to_lowercase().as_str()));
    let mut named = false;
    let mut count = 0;
    for word in words {
        count += 1;
        let bare = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        if is_role(word) || is_desk(word) || SOURCES.contains(&bare.as_str()) {
            named = true;
        } else if !LITTLE.contains(&bare.as_str()) {
            return false;
        }
        if count > MOST {
            return false;
        }
    }
    opened && named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_without_names() {
        for line in [
            "By Our Own Reporter",
            "FROM OUR SPECIAL CORRESPONDENT",
            "By a Staff Reporter",
            "By staff and agencies",
            "Von unserem Korrespondenten",
            "De notre envoyé spécial",
        ] {
            assert!(is_unnamed(line), "{line}");
        }
        for line in [
            "By Ada Quill, Correspondent",
            "From the cradle to the grave",
            "By special request",
            "By",
            "Our Own Correspondent in Oporto was there when the river rose",
        ] {
            assert!(!is_unnamed(line), "{line}");
        }
    }
}
