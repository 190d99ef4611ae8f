//! Words of a sentence that say that something is sought, not what.
//!
//! `Find articles that report on the strike in the port` seeks the strike and the port. Its first five words stand in articles
//! by chance; taken for what is sought, they cost a bag of words more than anything else that ranking can do gives it.

use crate::query::{Clause, Node};

/// Verbs that a request begins with.
const SEEK: &[&str] = &[
    "describe",
    "fetch",
    "find",
    "get",
    "give",
    "identify",
    "list",
    "locate",
    "look",
    "looking",
    "need",
    "provide",
    "retrieve",
    "search",
    "searching",
    "seek",
    "seeking",
    "show",
    "tell",
    "want",
    "wanted",
];
/// What is sought, whatever it is about.
const SOUGHT: &[&str] = &[
    "article",
    "articles",
    "coverage",
    "discussion",
    "discussions",
    "document",
    "documents",
    "information",
    "item",
    "items",
    "news",
    "report",
    "reports",
    "stories",
    "story",
    "text",
    "texts",
];
/// What it does to its subject.
const TELL: &[&str] = &[
    "address",
    "concern",
    "concerned",
    "concerning",
    "contain",
    "containing",
    "contains",
    "cover",
    "covering",
    "covers",
    "dealing",
    "deals",
    "describe",
    "describes",
    "describing",
    "discuss",
    "discussed",
    "discusses",
    "discussing",
    "mention",
    "mentioning",
    "mentions",
    "pertaining",
    "regarding",
    "relate",
    "related",
    "relates",
    "relating",
    "report",
    "reporting",
    "reports",
    "tell",
    "telling",
    "tells",
];
/// What stands between these.
const BETWEEN: &[&str] = &[
    "a",
    "about",
    "all",
    "am",
    "an",
    "and",
    "any",
    "are",
    "as",
    "be",
    "being",
    "can",
    "could",
    "data",
    "deal",
    "details",
    "every",
    "for",
    "from",
    "given",
    "gives",
    "giving",
    "i",
    "in",
    "include",
    "includes",
    "including",
    "information",
    "into",
    "is",
    "like",
    "many",
    "may",
    "me",
    "must",
    "of",
    "on",
    "or",
    "other",
    "please",
    "relevant",
    "should",
    "some",
    "specific",
    "that",
    "the",
    "them",
    "there",
    "these",
    "this",
    "to",
    "us",
    "we",
    "were",
    "which",
    "will",
    "with",
    "would",
    "you",
];
/// Words that open a question, before one of [`DOES`].
const QUESTION: &[&str] = &["how", "what", "when", "where", "which", "who", "why"];
/// Words that follow them.
const DOES: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "should", "was",
    "were", "will", "would",
];
/// Shorter texts seek all of their words.
const SHORT: usize = 4;

/// How many of the first clauses of a bag of words only ask; never all of them.
pub(crate) fn asking(nodes: &[Node]) -> usize {
    if nodes.len() < SHORT {
        return 0;
    }
    let words: Vec<String> = nodes
        .iter()
        .map_while(|node| match &node.clause {
            Clause::Word(word) if !word.exact && !word.fuzzy => Some(word.text.to_lowercase()),
            _ => None,
        })
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let length = request(&words);
    if length < nodes.len() { length } else { 0 }
}

/// How many of the first of `words`, in lower case, only ask.
fn request(words: &[&str]) -> usize {
    let is = |list: &[&str], at: usize| words.get(at).is_some_and(|word| list.contains(word));
    if is(QUESTION, 0) && is(DOES, 1) {
        return 2;
    }
    let mut length = 0;
    let (mut sought, mut tells) = (false, false);
    while length < words.len() {
        if is(SOUGHT, length) && !tells {
            sought = true;
        } else if is(TELL, length) && sought {
            tells = true;
        } else if !(is(BETWEEN, length) || is(SEEK, length) && !sought) {
            break;
        }
        length += 1;
    }
    let seeks = (0..length).any(|at| is(SEEK, at));
    // `Information on …`, `reports about …`.
    let opens = is(SOUGHT, 0) && is(&["about", "on"], 1);
    if !(sought && (seeks || tells || opens)) {
        return 0;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        words[request(&words)..].join(" ")
    }

    #[test]
    fn the_words_of_a_request_are_told_from_what_it_seeks() {
        for (text, sought) in [
            (
                "find articles that report on the strike in the port",
                "strike in the port",
            ),
            (
                "documents that discuss the merger of banks",
                "merger of banks",
            ),
            (
                "a relevant document will contain information about tin prices",
                "tin prices",
            ),
            ("i am looking for reports about floods", "floods"),
            ("information on the harbour tax", "harbour tax"),
            ("what is the hot line proposal", "the hot line proposal"),
            (
                "please show me all news stories related to whaling",
                "whaling",
            ),
        ] {
            assert_eq!(asked(text), sought, "{text}");
        }
    }

    #[test]
    fn something_is_always_sought() {
        let today = crate::date::Date::day(2022, 9, 8).expect("a day");
        let options = crate::query::Options { any: true, today };
        for (text, length) in [
            ("find documents that discuss", 0),
            ("find documents that discuss whales", 4),
            ("find documents that \"discuss whales\"", 3),
            ("find =documents that discuss whales", 0),
        ] {
            let query = crate::query::parse(text, &options).expect("a query");
            let Clause::Or(nodes) = &query.root.clause else {
                panic!("{text} is one word");
            };
            assert_eq!(asking(nodes), length, "{text}");
            let told = query.notes.iter().any(|note| note.minor);
            assert_eq!(told, length > 0, "{text}");
        }
    }

    #[test]
    fn what_may_be_sought_stays() {
        for text in [
            "documents leaked",
            "secret documents leaked to the press",
            "news agency strike in the capital",
            "report of the auditors on the bank",
            "find of gold coins in a field",
            "list of members of the new government",
            "search for the missing submarine",
            "who vaccination campaign in the province",
            "text messages of the minister",
        ] {
            assert_eq!(asked(text), text);
        }
    }
}
