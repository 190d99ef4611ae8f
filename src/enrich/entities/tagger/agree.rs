//! Lets the places where an article prints a word agree on what it is: a place that tells little leans on those that tell more.

use crate::enrich::entities::tagger::decode::Scores;
use crate::enrich::entities::tagger::facts::Fact;
use crate::enrich::entities::tagger::seen::Seen;
use crate::enrich::entities::tagger::token::Token;
use crate::enrich::entities::tagger::words::Known;

/// How much the others count, in 256ths.
const SHARE: i64 = 60;

/// How many others there are where they count in full.
const ENOUGH: i64 = 4;

/// Outside, and four kinds of names.
type Kinds = [i64; 5];

/// What the places of each word say together.
#[derive(Default)]
pub(super) struct Agree {
    sums: Vec<(i64, Kinds)>,
}

impl Agree {
    /// Adds to the scores of each capitalised word what its other places say on the whole.
    pub(super) fn share(
        &mut self,
        tokens: &[Token],
        facts: &[Fact],
        seen: &Seen,
        scores: &mut [Scores],
    ) {
        self.sums.clear();
        self.sums.resize(seen.places(), (0, Kinds::default()));
        let scored = || tokens.iter().zip(facts).filter(|(_, fact)| fact.scored);
        for ((token, fact), score) in scored().zip(scores.iter()) {
            if tells(token, fact)
                && let Some((count, sums)) =
                    seen.slot(token.hash).and_then(|at| self.sums.get_mut(at))
            {
                *count += 1;
                for (sum, own) in sums.iter_mut().zip(kinds(score)) {
                    *sum += own;
                }
            }
        }
        for ((token, fact), score) in scored().zip(scores.iter_mut()) {
            if !tells(token, fact) {
                continue;
            }
            let Some(&(count, sums)) = seen.slot(token.hash).and_then(|at| self.sums.get(at))
            else {
                continue;
            };
            if count < 2 {
                continue;
            }
            let own = kinds(score);
            for kind in 0..5 {
                let others = (sums[kind] - own[kind]) / (count - 1) * SHARE / 256
                    * (count - 1).min(ENOUGH)
                    / ENOUGH;
                // A mean of scores is no larger than a score.
                let others = others as i32;
                if kind == 0 {
                    score[0] += others;
                } else {
                    score[2 * kind - 1] += others;
                    score[2 * kind] += others;
                }
            }
        }
    }
}

/// Whether a word is one of names, and not one of many names.
fn tells(token: &Token, fact: &Fact) -> bool {
    token.form.is_capital() && matches!(fact.known.case(), 0 | 3 | 4) && !fact.known.is(Known::ORG)
}

/// How good each kind is, whether a name of it begins or goes on.
fn kinds(score: &Scores) -> Kinds {
    std::array::from_fn(|kind| {
        i64::from(if kind == 0 {
            score[0]
        } else {
            score[2 * kind - 1].max(score[2 * kind])
        })
    })
}
