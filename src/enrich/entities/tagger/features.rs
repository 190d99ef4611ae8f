//! The features of a token: hashes that each stand for a row of weights.

use crate::enrich::entities::tagger::facts::{Fact, Style};
use crate::enrich::entities::tagger::hash::{self, Hash};
use crate::enrich::entities::tagger::seen;
use crate::enrich::entities::tagger::token::{Form, Token};
use crate::enrich::entities::tagger::words::Known;

/// An article ready to be labelled.
#[derive(Clone, Copy)]
pub(super) struct Article<'a> {
    /// As printed.
    pub(super) text: &'a str,
    /// Its tokens.
    pub(super) tokens: &'a [Token],
    /// What is known of each.
    pub(super) facts: &'a [Fact],
    /// Whether it is about sport, where places are mostly their teams.
    pub(super) is_sport: bool,
}

/// A token among its neighbours, as features see it.
#[derive(Clone, Copy)]
struct View {
    /// The word.
    word: Hash,
    /// The word as printed.
    exact: Hash,
    /// How it is printed.
    shape: u32,
    known: Known,
}

impl View {
    /// The cluster among 1,023; what has none by its form.
    fn fine(self) -> u32 {
        let cluster = self.known.cluster();
        if cluster == 0 {
            2048 + (self.shape & 15)
        } else {
            cluster
        }
    }

    /// Clusters are numbered so that near ones share a beginning.
    fn middle(self) -> u32 {
        let cluster = self.known.cluster();
        if cluster == 0 {
            512 + (self.shape & 15)
        } else {
            cluster >> 2
        }
    }

    fn coarse(self) -> u32 {
        let cluster = self.known.cluster();
        if cluster == 0 {
            128 + (self.shape & 15)
        } else {
            cluster >> 4
        }
    }

    fn lists(self) -> u32 {
        self.known.lists()
    }

    fn class(self) -> u32 {
        self.known.class() | self.known.case() << 5
    }
}

/// Makes the features of different templates different.
struct Templates<'f, F> {
    count: u32,
    take: &'f mut F,
}

impl<F: FnMut(u32, u32)> Templates<'_, F> {
    #[inline]
    fn emit(&mut self, value: u32) {
        self.skip(1);
        let salt = self.count.wrapping_mul(0x9e37_79b9);
        let mixed = (value ^ salt).wrapping_mul(0x85eb_ca6b);
        (self.take)(
            self.count,
            (mixed ^ (mixed >> 15)).wrapping_mul(0xc2b2_ae35),
        );
    }

    /// Leaves templates out that have nothing to say of the token.
    fn skip(&mut self, count: u32) {
        self.count += count;
    }
}

impl Article<'_> {
    fn view(&self, at: Option<usize>) -> View {
        let Some((token, fact)) =
            at.and_then(|at| Some((self.tokens.get(at)?, self.facts.get(at)?)))
        else {
            return View {
                word: hash::BORDER,
                exact: hash::BORDER,
                shape: 15,
                known: Known::default(),
            };
        };
        let form = if fact.style == Style::Shouted && token.form == Form::Upper {
            10
        } else {
            token.form as u32
        };
        View {
            word: token.hash,
            exact: hash::pair(token.hash, form),
            shape: form,
            known: fact.known,
        }
    }

    /// Hands each feature of the token at `at` to `take`.
    #[inline]
    pub(super) fn each(&self, at: usize, take: &mut impl FnMut(u32, u32)) {
        let Some((token, fact)) = self.tokens.get(at).zip(self.facts.get(at)) else {
            return;
        };
        let mut out = Templates { count: 0, take };
        // Neighbours end with the sentence.
        let starts = token.first || token.line;
        let left = (!starts).then(|| at.checked_sub(1)).flatten();
        let left2 = left
            .filter(|&left| !self.tokens[left].first && !self.tokens[left].line)
            .and_then(|left| left.checked_sub(1));
        let within = |next: usize| {
            self.tokens
                .get(next)
                .filter(|token| !token.first && !token.line)
                .map(|_| next)
        };
        let right = within(at + 1);
        let right2 = right.and_then(|right| within(right + 1));
        let own = self.view(Some(at));
        let (l1, l2) = (self.view(left), self.view(left2));
        let (r1, r2) = (self.view(right), self.view(right2));

        let style = fact.style as u32;
        let place = u32::from(token.first) | style << 1;
        let length = u32::from(token.length).min(7);
        let shape = own.shape << 3 | length;

        // words
        out.emit(0);
        out.emit(own.word);
        out.emit(own.exact);
        out.emit(l1.word);
        out.emit(l2.word);
        out.emit(r1.word);
        out.emit(r2.word);
        out.emit(l1.exact);
        out.emit(r1.exact);
        out.emit(hash::pair(l1.word, r1.word));
        out.emit(hash::pair(l2.word, l1.word));
        out.emit(hash::pair(r1.word, r2.word));

        // shapes
        out.emit(shape);
        out.emit(own.shape << 3 | place);
        out.emit(l1.shape << 4 | own.shape);
        out.emit(own.shape << 4 | r1.shape);
        out.emit(l1.shape << 11 | shape << 4 | r1.shape);
        out.emit(l2.shape << 12 | l1.shape << 8 | own.shape << 4 | r1.shape);
        out.emit(hash::pair(l1.word, own.shape));
        out.emit(hash::pair(r1.word, own.shape));

        // clusters
        out.emit(own.fine());
        out.emit(l1.fine());
        out.emit(r1.fine());
        out.emit(own.middle() << 3 | place);
        out.emit(l1.middle());
        out.emit(r1.middle());
        out.emit(l2.middle());
        out.emit(r2.middle());
        out.emit(l1.middle() << 10 | own.coarse());
        out.emit(own.coarse() << 10 | r1.middle());
        out.emit(l1.middle() << 10 | r1.middle());
        out.emit(l2.middle() << 10 | l1.middle());
        out.emit(l1.coarse() << 16 | own.coarse() << 8 | r1.coarse());
        out.emit(own.coarse() << 8 | own.shape << 4 | r1.shape);

        let [own_left, own_right] = own.known.halves();
        let [l1_left, l1_right] = l1.known.halves();
        let [r1_left, r1_right] = r1.known.halves();
        out.emit(own_left << 4 | own.shape);
        out.emit(own_right << 4 | own.shape);
        out.emit(l1_left << 4 | own.shape);
        out.emit(l1_right << 4 | own.shape);
        out.emit(r1_left << 4 | own.shape);
        out.emit(r1_right << 4 | own.shape);
        out.emit(l1_left << 8 | own_left);
        out.emit(own_left << 8 | r1_left);

        // lists
        out.emit(own.lists() << 4 | own.shape);
        out.emit(own.lists() << 3 | place);
        out.emit(l1.lists());
        out.emit(r1.lists());
        out.emit(l1.lists() << 12 | own.lists());
        out.emit(own.lists() << 12 | r1.lists());
        out.emit(own.class() << 4 | own.shape);
        out.emit(l1.class() << 8 | own.class());
        out.emit(own.class() << 8 | r1.class());
        out.emit(own.known.class() << 10 | l1.middle());
        out.emit(own.known.class() << 10 | r1.middle());
        out.emit(hash::pair(
            own.known.rank() << 8 | own.class(),
            own.shape << 3 | place,
        ));
        out.emit(u32::from(fact.phrase) << 4 | own.shape);
        out.emit(u32::from(fact.phrase) << 16 | own.lists());

        // runs of capitals: their first and last word, and what stands around them
        let (back, ahead) = (usize::from(fact.back), usize::from(fact.ahead));
        let open = at.saturating_sub(back);
        let close = at + ahead;
        let first = self.view(Some(open));
        let last = self.view(Some(close));
        let opens = self
            .tokens
            .get(open)
            .is_some_and(|token| token.first || token.line);
        let before = self.view(if opens { None } else { open.checked_sub(1) });
        let after = self.view(within(close + 1));
        let spot = (back.min(3) << 2 | ahead.min(3)) as u32;
        out.emit(spot << 6 | own.shape << 2 | style);
        out.emit(hash::pair(first.word, back.min(3) as u32));
        out.emit(hash::pair(last.word, ahead.min(3) as u32));
        out.emit(hash::pair(before.word, spot));
        out.emit(hash::pair(after.word, spot));
        out.emit(before.fine() << 4 | spot);
        out.emit(after.fine() << 4 | spot);
        out.emit(first.middle() << 4 | spot);
        out.emit(last.middle() << 4 | spot);
        out.emit(last.lists() << 4 | spot);
        out.emit(first.lists() << 4 | spot);
        out.emit(before.middle() << 16 | after.middle() << 4 | spot);

        if token.form.is_capital() || token.digits {
            self.affixes(token, &mut out);
        } else {
            out.skip(7);
        }

        if self.is_sport {
            out.emit(l1.middle());
            out.emit(r1.middle());
            out.emit(before.coarse() << 16 | after.coarse() << 8 | own.known.class());
        } else {
            out.skip(3);
        }

        // the rest of the article
        let seen = u32::from(fact.seen);
        for bit in 0..seen::BITS {
            if seen >> bit & 1 == 1 {
                out.emit(own.shape << 2 | u32::from(token.first) << 1);
            } else {
                out.skip(1);
            }
        }
    }

    /// The beginnings and ends of a word.
    fn affixes<F: FnMut(u32, u32)>(&self, token: &Token, out: &mut Templates<'_, F>) {
        let bytes = token.of(self.text).as_bytes();
        let fold = |hash: Hash, byte: &u8| hash::push(hash, byte | 0x20);
        let mut hash = hash::SEED;
        for (at, byte) in bytes.iter().take(4).enumerate() {
            hash = fold(hash, byte);
            if at > 0 {
                out.emit(hash);
            }
        }
        out.skip(4 - bytes.len().clamp(1, 4) as u32);
        let mut hash = hash::SEED;
        for byte in bytes.iter().rev().take(4) {
            hash = fold(hash, byte);
            out.emit(hash);
        }
        out.skip(4 - bytes.len().min(4) as u32);
    }
}
