//! The run is ended at any moment: what was committed is there, and the next run comes to the same content.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use super::{Row, archive, content, ended, number};
use crate::care::Place;

const FILES: u64 = 120;

pub(super) fn rows() -> Vec<Row> {
    let wanted = number("DATELINE_KILLS", 30);
    let mut rows = [
        Row::new("killed while indexing anew"),
        Row::new("killed while indexing changes"),
        Row::new("killed while optimizing, purging, removing"),
    ];
    // The undisturbed run, of either edition.
    let whole = Place::new();
    let began = Instant::now();
    archive(&whole, FILES, 0);
    index(&whole);
    let first = content(&whole);
    let once = began.elapsed();
    archive(&whole, FILES, 1);
    index(&whole);
    let second = content(&whole);
    assert!(first.0.len() > 100 && second.0.len() == first.0.len() && first != second);

    let fresh = Place::new();
    archive(&fresh, FILES, 0);
    index(&fresh);
    for round in 0..wanted {
        // Spread evenly over the time that a run takes, and a little behind.
        let after = once.mul_f64((round as f64 * 0.618_034).fract() * 1.1);
        let place = Place::new();
        archive(&place, FILES, 0);
        let commit = format!("{}", 1_500 + 700 * (round % 20));
        let args = ["index", "archive", "--commit-every", &commit];
        match round % 4 {
            3 => {
                let outcome = maintain(&fresh, round, after / 4, &first);
                rows[2].tried(outcome);
            }
            2 => {
                index(&place);
                archive(&place, FILES, 1);
                let outcome = kill(&place, &args, after).and_then(|()| comes_to(&place, &second));
                rows[1].tried(outcome);
            }
            _ => {
                let outcome = kill(&place, &args, after).and_then(|()| comes_to(&place, &first));
                rows[0].tried(outcome);
            }
        }
    }
    rows.into()
}

fn index(place: &Place) {
    place.ends(0, &["index", "archive", "--commit-every", "20000"]);
}

/// Begins a command and kills it.
fn kill(place: &Place, args: &[&str], after: Duration) -> Result<(), String> {
    let mut command = place.command(args);
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(|error| error.to_string())?;
    thread::sleep(after);
    // It may be done already.
    let _ = child.kill();
    child.wait().map(drop).map_err(|error| error.to_string())
}

/// The index is whole, or not there yet; what is in it is right; the next run ends as an undisturbed one does.
fn comes_to(place: &Place, wanted: &(Vec<String>, Vec<String>)) -> Result<(), String> {
    if place.index().join("meta.json").exists() {
        ended(&place.run(&["verify"]), &[0], "verify after the kill")?;
        ended(
            &place.run(&["search", "council"]),
            &[0, 1],
            "search after the kill",
        )?;
    }
    ended(&place.run(&["index", "archive"]), &[0], "the next run")?;
    ended(
        &place.run(&["verify", "--sources"]),
        &[0],
        "verify after the next run",
    )?;
    let is = content(place);
    if is == *wanted {
        return Ok(());
    }
    let differ = |is: &[String], wanted: &[String]| {
        let is: std::collections::BTreeSet<&String> = is.iter().collect();
        let wanted: std::collections::BTreeSet<&String> = wanted.iter().collect();
        is.symmetric_difference(&wanted)
            .take(3)
            .map(|line| line.chars().take(160).collect::<String>())
            .collect::<Vec<_>>()
    };
    Err(format!(
        "{} and {} articles: {:?} {:?}",
        is.0.len(),
        wanted.0.len(),
        differ(&is.0, &wanted.0),
        differ(&is.1, &wanted.1)
    ))
}

/// The same for commands that look after the index.
fn maintain(
    place: &Place,
    round: u64,
    after: Duration,
    wanted: &(Vec<String>, Vec<String>),
) -> Result<(), String> {
    let args: &[&str] = match round / 4 % 3 {
        0 => &["optimize"],
        1 => &["purge"],
        _ => &["rm", "albatross1x0 OR albatross20x0l3", "--yes"],
    };
    kill(place, args, after)?;
    ended(
        &place.run(&["verify"]),
        &[0],
        &format!("verify after {args:?}"),
    )?;
    // What was removed comes back, so that the next round finds it.
    ended(
        &place.run(&["rm", "--restore", "**"]),
        &[0, 1],
        "rm --restore",
    )?;
    comes_to(place, wanted)
}
