//! `dateline stats`: what the index holds.

use std::io::Write;
use std::process::ExitCode;

use serde_json::json;

use crate::cli::folder::Folder;
use crate::cli::{Io, size};
use crate::date::{Date, Precision};
use crate::index::{Index, Stats};
use crate::text::printable;

/// Languages and publishers shown.
const SHOWN: usize = 10;

/// Say what the index holds
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// As JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Prints the counts.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    let snapshot = Index::open_read_only(&args.folder.index)?.snapshot()?;
    let stats = snapshot.stats()?;
    if args.json {
        let mut value = serde_json::to_value(&stats)?;
        // Days, rather than the seconds that the index keeps.
        value["first"] = json!(stats.first.and_then(day));
        value["last"] = json!(stats.last.and_then(day));
        value["index"] = json!(snapshot.path());
        for name in ["langs", "publishers"] {
            let counts = value[name].as_array().cloned().unwrap_or_default();
            let counts = counts
                .iter()
                .map(|pair| json!({ "name": pair[0], "count": pair[1] }));
            value[name] = counts.collect();
        }
        let bytes = stats
            .bytes
            .iter()
            .map(|(kind, bytes)| (kind.clone(), json!(bytes)));
        value["bytes"] = serde_json::Value::Object(bytes.collect());
        writeln!(io.out, "{value}")?;
        return Ok(ExitCode::SUCCESS);
    }
    table(&stats, &mut io.out)?;
    Ok(ExitCode::SUCCESS)
}

fn table(stats: &Stats, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut row = |name: &str, value: &str| writeln!(out, "{name:<12} {value}");
    row("articles", &grouped(stats.articles))?;
    if let (Some(first), Some(last)) = (stats.first.and_then(day), stats.last.and_then(day)) {
        row("dated", &format!("{first} to {last}"))?;
    }
    row("undated", &grouped(stats.undated))?;
    row("words", &grouped(stats.words))?;
    let inputs = stats.inputs;
    row(
        "inputs",
        &format!(
            "{} indexed, {} skipped, {} failed",
            grouped(inputs.indexed),
            grouped(inputs.skipped),
            grouped(inputs.failed)
        ),
    )?;
    row("languages", &list(&stats.langs))?;
    row("publishers", &list(&stats.publishers))?;
    let bytes: u64 = stats.bytes.iter().map(|(_, bytes)| bytes).sum();
    row("on disk", &size::show(bytes))?;
    row("segments", &stats.segments.to_string())?;
    row("format", &stats.format.to_string())?;
    Ok(())
}

/// `en 12, sq 3, unknown 1`
fn list(counts: &[(Option<String>, u64)]) -> String {
    let name = |name: &Option<String>| {
        name.as_deref()
            .map_or("unknown".to_owned(), |name| printable(name).into_owned())
    };
    let mut shown: Vec<String> = counts
        .iter()
        .take(SHOWN)
        .map(|(of, count)| format!("{} {}", name(of), grouped(*count)))
        .collect();
    if counts.len() > SHOWN {
        shown.push(format!("{} more", counts.len() - SHOWN));
    }
    if shown.is_empty() {
        "none".to_owned()
    } else {
        shown.join(", ")
    }
}

fn day(seconds: i64) -> Option<String> {
    Date::from_local(seconds, Precision::Day, None).map(|date| date.value())
}

/// `21,577`
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
