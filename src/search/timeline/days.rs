//! What matches, by days.

use std::collections::BTreeMap;

use crate::date::Step;
use crate::index;
use crate::search::Count;
use crate::search::error::SearchError;
use crate::search::matching::Counts;
use crate::search::scorer::{DocId, Segment};

/// Counts what matches by the days of its dates. Whatever periods are wanted later, they are made of days, so that the calendar is asked
/// once a day and not once an article.
pub(in crate::search) struct DayCounts<'a> {
    stories: &'a index::Stories,
    segment: u32,
    /// The day that [`DayCounts::days`] begins with.
    first: i64,
    /// Articles, and those without copies, a day.
    days: Vec<Count>,
    /// The same for dates of more than one day: by their first and last.
    long: BTreeMap<(i64, i64), Count>,
    undated: Count,
    /// By story: the first and last day of its earliest article; [`NOWHERE`] where none matches.
    told: Vec<(i64, i64)>,
}

/// No article of the story matches.
const NOWHERE: (i64, i64) = (i64::MAX, i64::MAX);
/// An article of the story matches, and none with a date.
const UNDATED: (i64, i64) = (i64::MAX, i64::MIN);

/// What matches, by days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// All of it.
    pub total: Count,
    /// What has no date.
    pub undated: Count,
    /// Matching undated articles that the dates asked leave out.
    pub undated_left_out: usize,
    /// Matching articles left out because their imprecise date only overlaps the dates asked.
    pub imprecise_left_out: usize,
    /// What a person should know: capped wildcards, mixed operators.
    pub notes: Vec<String>,
    /// By the first and the last day of the date.
    dated: BTreeMap<(i64, i64), Count>,
}

/// What matches, by periods.
#[derive(Debug, Default)]
pub(in crate::search) struct Bucketed {
    /// By the number of the period; none that is empty.
    pub(in crate::search) buckets: BTreeMap<i64, Count>,
    /// What has a date that is longer than a bucket.
    pub(in crate::search) imprecise: Count,
}

impl<'a> DayCounts<'a> {
    /// Counts matches of `segments`.
    pub(in crate::search) fn new(segments: &[Segment<'_>], stories: &'a index::Stories) -> Self {
        let (mut first, mut last) = (i64::MAX, i64::MIN);
        for segment in segments {
            if let Some((earliest, latest)) = segment.dates.range() {
                first = first.min(Step::day_of(earliest));
                last = last.max(Step::day_of(latest));
            }
        }
        let days = last.checked_sub(first).filter(|days| *days >= 0);
        let days = days.map_or(0, |days| days as usize + 1);
        Self {
            stories,
            segment: 0,
            first: if days == 0 { 0 } else { first },
            days: vec![Count::default(); days],
            long: BTreeMap::new(),
            undated: Count::default(),
            told: vec![NOWHERE; stories.len()],
        }
    }

    /// The counts, stories counted where their earliest article lies.
    pub(in crate::search) fn done(self) -> Days {
        let mut done = Days {
            undated: self.undated,
            dated: self.long,
            ..Days::default()
        };
        for (day, count) in (self.first..).zip(&self.days) {
            if count.articles > 0 {
                done.dated.insert((day, day), *count);
            }
        }
        for days in self.told {
            match days {
                NOWHERE => {}
                UNDATED => done.undated.stories += 1,
                days => done.dated.entry(days).or_default().stories += 1,
            }
        }
        let counts = done.dated.values().chain([&done.undated]);
        done.total = counts.fold(Count::default(), |sum, count| sum.plus(*count));
        done
    }
}

impl Counts for DayCounts<'_> {
    fn begin(&mut self, _segment: &Segment<'_>, number: u32) -> Result<(), SearchError> {
        self.segment = number;
        Ok(())
    }

    fn count(&mut self, segment: &Segment<'_>, doc: DocId) {
        let story = self.stories.story(self.segment, doc);
        let one = Count {
            articles: 1,
            stories: usize::from(story.is_none()),
        };
        let days = segment.dates.period(doc).map(|period| {
            let (first, last) = (Step::day_of(period.first), Step::day_of(period.last));
            (first, last.max(first))
        });
        match days {
            None => self.undated = self.undated.plus(one),
            Some((first, last)) => {
                let day = usize::try_from(first - self.first).ok();
                let day = day.filter(|_| first == last);
                match day.and_then(|day| self.days.get_mut(day)) {
                    Some(count) => *count = count.plus(one),
                    None => {
                        let count = self.long.entry((first, last)).or_default();
                        *count = count.plus(one);
                    }
                }
            }
        }
        if let Some(known) = story.and_then(|story| self.told.get_mut(story as usize)) {
            let earlier = |days: (i64, i64)| match *known {
                NOWHERE | UNDATED => true,
                known => days < known,
            };
            match days {
                Some(days) if earlier(days) => *known = days,
                None if *known == NOWHERE => *known = UNDATED,
                _ => {}
            }
        }
    }

    fn end(&mut self, _segment: &Segment<'_>) -> Result<(), SearchError> {
        Ok(())
    }
}

impl Days {
    /// The counts by periods.
    pub(in crate::search) fn by(&self, step: Step) -> Bucketed {
        let mut by = Bucketed::default();
        for ((first, last), count) in &self.dated {
            let number = step.number(*first);
            let place = if number == step.number(*last) {
                by.buckets.entry(number).or_default()
            } else {
                &mut by.imprecise
            };
            *place = place.plus(*count);
        }
        by
    }
}
