//! The score of many pages.

use crate::harness::measure::{Dated, PageScore, Shares, harmonic, mean, ratio};

/// The scores of many pages. A field is `None` where no gold knows it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    /// Pages.
    pub(crate) pages: usize,
    /// F1, precision and recall of bodies: means of the pages', and the harmonic mean of these.
    pub(crate) body: Option<[f64; 3]>,
    /// Share of titles right.
    pub(crate) title: Option<f64>,
    /// Shares of dates right, wrong and missing.
    pub(crate) date: Option<[f64; 3]>,
    /// F1, precision and recall of all names.
    pub(crate) authors: Option<[f64; 3]>,
}

impl Totals {
    /// Adds up pages.
    pub(crate) fn of(pages: &[&PageScore]) -> Self {
        let bodies: Vec<Shares> = pages.iter().filter_map(|page| page.body).collect();
        let titles: Vec<f64> = pages
            .iter()
            .filter_map(|page| page.title.map(f64::from))
            .collect();
        let dates: Vec<Dated> = pages.iter().filter_map(|page| page.date).collect();
        let authors: Vec<[usize; 3]> = pages.iter().filter_map(|page| page.authors).collect();
        let dated = |how| {
            let count = dates.iter().filter(|&&date| date == how).count();
            ratio(count as f64, dates.len() as f64)
        };
        Self {
            pages: pages.len(),
            body: (!bodies.is_empty()).then(|| body_totals(&bodies)),
            title: (!titles.is_empty()).then(|| mean(&titles)),
            date: (!dates.is_empty()).then(|| {
                [
                    dated(Dated::Right),
                    dated(Dated::Wrong),
                    dated(Dated::Missing),
                ]
            }),
            authors: (!authors.is_empty()).then(|| {
                let sum = |at: usize| authors.iter().map(|names| names[at]).sum::<usize>() as f64;
                let precision = ratio(sum(0), sum(0) + sum(1));
                let recall = ratio(sum(0), sum(0) + sum(2));
                [harmonic(precision, recall), precision, recall]
            }),
        }
    }
}

fn body_totals(bodies: &[Shares]) -> [f64; 3] {
    let precisions: Vec<f64> = bodies
        .iter()
        .filter(|body| body.right + body.extra > 0.0)
        .map(Shares::precision)
        .collect();
    let recalls: Vec<f64> = bodies
        .iter()
        .filter(|body| body.right + body.missing > 0.0)
        .map(Shares::recall)
        .collect();
    let (precision, recall) = (mean(&precisions), mean(&recalls));
    [harmonic(precision, recall), precision, recall]
}
