//! One query answered.

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use crate::cli::Io;
use crate::cli::failure::Failure;
use crate::cli::search::{Args, Format, kwic, request};
use crate::date::{Date, Period, Precision};
use crate::index::Snapshot;
use crate::render::{self, Fields, Page, Separated};
use crate::search::{Boosts, Hit, Request, Response, SearchError, search};
use crate::text::printable;

/// Hits taken at once where all are wanted: each holds its article.
const AT_ONCE: usize = 2_000;

/// Searches once, or as often as it takes to print all, and prints.
pub(super) fn run(
    args: &Args,
    mut request: Request,
    index: &Snapshot,
    today: &Date,
    io: &mut Io,
) -> anyhow::Result<ExitCode> {
    if args.output.kwic {
        return kwic::run(args, &request, index, io);
    }
    let fields = fields(args)?;
    for note in request
        .query
        .notes
        .iter()
        .filter(|note| !note.minor || args.output.explain)
    {
        io.say(&format!("note: {}", note.text))?;
    }
    if args.output.count {
        request.limit = 0;
        let response = ask(index, &request)?;
        tell(&request, &response, io)?;
        writeln!(io.out, "{}", response.articles)?;
        return Ok(code(response.articles));
    }
    match args.format() {
        _ if args.output.paths => list(args, request, index, &paths, io),
        Format::Text => text(args, request, index, today, io),
        Format::Json | Format::Md | Format::Html => {
            page(args, &request, fields.as_ref(), index, io)
        }
        Format::Jsonl => {
            let whole = |hit: &Hit, out: &mut dyn Write| match &fields {
                Some(fields) => fields.line(hit, out),
                None => render::line(&hit.article, out),
            };
            list(args, request, index, &whole, io)
        }
        Format::Csv => table(args, request, fields.as_ref(), Separated::Commas, index, io),
        Format::Tsv => table(args, request, fields.as_ref(), Separated::Tabs, index, io),
        Format::Bibtex => list(
            args,
            request,
            index,
            &|hit, out| render::bibtex(&hit.article, out),
            io,
        ),
        Format::Ris => list(
            args,
            request,
            index,
            &|hit, out| render::ris(&hit.article, out),
            io,
        ),
        Format::Csl | Format::Trec => citations(args, request, index, io),
    }
}

/// Searches; what the query is to blame for is shown in it.
pub(super) fn ask(index: &Snapshot, request: &Request) -> anyhow::Result<Response> {
    search(index, request).map_err(|error| blamed(request, error))
}

/// The error, shown in the query where the query is to blame.
pub(super) fn blamed(request: &Request, error: SearchError) -> anyhow::Error {
    match error {
        SearchError::Query {
            message,
            span,
            hint,
        } => {
            let failure = Failure::new(message).at(&request.query.text, span);
            match hint {
                Some(hint) => failure.hint(hint).into(),
                None => failure.into(),
            }
        }
        other => other.into(),
    }
}

fn code(found: usize) -> ExitCode {
    ExitCode::from(u8::from(found == 0))
}

/// Says what a person should know, and how the query was understood if that was asked.
fn tell(request: &Request, response: &Response, io: &mut Io) -> anyhow::Result<()> {
    for note in &response.notes {
        io.say(&format!("note: {note}"))?;
    }
    if request.explain {
        for line in limits(request) {
            io.say(&line)?;
        }
        for line in render::explanation(&request.query, response) {
            io.say(&line)?;
        }
    }
    Ok(())
}

/// The dates and filters that restrict the query.
fn limits(request: &Request) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(dates) = &request.dates {
        lines.push(format!("dates: {}", period(dates)));
    }
    let filters = &request.filters;
    for (name, values) in [
        ("publisher", &filters.publisher),
        ("byline", &filters.byline),
        ("lang", &filters.lang),
        ("section", &filters.section),
        ("path", &filters.path),
    ] {
        if !values.is_empty() {
            lines.push(format!("{name}: {}", values.join(" or ")));
        }
    }
    let ranking = &request.ranking;
    if let Some(recency) = ranking.recency {
        lines.push(format!(
            "recency: today 1, {:.0} days ago 0.75, undated 0.63, long ago 0.5 of the score",
            recency.half_life
        ));
    }
    let Boosts { title, lead, near } = ranking.boosts;
    let boosts: Vec<String> = [("title", title), ("lead", lead), ("near", near)]
        .iter()
        .filter(|(_, factor)| (factor - 1.0).abs() > f32::EPSILON)
        .map(|(place, factor)| format!("{place} {factor} times"))
        .collect();
    if !boosts.is_empty() {
        lines.push(format!("boost: {}", boosts.join(", ")));
    }
    lines
}

fn period(period: &Period) -> String {
    let day = |second| {
        Date::from_local(second, Precision::Day, None).map_or_else(String::new, |date| date.value())
    };
    match (period.first, period.last) {
        (i64::MIN, last) => format!("up to {}", day(last)),
        (first, i64::MAX) => format!("from {} on", day(first)),
        (first, last) if day(first) == day(last) => day(first),
        (first, last) => format!("{} to {}", day(first), day(last)),
    }
}

fn shown(args: &Args) -> Page {
    Page {
        offset: args.offset(),
        limit: args.limit(),
        copies: args.ranking.copies,
    }
}

/// Text for people. Plain words that no article has together are searched for singly.
fn text(
    args: &Args,
    request: Request,
    index: &Snapshot,
    today: &Date,
    io: &mut Io,
) -> anyhow::Result<ExitCode> {
    let mut request = request;
    let mut response = ask(index, &request)?;
    tell(&request, &response, io)?;
    let found = response.articles;
    let only_count = request.limit == 0;
    let mut help = render::help(&response);
    if found == 0 {
        let left = (response.undated > 0 || response.imprecise > 0)
            .then(|| render::summary(&response, shown(args)));
        let several = request.query.text.split_whitespace().count() > 1;
        if request.query.is_plain() && several {
            request.query = request::parse(&request.query.text, true, today)?;
            request.help = false;
            response = ask(index, &request)?;
        }
        if let Some(left) = left {
            io.say(&format!("nothing found: {left}"))?;
        } else if response.hits.is_empty() {
            io.say("nothing found")?;
        }
        if !response.hits.is_empty() {
            for line in std::mem::take(&mut help) {
                io.say(&line)?;
            }
            io.say("no article has all of these words; the best with any of them:")?;
        }
    }
    for line in help {
        io.say(&line)?;
    }
    if only_count {
        writeln!(io.out, "{}", render::summary(&response, shown(args)))?;
    } else if response.articles > 0 && response.hits.is_empty() {
        io.say(&format!(
            "note: there are no hits so far down: {}",
            render::summary(&response, shown(args))
        ))?;
    }
    if !response.hits.is_empty() {
        render::hits(&response, io.look, &mut io.out)?;
        writeln!(io.out, "\n{}", render::summary(&response, shown(args)))?;
    }
    for line in render::scores(&response) {
        io.say(&line)?;
    }
    Ok(code(found))
}

/// One document with a page of hits.
fn page(
    args: &Args,
    request: &Request,
    fields: Option<&Fields>,
    index: &Snapshot,
    io: &mut Io,
) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    let response = ask(index, request)?;
    tell(request, &response, io)?;
    let query = request.query.text.as_str();
    if args.format() != Format::Json {
        for line in render::help(&response) {
            io.say(&line)?;
        }
    }
    match args.format() {
        Format::Md => render::markdown(query, &response, shown(args), &mut io.out)?,
        Format::Html => render::html(query, &response, shown(args), &mut io.out)?,
        _ => {
            let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            let next = response.next.as_ref().map(ToString::to_string);
            let answer = render::Answer {
                id: None,
                query: &request.query,
                response: &response,
                fields,
                took_ms: took,
                next,
            };
            render::envelope(answer, &mut io.out)?;
        }
    }
    left_out(&response, args, io)?;
    Ok(code(response.articles))
}

/// Each article as a row of a table.
fn table(
    args: &Args,
    request: Request,
    fields: Option<&Fields>,
    separated: Separated,
    index: &Snapshot,
    io: &mut Io,
) -> anyhow::Result<ExitCode> {
    if let Some(fields) = fields {
        fields.header(separated, &mut io.out)?;
        let row = |hit: &Hit, out: &mut dyn Write| fields.row(hit, separated, out);
        return list(args, request, index, &row, io);
    }
    if separated == Separated::Commas {
        render::csv_header(&mut io.out)?;
        list(args, request, index, &render::csv_row, io)
    } else {
        render::tsv_header(&mut io.out)?;
        list(args, request, index, &render::tsv_row, io)
    }
}

/// The fields chosen; `None` where none are.
pub(super) fn fields(args: &Args) -> anyhow::Result<Option<Fields>> {
    let names = &args.output.fields;
    if names.is_empty() {
        return Ok(None);
    }
    if !matches!(
        args.format(),
        Format::Json | Format::Jsonl | Format::Csv | Format::Tsv
    ) {
        let failure = Failure::new("`--fields` is for json, jsonl, csv and tsv");
        return Err(failure
            .hint("add `--format csv`, or another of these")
            .into());
    }
    let fields = Fields::of(names).map_err(|unknown| {
        let all = Fields::all().join(", ");
        let hint = match unknown.meant {
            Some(meant) => format!("did you mean `{meant}`? the fields are {all}"),
            None => format!("the fields are {all}"),
        };
        Failure::new(format!(
            "`--fields`: there is no field `{}`",
            printable(&unknown.name)
        ))
        .hint(hint)
    })?;
    Ok(Some(fields))
}

type Writes<'a> = &'a dyn Fn(&Hit, &mut dyn Write) -> std::io::Result<()>;

/// A path to a line; what would steer a terminal is taken out of it.
fn paths(hit: &Hit, out: &mut dyn Write) -> std::io::Result<()> {
    let record = hit.article.record.as_deref().unwrap_or_default();
    writeln!(out, "{}{}", printable(&hit.article.path), printable(record))
}

/// Each article on its own, copies included, in portions.
fn list(
    args: &Args,
    request: Request,
    index: &Snapshot,
    write: Writes<'_>,
    io: &mut Io,
) -> anyhow::Result<ExitCode> {
    let found = each(args, request, index, io, &mut |hit, out| {
        Ok(write(hit, out)?)
    })?;
    Ok(code(found))
}

fn citations(
    args: &Args,
    request: Request,
    index: &Snapshot,
    io: &mut Io,
) -> anyhow::Result<ExitCode> {
    let mut before = "[\n";
    let found = each(args, request, index, io, &mut |hit, out| {
        write!(out, "{before}{}", render::csl(&hit.article))?;
        before = ",\n";
        Ok(())
    })?;
    let opening = if before == "[\n" { "[" } else { "" };
    writeln!(io.out, "{opening}\n]")?;
    Ok(code(found))
}

/// Hands over each hit wanted, and says how many articles match.
fn each(
    args: &Args,
    request: Request,
    index: &Snapshot,
    io: &mut Io,
    take: &mut dyn FnMut(&Hit, &mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<usize> {
    let wanted = request.limit;
    let snippets = match fields(args)? {
        Some(fields) if fields.with_snippets() => request.snippets,
        _ => 0,
    };
    let mut request = Request {
        copies: true,
        snippets,
        limit: wanted.min(AT_ONCE),
        ..request
    };
    let mut taken = 0;
    loop {
        let response = ask(index, &request)?;
        if taken == 0 {
            tell(&request, &response, io)?;
            left_out(&response, args, io)?;
            request.explain = false;
        }
        for hit in &response.hits {
            take(hit, &mut io.out)?;
        }
        taken += response.hits.len();
        request.offset += response.hits.len();
        request.limit = wanted.saturating_sub(taken).min(AT_ONCE);
        if response.hits.is_empty() || request.limit == 0 {
            return Ok(response.articles);
        }
    }
}

/// Says beside the data what was left out of it.
fn left_out(response: &Response, args: &Args, io: &mut Io) -> anyhow::Result<()> {
    if response.undated > 0 || response.imprecise > 0 {
        let bare = Response {
            undated: response.undated,
            imprecise: response.imprecise,
            articles: response.articles,
            stories: response.stories,
            ..Response::default()
        };
        io.say(&format!("note: {}", render::summary(&bare, shown(args))))?;
    }
    Ok(())
}
