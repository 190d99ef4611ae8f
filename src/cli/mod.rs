//! The command line: what a user types, and what it means.
//!
//! Data goes to standard output, everything else to standard error. Errors are reported in one place (`failure`), and exit codes
//! are 0 found or done, 1 nothing found, 2 error, 3 done but some inputs failed.

mod backup;
mod completions;
mod copies;
mod counting;
mod demo;

mod entities;
mod extract;
mod facets;
mod failure;
mod folder;
mod index;
mod io;
mod named;
mod ledger;
mod progress;
mod remove;
mod repair;
mod search;
mod show;
mod size;
mod stats;
mod tidy;
mod timeline;
mod verify;
mod watch_list;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::date::Date;

pub(crate) use io::Io;

/// Index and search news archives
///
/// Two commands are enough: `dateline index FOLDER` makes an index of a folder of articles (text, HTML, JSON, …), and `dateline
/// search WORDS` searches it.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, max_term_width = 100, after_long_help = AFTER)]
struct Cli {
    /// What to log on standard error, such as `info` or `dateline=debug`
    #[arg(
        long,
        global = true,
        value_name = "FILTER",
        env = "DATELINE_LOG",
        hide_env = true,
        hide_short_help = true
    )]
    log: Option<String>,

    #[command(subcommand)]
    command: Command,
}

const AFTER: &str = "\
Examples:
  dateline demo                                      the sample archive, searched
  dateline index ~/archive                           index a folder, into ./index
  dateline search albania cyberattack                articles with both words
  dateline search '\"edi rama\" iran*' --from 2022-07
  dateline show 5f0c0b6f                              read one of them

Environment:
  DATELINE_INDEX   where the index lies, instead of ./index
  DATELINE_LOG     as --log
  DATELINE_TODAY   the day that `today` and `30d` are counted from, as 2022-09-08
  NO_COLOR         no colours

Exit codes: 0 found or done, 1 nothing found, 2 error, 3 done but some inputs failed (`dateline ledger` lists them)";

#[derive(Debug, Subcommand)]
enum Command {
    Index(Box<index::Args>),
    Search(Box<search::Args>),
    Show(show::Args),
    Facets(Box<facets::Args>),
    Timeline(Box<timeline::Args>),
    Entities(Box<entities::Args>),
    Similar(Box<search::SimilarArgs>),
    Dups(copies::DupsArgs),
    Diff(copies::DiffArgs),
    Extract(extract::Args),
    Stats(stats::Args),
    Ledger(ledger::Args),
    Verify(verify::Args),
    Repair(repair::RepairArgs),
    Rm(Box<remove::Args>),
    Purge(tidy::PurgeArgs),
    Optimize(tidy::OptimizeArgs),
    Backup(backup::BackupArgs),
    Restore(backup::RestoreArgs),
    Upgrade(repair::UpgradeArgs),
    Demo(demo::Args),
    Completions(completions::Args),
    Man(completions::ManArgs),
}

/// Runs the command.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    quiet_about_damage();
    let mut io = Io::standard();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return failure::usage(&error, &args, &mut io),
    };
    let done = log(cli.log.as_deref()).and_then(|()| run(cli.command, &mut io));
    match done.and_then(|code| io.finish().map(|()| code)) {
        Ok(code) => code,
        Err(error) => failure::report(&error, &mut io),
    }
}

fn run(command: Command, io: &mut Io) -> anyhow::Result<ExitCode> {
    match command {
        Command::Index(args) => index::run(&args, io),
        Command::Search(args) => search::run(&args, io),
        Command::Show(args) => show::run(&args, io),
        Command::Facets(args) => facets::run(&args, io),
        Command::Timeline(args) => timeline::run(&args, io),
        Command::Entities(args) => entities::run(&args, io),
        Command::Similar(args) => search::similar(&args, io),
        Command::Dups(args) => copies::dups(&args, io),
        Command::Diff(args) => copies::diff(&args, io),
        Command::Extract(args) => extract::run(&args, io),
        Command::Stats(args) => stats::run(&args, io),
        Command::Ledger(args) => ledger::run(&args, io),
        Command::Verify(args) => verify::run(&args, io),
        Command::Repair(args) => repair::repair(&args, io),
        Command::Rm(args) => remove::run(&args, io),
        Command::Purge(args) => tidy::purge(&args, io),
        Command::Optimize(args) => tidy::optimize(&args, io),
        Command::Backup(args) => backup::backup(&args, io),
        Command::Restore(args) => backup::restore(&args, io),
        Command::Upgrade(args) => repair::upgrade(&args, io),
        Command::Demo(args) => demo::run(&args, io),
        Command::Completions(args) => completions::run(&args, io),
        Command::Man(args) => completions::man(&args, io),
    }
}

/// The engine panics over some damage to an index, which is told as an error: once is enough.
fn quiet_about_damage() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if crate::index::is_guarded() {
            tracing::error!("{panic}");
        } else {
            tell(panic);
        }
    }));
}

/// Logs on standard error, if it is asked for.
fn log(filter: Option<&str>) -> anyhow::Result<()> {
    let Some(filter) = filter.filter(|filter| !filter.is_empty()) else {
        return Ok(());
    };
    let filter = tracing_subscriber::EnvFilter::try_new(filter).map_err(|error| {
        failure::Failure::new(format!("`--log {filter}`: {error}"))
            .hint("write `info`, `debug` or `dateline=debug`")
    })?;
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second call would keep the first logger.
    let _ = subscriber.try_init();
    Ok(())
}

/// The day that relative dates are counted from: `DATELINE_TODAY`, else the clock's.
fn today() -> anyhow::Result<Date> {
    if let Ok(day) = std::env::var("DATELINE_TODAY") {
        let date = Date::from_value(&day, None);
        return date.ok_or_else(|| {
            failure::Failure::new(format!("`DATELINE_TODAY` is not a day: `{day}`"))
                .hint("write it as 2022-09-08")
                .into()
        });
    }
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    let now = Date::on_local_clock(since.as_secs() as i64);
    now.map(|now| now.to_day())
        .ok_or_else(|| failure::Failure::new("the clock is outside the calendar").into())
}
