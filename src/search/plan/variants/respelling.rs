//! Ways to bring a name from another script or language into Latin letters, learnt from the index: `Shultz` and `Schultz`,
//! `Karadzic` and `Karadjic`.
//!
//! A word is respelt by what newsrooms do differently (`kh` and `h`, `ou` and `u`, `-ov` and `-off`), in two places at the most. A spelling
//! that the index has is a variant only if the articles show that both are names, and that of the same bearer: somewhere the same rare
//! word stands before or after both, mostly the first name. So `Meyer` does not bring `Mayer`.

use std::collections::BTreeSet;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED};

use crate::search::error::SearchError;
use crate::search::plan::lower::{Lowering, Scope};
use crate::text::words;

/// What stands for each other anywhere in a name.
const ANYWHERE: [&[&str]; 24] = [
    &["kh", "h", "ch"],
    &["q", "k"],
    &["q", "g"],
    &["gh", "g"],
    &["kh", "k"],
    &["dh", "d"],
    &["zh", "j", "dj"],
    &["tch", "ch", "tsch"],
    &["sh", "sch"],
    &["v", "w"],
    &["ou", "u", "oo"],
    &["ei", "ey", "ai", "ay"],
    &["ye", "ie", "e"],
    &["ia", "ya", "ja"],
    &["iu", "yu", "ju"],
    &["ee", "i"],
    &["ae", "ai"],
    &["ks", "x"],
    &["ue", "u"],
    &["oe", "o"],
    &["ae", "a"],
    &["y", "i", "j"],
    &["ts", "tz"],
    &["ya", "a"],
];
/// What stands for each other at the end of a name.
const ENDINGS: [&[&str]; 6] = [
    &["sky", "ski", "skiy", "skyy", "skii", "skij"],
    &["y", "i", "iy", "yy"],
    &["ov", "off", "ow"],
    &["ev", "eff", "ew", "yev"],
    &["ah", "a"],
    &["eh", "e"],
];
/// Letters that are written once or twice.
const DOUBLED: &str = "bdfgklmnprstz";
/// Letters of a name.
const LETTERS: std::ops::RangeInclusive<usize> = 5..=24;
/// Spellings that are looked up, for one word.
const SPELLINGS: usize = 400;
/// Spellings of a query, and words themselves, whose articles are read.
const READ: usize = 16;
/// Articles that are read for one spelling.
const ARTICLES: usize = 12;
/// The most articles that a word may stand in to say that its neighbours are one and the same: so many, or one in so many.
const RARE: u64 = 5;
const RARE_SHARE: u64 = 100;
/// Words that stand before many names.
const TITLES: [&str; 36] = [
    "a",
    "and",
    "at",
    "brother",
    "by",
    "chairman",
    "chief",
    "colonel",
    "director",
    "dr",
    "family",
    "foreign",
    "general",
    "governor",
    "in",
    "judge",
    "king",
    "leader",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mrs",
    "ms",
    "of",
    "president",
    "prime",
    "prince",
    "queen",
    "said",
    "secretary",
    "senator",
    "sir",
    "spokesman",
    "the",
    "with",
];

/// What articles show of a word.
#[derive(Debug, Default)]
struct Shown {
    /// Times it is written as a name is, inside a sentence.
    name: usize,
    /// Times it is written small.
    small: usize,
    /// Names beside it, folded.
    beside: BTreeSet<String>,
}

impl Shown {
    fn is_name(&self) -> bool {
        self.name > 0 && self.small * 8 <= self.name
    }
}

impl Lowering<'_> {
    /// Other spellings of the name `word` in the articles, and how many hold each.
    pub(super) fn respellings(
        &mut self,
        word: &str,
        scope: Scope,
    ) -> Result<Vec<(String, u64)>, SearchError> {
        let mut found = Vec::new();
        let mut own: Option<Option<Shown>> = None;
        let holding = self.articles_with(word, scope)?;
        // Of a word in use, only what differs in one place is worth looking up.
        let changes = if holding > RARE { 1 } else { 2 };
        for spelling in spellings(word, changes) {
            let articles = self.articles_with(&spelling, scope)?;
            if articles == 0 || !self.may_read() {
                continue;
            }
            let other = self.shown(&spelling, scope)?;
            if !other.is_name() {
                continue;
            }
            // A word that no article has is taken for a name, and nothing tells its bearer.
            let own = match &mut own {
                Some(own) => own,
                None if holding == 0 => own.insert(None),
                None => own.insert(Some(self.shown(word, scope)?)),
            };
            match own {
                Some(own) if !own.is_name() => break,
                Some(own) if !self.meet(own, &other, scope)? => {}
                _ => found.push((spelling, articles)),
            }
        }
        Ok(found)
    }

    fn articles_with(&self, word: &str, scope: Scope) -> Result<u64, SearchError> {
        self.statistics.terms.holding(scope.handle, word)
    }

    /// Whether articles of another spelling may be read.
    fn may_read(&mut self) -> bool {
        self.spellings_read += 1;
        self.spellings_read <= READ
    }

    /// Whether the same rare word stands beside both.
    fn meet(&self, one: &Shown, other: &Shown, scope: Scope) -> Result<bool, SearchError> {
        let rare = RARE.max(self.statistics.articles / RARE_SHARE);
        for word in one.beside.intersection(&other.beside) {
            if self.articles_with(word, scope)? <= rare {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What the first articles with `word` show of it.
    fn shown(&self, word: &str, scope: Scope) -> Result<Shown, SearchError> {
        let terms = self.statistics.terms.field(scope.handle)?;
        let mut shown = Shown::default();
        let mut left = ARTICLES;
        let segments = self.index.searcher().segment_readers();
        for (segment, number) in segments.iter().zip(0u32..) {
            let list = terms.postings(number as usize, word, IndexRecordOption::Basic)?;
            let Some(mut list) = list.filter(|_| left > 0) else {
                continue;
            };
            while left > 0 && list.doc() != TERMINATED {
                if !segment.is_deleted(list.doc()) {
                    let article = self.index.article(DocAddress::new(number, list.doc()))?;
                    shown.read(word, &article.body);
                    left -= 1;
                }
                list.advance();
            }
        }
        Ok(shown)
    }
}

impl Shown {
    /// Notes how `word` is written in a text, and what stands beside it. Words at the beginning of a sentence, and those that are written in
    /// capitals, say nothing.
    fn read(&mut self, word: &str, text: &str) {
        let mut before: Option<String> = None;
        let mut seen = false;
        let mut end = 0;
        words::scan(text, |next| {
            let written = next.span.of(text);
            // What a comma parts is a list.
            let apart = text
                .get(end..next.span.start)
                .is_none_or(|between| between.contains(|sign: char| !sign.is_whitespace()));
            end = next.span.end;
            if apart {
                before = None;
            }
            let name =
                written.starts_with(char::is_uppercase) && written.chars().any(char::is_lowercase);
            let neighbour =
                (name && !TITLES.contains(&next.folded)).then(|| next.folded.to_owned());
            if seen && !apart && !next.sentence {
                self.beside.extend(neighbour.clone());
            }
            seen = next.folded == word;
            if seen && !next.sentence {
                self.name += usize::from(name);
                self.small += usize::from(written.chars().all(char::is_lowercase));
                self.beside.extend(before.take());
            }
            before = neighbour;
        });
    }
}

/// Spellings that a name may have beside its own: with one thing written otherwise, then with two, up to so many `changes`.
fn spellings(word: &str, changes: usize) -> Vec<String> {
    if !LETTERS.contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::from([word.to_owned()]);
    let mut round = vec![word.to_owned()];
    for _ in 0..changes {
        let mut next = Vec::new();
        for word in &round {
            for other in respelt(word) {
                if known.len() <= SPELLINGS && known.insert(other.clone()) {
                    next.push(other);
                }
            }
        }
        found.extend(next.iter().cloned());
        round = next;
    }
    found
}

/// The word with one thing written otherwise, in every way.
fn respelt(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for forms in ANYWHERE {
        for form in forms {
            for (at, _) in word.match_indices(form) {
                let (head, tail) = (&word[..at], &word[at + form.len()..]);
                let others = forms.iter().filter(|other| *other != form);
                found.extend(others.map(|other| format!("{head}{other}{tail}")));
            }
        }
    }
    for forms in ENDINGS {
        for form in forms {
            if let Some(head) = word.strip_suffix(form) {
                let others = forms.iter().filter(|other| *other != form);
                found.extend(others.map(|other| format!("{head}{other}")));
            }
        }
    }
    let letters = word.as_bytes();
    for (at, letter) in word.char_indices().skip(1) {
        if !DOUBLED.contains(letter) {
            continue;
        }
        if letters[at - 1] == letters[at] {
            found.push(format!("{}{}", &word[..at], &word[at + 1..]));
        } else if letters.get(at + 1) != Some(&letters[at]) {
            found.push(format!("{}{letter}{}", &word[..at], &word[at..]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newsrooms_write_names_otherwise() {
        for (a, b) in [
            ("shultz", "schultz"),
            ("gromyko", "gromiko"),
            ("zhivkov", "jivkov"),
            ("zhivkov", "zhivkoff"),
            ("sheikh", "shaikh"),
            ("husseini", "husayni"),
            ("mubarak", "moubarak"),
            ("abdallah", "abdalla"),
            ("yakovlev", "jakovlew"),
            ("mueller", "muller"),
        ] {
            assert!(spellings(a, 2).contains(&b.to_owned()), "{a}: {b}");
            assert!(spellings(b, 2).contains(&a.to_owned()), "{b}: {a}");
        }
        for word in ["iran", "naïve", "2000", "", "a-b-c-d"] {
            assert!(spellings(word, 2).is_empty(), "{word}");
        }
        assert!(spellings("khkhkhkhkhkhkhkhkhkhkhkh", 2).len() <= SPELLINGS);
    }

    #[test]
    fn texts_tell_names_and_their_neighbours() {
        let mut shown = Shown::default();
        shown.read(
            "rose",
            "Then Rose Kennedy met President Rose, Lily. Prices rose. ROSE AND CO.",
        );
        assert_eq!((shown.name, shown.small), (2, 1));
        assert_eq!(Vec::from_iter(&shown.beside), ["kennedy", "prices", "then"]);
        assert!(!shown.is_name());
    }
}
