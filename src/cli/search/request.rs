//! From flags to a request.

use crate::cli::failure::Failure;
use crate::cli::search::{After, Args, DateFieldFlag, Format, Place, SortFlag, UndatedFlag};
use crate::cli::watch_list;
use crate::date::{Date, Period, PeriodError, parse_period};
use crate::query::{self, Options, Query};
use crate::search::{Boosts, Cursor, DateField, Filters, Ranking, Recency, Request, Sort, Undated};

/// What the flags and the text ask for.
pub(super) fn request(args: &Args, text: &str, today: &Date) -> anyhow::Result<Request> {
    let request = of(args, text, today)?;
    let restricted =
        request.dates.is_some() || args.dates.undated.is_some() || !request.filters.is_empty();
    if text.trim().is_empty() && !restricted && args.file.is_none() {
        let failure = Failure::new("nothing to search for");
        return Err(failure
            .hint("write `dateline search WORDS`; `dateline search '*'` lists every article")
            .into());
    }
    Ok(request)
}

/// The same, an empty text for every article.
pub(super) fn of(args: &Args, text: &str, today: &Date) -> anyhow::Result<Request> {
    let dates = dates(args, today)?;
    let filters = filters(args)?;
    let undated = match args.dates.undated {
        None => Undated::Default,
        Some(UndatedFlag::Include) => Undated::Include,
        Some(UndatedFlag::Only) => Undated::Only,
        Some(UndatedFlag::Exclude) => Undated::Exclude,
    };
    let sort = match args.ranking.sort {
        SortFlag::Relevance => Sort::Relevance,
        SortFlag::Newest => Sort::Newest,
        SortFlag::Oldest => Sort::Oldest,
    };
    Ok(Request {
        query: parse(text, args.ranking.any, today)?,
        dates,
        date_field: match args.dates.date_field {
            None => DateField::Any,
            Some(DateFieldFlag::Published) => DateField::Published,
            Some(DateFieldFlag::Updated) => DateField::Updated,
            Some(DateFieldFlag::Captured) => DateField::Captured,
        },
        undated,
        imprecise: args.dates.imprecise,
        filters,
        sort,
        ranking: ranking(args, today)?,
        offset: args.offset(),
        after: cursor(args, sort)?,
        limit: args.limit(),
        copies: args.ranking.copies,
        similar: args.ranking.similar,
        snippets: usize::from(args.output.context),
        variants: true,
        help: helps(args),
        explain: args.output.explain,
    })
}

/// Where the former answer ended.
fn cursor(args: &Args, sort: Sort) -> anyhow::Result<Option<Cursor>> {
    let Some(After::Cursor(cursor)) = &args.output.after else {
        return Ok(None);
    };
    if !cursor.is_of(sort) {
        let failure = Failure::new("`--after`: this cursor is of an answer in another order");
        return Err(failure.hint("ask as before, `--sort` included").into());
    }
    Ok(Some(cursor.clone()))
}

/// Reads the text of a query.
pub(super) fn parse(text: &str, any: bool, today: &Date) -> anyhow::Result<Query> {
    let options = Options {
        any,
        today: today.clone(),
    };
    Ok(query::parse(text, &options)?)
}

/// How relevance is weighed.
fn ranking(args: &Args, today: &Date) -> anyhow::Result<Ranking> {
    let flags = &args.ranking;
    let mut boosts = Boosts::default();
    for (place, factor) in &flags.boost {
        match place {
            Place::Title => boosts.title = *factor,
            Place::Lead => boosts.lead = *factor,
            Place::Near => boosts.near = *factor,
        }
    }
    let recency = flags.recency.as_deref().map(|text| {
        let half_life = days(text).ok_or_else(|| {
            Failure::new(format!("`--recency`: `{text}` is not a length of time"))
                .hint("write a number and d, w, m or y: 30d, 8w, 6m, 1y")
        })?;
        let now = today.period().first;
        Ok::<_, anyhow::Error>(Recency { half_life, now })
    });
    Ok(Ranking {
        recency: recency.transpose()?,
        boosts,
        expand: flags.expand || (flags.any && !flags.no_expand),
    })
}

/// The days of a length of time such as `30d`; `None` where it is none, or nothing.
fn days(text: &str) -> Option<f64> {
    let text = text.trim();
    let unit = text.chars().next_back()?;
    let number: u32 = text.strip_suffix(unit)?.parse().ok()?;
    let days = match unit.to_ascii_lowercase() {
        'd' => 1.0,
        'w' => 7.0,
        'm' => 30.436_875,
        'y' => 365.2425,
        _ => return None,
    };
    (number > 0).then_some(f64::from(number) * days)
}

/// The dates asked, both ends inclusive.
fn dates(args: &Args, today: &Date) -> anyhow::Result<Option<Period>> {
    let flags = &args.dates;
    let read = |flag: &str, text: &Option<String>| -> anyhow::Result<Option<Period>> {
        let wrong =
            |error: PeriodError| Failure::new(format!("`{flag}`: {error}")).hint(error.hint());
        let period = text.as_ref().map(|text| parse_period(text, today));
        Ok(period.transpose().map_err(wrong)?)
    };
    if let Some(period) = read("--on", &flags.on)? {
        return Ok(Some(period));
    }
    if let Some(text) = &flags.last {
        // Of the forms of a date only a length is meant here.
        let length = text
            .trim()
            .strip_suffix(['d', 'w', 'm', 'y', 'D', 'W', 'M', 'Y']);
        let number = length.is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        if !number {
            let failure = Failure::new(format!("`--last`: `{text}` is not a length of time"));
            return Err(failure
                .hint("write a number and d, w, m or y: 7d, 2w, 6m, 1y")
                .into());
        }
        return read("--last", &flags.last);
    }
    let from = read("--from", &flags.from)?;
    let to = read("--to", &flags.to)?;
    if from.is_none() && to.is_none() {
        return Ok(None);
    }
    let period = Period {
        first: from.map_or(i64::MIN, |from| from.first),
        last: to.map_or(i64::MAX, |to| to.last),
    };
    if period.first > period.last {
        return Err(Failure::new("`--to` lies before `--from`")
            .hint("the earlier date comes first: --from 2022-07 --to 2022-09")
            .into());
    }
    Ok(Some(period))
}

fn filters(args: &Args) -> anyhow::Result<Filters> {
    let flags = &args.filters;
    let watched = flags.watch_list.as_deref().map(watch_list::read);
    Ok(Filters {
        publisher: flags.publisher.clone(),
        byline: flags.byline.clone(),
        lang: flags
            .lang
            .iter()
            .map(|lang| lang.trim().to_lowercase())
            .collect(),
        section: flags.section.clone(),
        path: flags.path.clone(),
        entity: flags.entity.clone(),
        watched: watched.transpose()?.unwrap_or_default(),
        without: Vec::new(),
    })
}

/// Whether a person reads the answer: then it says what may have been meant.
fn helps(args: &Args) -> bool {
    let output = &args.output;
    let read = matches!(
        args.format(),
        Format::Text | Format::Json | Format::Md | Format::Html
    );
    read && !output.count && !output.paths && args.file.is_none()
}
