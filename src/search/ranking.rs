//! What a request may change about relevance.

#[cfg(test)]
mod tests;

/// Seconds of a day.
const DAY: f64 = 86_400.0;
/// What the oldest article keeps of its score.
const OLDEST: f64 = 0.5;
/// How old an undated article counts, in half-lives.
const UNDATED: f64 = 2.0;

/// How relevance is weighed. The default is the same for every archive and every query.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Newer articles first; `None`: dates don't count.
    pub recency: Option<Recency>,
    /// What counts for more or less than usual.
    pub boosts: Boosts,
    /// Whether words that the best hits have in common move articles with them up. What matches stays the same.
    pub expand: bool,
}

/// Factors of what is usual: 1 changes nothing, 0 leaves it out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boosts {
    /// Words in the title.
    pub title: f32,
    /// Words that open the article.
    pub lead: f32,
    /// Words near each other, and together in one passage.
    pub near: f32,
}

impl Default for Boosts {
    fn default() -> Self {
        Self {
            title: 1.0,
            lead: 1.0,
            near: 1.0,
        }
    }
}

/// How age counts against an article: its score is halved at the most, and it has lost half of that after each half-life again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recency {
    /// Days; above 0.
    pub half_life: f64,
    /// The civil second that ages are counted from. What is dated later is new.
    pub now: i64,
}

impl Recency {
    /// What an article keeps of its score, by the first second of its date: 1 if it is of today, 3/4 after one half-life, never below
    /// 1/2. An undated article counts as two half-lives old.
    pub(in crate::search) fn factor(&self, date: Option<i64>) -> f32 {
        let lives = match date {
            Some(date) => {
                let age = i128::from(self.now) - i128::from(date);
                age.max(0) as f64 / DAY / self.half_life.max(f64::MIN_POSITIVE)
            }
            None => UNDATED,
        };
        (OLDEST + (1.0 - OLDEST) * (-lives).exp2()) as f32
    }
}
