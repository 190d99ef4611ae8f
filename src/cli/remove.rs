//! `dateline rm`: articles that are not wanted any more.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use crate::article::Article;
use crate::cli::failure::Failure;
use crate::cli::search::Asked;
use crate::cli::{Io, today};
use crate::index::{Index, Unwanted};
use crate::search::{Glob, each};
use crate::text::printable;

/// Remove the articles that a search finds
///
/// They are not found any more at once, and the next `dateline index` does not bring them back, though their files lie where they lay.
/// Their text stays in the files of the index until they are rewritten: `dateline purge` does that. `--restore` lifts removals;
/// the next `dateline index` then reads the files again.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "`dateline search --help` explains the query language",
    after_long_help = "\
Examples:
  dateline rm 'publisher:\"Harbour Post\" before:2019' --dry-run
  dateline rm --path 'drafts/**' --yes
  dateline rm --id 5f0c0b6f2d9a41e7
  dateline rm --restore 'drafts/**'
  dateline ledger --removed                       what was removed"
)]
pub(crate) struct Args {
    #[command(flatten)]
    asked: Asked,
    /// The article of this id, rather than what a search finds; repeat for several
    #[arg(long, value_name = "ID", conflicts_with = "query")]
    id: Vec<String>,
    /// Only list what would be removed
    #[arg(long, conflicts_with = "restore")]
    dry_run: bool,
    /// Don't ask
    #[arg(short, long)]
    yes: bool,
    /// Lift removals: of paths that match, or of all (`**`)
    #[arg(long, visible_alias = "undo", value_name = "GLOB", conflicts_with_all = ["id", "query"])]
    restore: Option<String>,
}

/// Removes, or lifts removals.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    if let Some(glob) = &args.restore {
        return restore(args, glob, io);
    }
    let mut unwanted = Vec::new();
    let (snapshot, list) = (args.asked.open()?, args.dry_run);
    let mut listed = Vec::new();
    let mut take = |article: &Article| {
        unwanted.push(Unwanted::from(article));
        if list {
            listed.push((article.path.clone(), article.record.clone(), line(article)));
        }
    };
    if args.id.is_empty() {
        let text = args.asked.text();
        let request = args.asked.request(&text, &today()?)?;
        if text.trim().is_empty() && request.dates.is_none() && request.filters.is_empty() {
            let failure = Failure::new("which articles are to be removed?");
            return Err(failure
                .hint("write a query or filters; `dateline rm '*'` removes all")
                .into());
        }
        let matched = each(&snapshot, &request, &mut |article| take(&article));
        let matched = Asked::answered(&request, matched)?;
        Asked::tell(&request, &matched.notes, io)?;
        if matched.articles == 0 {
            Asked::nothing(&snapshot, &request, io)?;
            return Ok(ExitCode::from(1));
        }
    } else {
        for id in &args.id {
            let found = snapshot.find(id.trim())?;
            let [article] = found.as_slice() else {
                let what = match found.len() {
                    0 => format!("no article goes by `{}`", printable(id)),
                    several => format!("{several} articles go by `{}`", printable(id)),
                };
                return Err(Failure::new(what).hint("give the whole id").into());
            };
            take(article);
        }
    }
    let articles = articles(unwanted.len() as u64);
    if args.dry_run {
        listed.sort();
        for (.., line) in &listed {
            writeln!(io.out, "{line}")?;
        }
        io.say(&format!("would remove {articles}"))?;
        return Ok(ExitCode::SUCCESS);
    }
    if !args.yes && !agreed(&format!("remove {articles}?"), io)? {
        return Ok(ExitCode::from(1));
    }
    drop(snapshot);
    Index::open(args.asked.index())?.remove_articles(&unwanted)?;
    io.say(&format!(
        "removed {articles}; `dateline purge` takes their text out of the files, `dateline rm --restore` brings them back"
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn restore(args: &Args, glob: &str, io: &mut Io) -> anyhow::Result<ExitCode> {
    let glob = Glob::new(glob);
    let index = Index::open(args.asked.index())?;
    let restored = index.restore_articles(&|path, record| {
        let whole = format!("{path}{}", record.unwrap_or(""));
        glob.matches(path) || glob.matches(&whole)
    })?;
    if restored.articles == 0 {
        io.say("nothing of these paths was removed")?;
        return Ok(ExitCode::from(1));
    }
    io.say(&format!(
        "{} may come back: the next `dateline index` reads their files again",
        articles(restored.articles)
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// `3f2a…  2022-09-08  Title  (path#4)`
fn line(article: &Article) -> String {
    let date = article.published.as_ref().or(article.updated.as_ref());
    let date = date.map_or("undated".to_owned(), |date| date.date.value());
    let title = article.title.as_deref().unwrap_or("(no title)");
    let record = article.record.as_deref().unwrap_or("");
    let line = format!(
        "{}  {date:<16}  {title}  ({}{record})",
        article.id, article.path
    );
    printable(&line).into_owned()
}

/// Asks on a terminal; elsewhere nobody can answer.
fn agreed(question: &str, io: &mut Io) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() {
        let failure = Failure::new(format!("{question} nobody is there to answer"));
        return Err(failure
            .hint("`--yes` removes without asking, `--dry-run` lists")
            .into());
    }
    io.out.flush()?;
    write!(io.err, "{question} [y/N] ")?;
    io.err.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

fn articles(count: u64) -> String {
    let noun = if count == 1 { "article" } else { "articles" };
    format!("{count} {noun}")
}
