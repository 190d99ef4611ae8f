//! `dateline similar`: more like this.

use std::process::ExitCode;

use crate::cli::Io;
use crate::cli::copies::the_one;
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::search::{
    Args as SearchArgs, Dates, FilterFlags, Format, Output, answer, open, request,
};
use crate::search::{copies, telling_words};

/// Find articles like one, its copies aside
///
/// The words that say most of what the article is about, of its title, its first sentences and the names in it, are searched for; articles
/// with many of them come first. `--explain` shows the words.
#[derive(Clone, Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline similar 5f0c0b6f
  dateline similar 5f0c0b6f --from 2022-07 --format csv -n 50")]
pub(crate) struct Args {
    /// The article's id, its first digits, or its own id
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    dates: Dates,
    #[command(flatten)]
    filters: FilterFlags,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    folder: Folder,
}

/// Searches and prints as `search` does; exit code 1 where nothing is found.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let today = crate::cli::today()?;
    let snapshot = open(&args.folder)?;
    let Some(article) = the_one(&snapshot, &args.id, io)? else {
        return Ok(ExitCode::from(1));
    };
    let words = telling_words(&snapshot, &article)?;
    if words.is_empty() {
        io.say("nothing found: no other article has a telling word of it")?;
        return Ok(ExitCode::from(1));
    }
    let mut search = SearchArgs::plain(&words, args.folder.clone());
    search.dates = args.dates.clone();
    search.filters = args.filters.clone();
    search.output = args.output.clone();
    search.ranking.any = true;
    search.ranking.no_expand = true;
    if search.format() == Format::Trec {
        let failure = Failure::new("`--format trec` is for `dateline search -f`");
        return Err(failure.into());
    }
    let mut request = request::request(&search, &words.join(" "), &today)?;
    let story = copies(&snapshot, &article.id, request.similar)?;
    request.filters.without = vec![article.id];
    let others = story.members.into_iter().map(|member| member.article.id);
    request.filters.without.extend(others);
    answer::run(&search, request, &snapshot, &today, io)
}
