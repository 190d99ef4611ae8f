//! What is known of each token before it is labelled: from the tables, and from the rest of the article.

use crate::enrich::entities::tagger::hash;
use crate::enrich::entities::tagger::phrases::Phrases;
use crate::enrich::entities::tagger::seen::Seen;
use crate::enrich::entities::tagger::token::{Form, Token};
use crate::enrich::entities::tagger::words::{Known, Words};

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fact {
    /// By the table of words.
    pub(super) known: Known,
    /// By the rest of the article: see [`Seen`].
    pub(super) seen: u16,
    /// The listed phrase it is of: its kind, and eight more where it begins it.
    pub(super) phrase: u8,
    /// How its sentence is printed.
    pub(super) style: Style,
    /// Whether it is to be labelled.
    pub(super) scored: bool,
    /// How far the first token of its run of capitals is.
    pub(super) back: u8,
    /// How far the last one is.
    pub(super) ahead: u8,
}

/// How a sentence is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Style {
    /// As sentences are.
    #[default]
    Plain,
    /// With all words of weight in title case.
    Titled,
    /// In capitals.
    Shouted,
}

/// Longest gap of small words inside a name.
const GAP: usize = 4;

/// Longest run of capitals that is told from its ends.
const RUN: usize = 40;

/// Fills in the facts of the tokens of an article.
pub(super) fn gather(
    tokens: &[Token],
    words: Words<'_>,
    phrases: Phrases<'_>,
    seen: &mut Seen,
    facts: &mut Vec<Fact>,
) {
    facts.clear();
    facts.resize(tokens.len(), Fact::default());
    style(tokens, facts);
    choose(tokens, words, facts);
    follow(tokens, words, facts);
    know(tokens, words, facts);
    runs(tokens, facts);
    list(tokens, phrases, facts);
    seen.learn(tokens, facts);
    for (token, fact) in tokens.iter().zip(facts.iter_mut()) {
        if fact.scored && token.form.is_capital() {
            fact.seen = seen.of(token.hash);
        }
    }
}

/// Whether an article is about sport: one of thirty words near names says so.
pub(super) fn is_sport(facts: &[Fact]) -> bool {
    let (mut all, mut sport) = (0, 0);
    for fact in facts {
        all += usize::from(fact.known != Known::default());
        sport += usize::from(fact.known.is(Known::SPORT));
    }
    sport >= 3 && 30 * sport > all
}

/// Tells sentences in capitals and in title case from others.
fn style(tokens: &[Token], facts: &mut [Fact]) {
    let mut start = 0;
    while start < tokens.len() {
        let end = tokens
            .iter()
            .skip(start + 1)
            .position(|token| token.first || token.line)
            .map_or(tokens.len(), |length| start + 1 + length);
        let (mut upper, mut title, mut small, mut long) = (0, 0, 0, 0);
        for token in tokens.get(start..end).unwrap_or(&[]) {
            match token.form {
                Form::Upper if token.length > 1 => upper += 1,
                Form::Title | Form::Mixed => title += 1,
                Form::Lower => {
                    small += 1;
                    long += usize::from(token.length > 4);
                }
                _ => {}
            }
        }
        let style = if upper >= 3 && upper > 2 * (title + small) {
            Style::Shouted
        } else if title + upper >= 4 && title > small && 6 * long <= title {
            Style::Titled
        } else {
            Style::Plain
        };
        if style != Style::Plain {
            for fact in facts.get_mut(start..end).unwrap_or(&mut []) {
                fact.style = style;
            }
        }
        start = end;
    }
}

/// Chooses the tokens that may be of a name: capitals, small words and marks between them, particles before them.
fn choose(tokens: &[Token], words: Words<'_>, facts: &mut [Fact]) {
    let mut last: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        if !(token.form.is_capital() || token.digits && token.form == Form::Lower) {
            continue;
        }
        facts[at].scored = true;
        if !token.first {
            let from = last.map_or(0, |last| last + 1).max(at.saturating_sub(GAP));
            let whole = last.is_some_and(|last| at - last <= GAP + 1);
            let mut begin = at;
            while begin > from && !tokens[begin].first {
                let before = &tokens[begin - 1];
                let known = match before.form {
                    Form::Lower => words.get(before.hash),
                    _ => Known::default(),
                };
                facts[begin - 1].known = known;
                let fits = match before.form {
                    Form::Lower => matches!(known.case(), Known::INNER | Known::OPENS),
                    Form::Number | Form::Possessive => true,
                    _ => {
                        before.hash == hash::mark('-')
                            || before.hash == hash::mark('&')
                            || before.hash == hash::mark('\'')
                            || before.hash == hash::mark('.')
                            || before.hash == hash::mark('/')
                            || before.hash == hash::mark(',')
                    }
                };
                if !fits {
                    break;
                }
                begin -= 1;
            }
            if whole && begin == from {
                for fact in &mut facts[begin..at] {
                    fact.scored = true;
                }
            } else {
                // Particles that open a name, and the hyphen after them: `al-Qaida`.
                let mut open = at;
                for before in (begin..at).rev() {
                    if tokens[before].form == Form::Lower {
                        if facts[before].known.case() == Known::OPENS {
                            open = before;
                        } else {
                            break;
                        }
                    } else if tokens[before].hash != hash::mark('-') {
                        break;
                    }
                }
                for fact in &mut facts[open..at] {
                    fact.scored = true;
                }
            }
        }
        last = Some(at);
    }
}

/// Adds what follows a capital and may belong to it: a number (`Channel 4`), a rare word after a hyphen (`Hye-kyo`).
fn follow(tokens: &[Token], words: Words<'_>, facts: &mut [Fact]) {
    for at in 1..tokens.len() {
        if facts[at].scored || !facts[at - 1].scored || tokens[at].first || tokens[at].line {
            continue;
        }
        if tokens[at].form == Form::Number {
            facts[at].scored = tokens[at - 1].form.is_capital();
        } else if tokens[at].hash == hash::mark('-')
            && tokens[at - 1].form.is_capital()
            && let Some(next) = tokens.get(at + 1)
            && !next.line
        {
            let fits = match next.form {
                Form::Number => true,
                Form::Lower => {
                    let known = words.get(next.hash);
                    matches!(known.rank(), 0 | 3) && known.case() != 1
                }
                _ => false,
            };
            if fits {
                facts[at].scored = true;
                facts[at + 1].scored = true;
            }
        }
    }
}

/// Looks up all words near those that are to be labelled.
fn know(tokens: &[Token], words: Words<'_>, facts: &mut [Fact]) {
    let mut done = 0;
    for at in 0..tokens.len() {
        if facts[at].scored {
            let end = (at + 3).min(tokens.len());
            for near in done.max(at.saturating_sub(2))..end {
                if tokens[near].form < Form::Number {
                    facts[near].known = words.get(tokens[near].hash);
                }
            }
            done = end;
        }
    }
}

/// Notes for each token of a run of capitals how far its ends are.
fn runs(tokens: &[Token], facts: &mut [Fact]) {
    let mut start = 0;
    while start < tokens.len() {
        if !facts[start].scored {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        while end < tokens.len()
            && end - start < RUN
            && facts[end].scored
            && !tokens[end].first
            && tokens[end].form != Form::Possessive
            && tokens[end].hash != hash::mark('.')
            && tokens[end].hash != hash::mark('/')
            && tokens[end].hash != hash::mark(',')
        {
            end += 1;
        }
        for (at, fact) in facts[start..end].iter_mut().enumerate() {
            fact.back = at as u8;
            fact.ahead = (end - start - 1 - at) as u8;
        }
        start = end;
    }
}

/// Marks the phrases that are on lists.
fn list(tokens: &[Token], phrases: Phrases<'_>, facts: &mut [Fact]) {
    let mut at = 0;
    while at < tokens.len() {
        let found = if facts[at].scored && tokens[at].form.is_capital() {
            phrases.longest(&tokens[at..])
        } else {
            None
        };
        let Some((length, kind)) = found else {
            at += 1;
            continue;
        };
        for (offset, fact) in facts[at..at + length].iter_mut().enumerate() {
            fact.phrase = kind | if offset == 0 { 8 } else { 0 };
            fact.scored = true;
        }
        at += length;
    }
}
