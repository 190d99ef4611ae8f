//! `dateline dups` and `dateline diff`: the copies of one story, and what one outlet changed.

use std::process::ExitCode;

use crate::article::Article;
use crate::cli::Io;
use crate::cli::failure::{self, Failure};
use crate::cli::folder::Folder;
use crate::cli::search::share;
use crate::index::{Index, Snapshot};
use crate::render;
use crate::search::{compare, copies};
use crate::text::printable;

/// List the copies of one story, earliest first, and what each changed
///
/// Each copy is compared with the one published first: cut, longer, changed, under another headline. An article goes by its id, by the
/// first digits of it, or by what it calls itself.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline dups 5f0c0b6f
  dateline dups 5f0c0b6f --json | jq '.articles[].publisher'")]
pub(crate) struct DupsArgs {
    /// The article's id, its first digits, or its own id
    #[arg(value_name = "ID")]
    id: String,
    /// Share of the shorter text in common that makes two articles copies: 0.5 to 1
    #[arg(long, value_name = "SHARE", default_value = "0.8", value_parser = share)]
    similar: f32,
    /// As JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Show what one article says otherwise than another, word by word
///
/// What was taken out stands in red, what was put in in green; without colour between [- -] and {+ +}. What both have is
/// shortened to a few words around each change.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  dateline diff 5f0c0b6f 9e3088f4
  dateline diff 5f0c0b6f 9e3088f4 --json | jq '.body[] | select(.change == \"added\").text'")]
pub(crate) struct DiffArgs {
    /// The article compared with: its id, its first digits, or its own id
    #[arg(value_name = "ID")]
    former: String,
    /// The other one
    #[arg(value_name = "ID")]
    latter: String,
    /// As JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Lists the copies; exit code 1 where there are none.
pub(crate) fn dups(args: &DupsArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let index = Index::open_read_only(&args.folder.index)?.snapshot()?;
    let Some(article) = the_one(&index, &args.id, io)? else {
        return Ok(ExitCode::from(1));
    };
    let story = copies(&index, &article.id, args.similar)?;
    if args.json {
        render::copies_json(&story, &mut io.out)?;
    } else if story.count > 1 {
        render::copies(&story, io.look, &mut io.out)?;
    } else {
        io.say("no copies")?;
    }
    if story.count > story.members.len() {
        let (shown, count) = (story.members.len(), story.count);
        io.say(&format!(
            "note: the first {shown} of {count} copies are shown"
        ))?;
    }
    Ok(ExitCode::from(u8::from(story.count < 2)))
}

/// Shows the changes.
pub(crate) fn diff(args: &DiffArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let index = Index::open_read_only(&args.folder.index)?.snapshot()?;
    let Some(former) = the_one(&index, &args.former, io)? else {
        return Ok(ExitCode::from(1));
    };
    let Some(latter) = the_one(&index, &args.latter, io)? else {
        return Ok(ExitCode::from(1));
    };
    let compared = compare(&former, &latter);
    if args.json {
        render::diff_json(&former, &latter, &compared, &mut io.out)?;
    } else {
        render::diff(&former, &latter, &compared, io.look, &mut io.out)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The article that goes by `name`; where several do, the first of them, which is said. `None`, said as well, where none does.
pub(super) fn the_one(
    index: &Snapshot,
    name: &str,
    io: &mut Io,
) -> anyhow::Result<Option<Article>> {
    let mut found = index.find(name.trim())?;
    if found.is_empty() {
        let failure = Failure::new(format!("no article goes by `{}`", printable(name)));
        let hint = "ids stand at the right end of a hit, and in `dateline search --json`";
        failure::report(&failure.hint(hint).into(), io);
        return Ok(None);
    }
    if found.len() > 1 {
        io.say(&format!(
            "note: {} articles go by `{}`; {} is taken (`dateline show` lists them)",
            found.len(),
            printable(name),
            found[0].id
        ))?;
    }
    Ok(Some(found.swap_remove(0)))
}
