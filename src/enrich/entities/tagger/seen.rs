//! What an article says of a word in all its places together: `Rama` after `Edi` there is a surname here.

use crate::enrich::entities::tagger::facts::{Fact, Style};
use crate::enrich::entities::tagger::hash::{self, Hash};
use crate::enrich::entities::tagger::token::{Form, Token};
use crate::enrich::entities::tagger::words::Known;

/// Also printed in lower case.
pub(super) const LOWER: u16 = 1;
/// Printed with a capital inside a sentence.
pub(super) const MIDDLE: u16 = 2;
/// After a title.
pub(super) const TITLED: u16 = 4;
/// Last after a first name.
pub(super) const NAMED: u16 = 8;
/// Beside a word of speech.
pub(super) const SAYS: u16 = 16;
/// After a word of place.
pub(super) const WHERE: u16 = 32;
/// Last of a longer run of capitals.
pub(super) const LAST: u16 = 64;
/// First of one.
pub(super) const OPENS: u16 = 128;
/// In a run with a word of organisations.
pub(super) const ORG: u16 = 256;
/// By itself after `the`.
pub(super) const THE: u16 = 512;
/// Before a comma and another capital.
pub(super) const COMMA: u16 = 1024;
/// Made of the initials of a run.
pub(super) const ACRONYM: u16 = 2048;
/// By itself.
pub(super) const LONE: u16 = 4096;
/// With a possessive.
pub(super) const OWNS: u16 = 8192;

/// Short for words in lower case: `chief executive (CE)`.
pub(super) const PLAIN: u16 = 16384;

/// How many bits there are.
pub(super) const BITS: u32 = 15;

/// The words of an article with capitals, and what is seen of each.
#[derive(Default)]
pub(super) struct Seen {
    slots: Vec<(Hash, u16)>,
}

impl Seen {
    /// What is seen of a word.
    pub(super) fn of(&self, hash: Hash) -> u16 {
        self.slot(hash)
            .and_then(|at| self.slots.get(at))
            .filter(|slot| slot.0 == hash)
            .map_or(0, |slot| slot.1)
    }

    /// Where a word is or would be.
    pub(super) fn slot(&self, hash: Hash) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = (hash.wrapping_mul(0x9e37_79b1) >> 7) as usize & mask;
        // There are always free ones: a capital takes two at most.
        loop {
            let (held, bits) = self.slots.get(at)?;
            if *held == hash || (*held == 0 && *bits == 0) {
                return Some(at);
            }
            at = (at + 1) & mask;
        }
    }

    /// How many places there are for words.
    pub(super) fn places(&self) -> usize {
        self.slots.len()
    }

    fn note(&mut self, hash: Hash, bits: u16) {
        if let Some(slot) = self.slot(hash).and_then(|at| self.slots.get_mut(at)) {
            slot.0 = hash;
            slot.1 |= bits;
        }
    }

    /// Reads an article.
    pub(super) fn learn(&mut self, tokens: &[Token], facts: &[Fact]) {
        let capitals = tokens.iter().filter(|t| t.form.is_capital()).count();
        self.slots.clear();
        self.slots
            .resize((4 * capitals + 4).next_power_of_two(), (0, 0));
        let mut at = 0;
        while at < tokens.len() {
            if facts[at].scored && facts[at].style == Style::Plain {
                let end = at + 1 + facts[at].ahead as usize;
                self.run(tokens, facts, at, end.min(tokens.len()));
                at = end;
            } else {
                at += 1;
            }
        }
        for token in tokens {
            if token.form == Form::Lower
                && let Some(slot) = self.slot(token.hash).and_then(|at| self.slots.get_mut(at))
                && slot.1 != 0
            {
                slot.1 |= LOWER;
            }
        }
    }

    /// Reads a run of capitals.
    fn run(&mut self, tokens: &[Token], facts: &[Fact], start: usize, end: usize) {
        let comma = hash::mark(',');
        let known = |at: usize| facts.get(at).map_or(Known::default(), |fact| fact.known);
        let before = start.checked_sub(1);
        let after = tokens.get(end);
        let run = &tokens[start..end];
        let capitals = run.iter().filter(|t| t.form.is_capital()).count();
        let is_org = (start..end).any(|at| known(at).is(Known::ORG));
        let mut shared = 0;
        if is_org && capitals > 1 {
            shared |= ORG;
        }
        let mut is_titled = false;
        for (offset, token) in run.iter().enumerate() {
            let at = start + offset;
            if !token.form.is_capital() {
                continue;
            }
            let mut bits = shared;
            if !token.first {
                bits |= MIDDLE;
            }
            if offset + 1 == run.len() {
                if capitals > 1 {
                    bits |= LAST;
                    if offset > 0 && known(at - 1).is(Known::FIRST) {
                        bits |= NAMED;
                    }
                } else {
                    bits |= LONE;
                }
                if let Some(after) = after {
                    if after.form == Form::Possessive {
                        bits |= OWNS;
                    } else if known(end).is(Known::SAYS) {
                        bits |= SAYS;
                    } else if after.hash == comma
                        && tokens.get(end + 1).is_some_and(|t| t.form.is_capital())
                    {
                        bits |= COMMA;
                    }
                }
            }
            if offset == 0 {
                if capitals > 1 {
                    bits |= OPENS;
                }
                if let Some(before) = before
                    && !token.first
                {
                    let word = known(before);
                    if word.is(Known::SAYS) {
                        bits |= SAYS;
                    }
                    if word.is(Known::WHERE) {
                        bits |= WHERE;
                    }
                    if word.is(Known::TITLE) {
                        bits |= TITLED;
                    }
                    if capitals == 1 && tokens[before].hash == hash::word("the") {
                        bits |= THE;
                    }
                }
            }
            if is_titled {
                bits |= TITLED;
            }
            is_titled = known(at).is(Known::TITLE);
            self.note(token.hash, bits);
        }
        if capitals > 1 {
            self.acronym(run, shared);
        } else if let [only] = run
            && only.form == Form::Upper
            && is_short_for_plain(&tokens[..start], *only)
        {
            self.note(only.hash, PLAIN);
        }
    }

    /// Notes the initials of a run, with and without those of its small words.
    fn acronym(&mut self, run: &[Token], shared: u16) {
        let (mut all, mut capitals, mut count) = (hash::SEED, hash::SEED, 0);
        for token in run.iter().filter(|token| token.letter != 0) {
            all = hash::push(all, token.letter);
            if token.form.is_capital() {
                capitals = hash::push(capitals, token.letter);
                count += 1;
            }
        }
        if count > 1 {
            self.note(capitals, ACRONYM | shared);
            if all != capitals {
                self.note(all, ACRONYM | shared);
            }
        }
    }
}

/// Whether a bracket opens before `short`, after words in lower case whose initials it is made of.
fn is_short_for_plain(before: &[Token], short: Token) -> bool {
    let Some((bracket, words)) = before.split_last() else {
        return false;
    };
    if bracket.hash != hash::mark('(') {
        return false;
    }
    let count = usize::from(short.length.min(8));
    let spelt = || {
        words
            .iter()
            .rev()
            .filter(|token| token.letter != 0)
            .take(count)
    };
    let Some(first) = spelt().count().checked_sub(1) else {
        return false;
    };
    let lower = spelt().filter(|token| token.form == Form::Lower).count();
    let letters = (0..=first).rev().filter_map(|at| spelt().nth(at));
    2 * lower > count
        && letters.fold(hash::SEED, |hash, token| hash::push(hash, token.letter)) == short.hash
}
