//! Several at once: writers, and readers during commits.

use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{Row, archive, content, ended};
use crate::care::Place;

pub(super) fn rows() -> Vec<Row> {
    vec![writers(), readers()]
}

/// Of several that write, one does, or one after the other; the others say that it is at work.
fn writers() -> Row {
    let mut row = Row::new("four writers at once");
    let alone = Place::new();
    archive(&alone, 60, 0);
    alone.indexed();
    let wanted = content(&alone);
    for _ in 0..4 {
        let place = Place::new();
        archive(&place, 60, 0);
        let children: Vec<_> = (0..4)
            .map(|_| {
                let mut command = place.command(&["index", "archive", "--commit-every", "2000"]);
                command
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
            })
            .collect();
        let mut outcome = Ok(());
        let mut done = 0;
        for child in children {
            let output = child.and_then(std::process::Child::wait_with_output);
            let output = output.map_err(|error| error.to_string());
            let said = output.and_then(|output| {
                done += u64::from(output.status.success());
                let said = ended(&output, &[0, 2], "a writer")?;
                let told = output.status.success() || said.contains("written by another process");
                if told { Ok(()) } else { Err(said) }
            });
            outcome = outcome.and(said);
        }
        let outcome = outcome.and_then(|()| {
            ended(&place.run(&["verify"]), &[0], "verify")?;
            let is = content(&place);
            if done > 0 && is == wanted {
                Ok(())
            } else {
                Err(format!("{done} done, {} articles", is.0.len()))
            }
        });
        row.tried(outcome);
    }
    row
}

/// Whoever reads while others commit sees one commit or the next, and never half of one.
fn readers() -> Row {
    let mut row = Row::new("searches while others commit, merge and purge");
    let place = Place::new();
    archive(&place, 60, 0);
    place.indexed();
    let all = content(&place).0.len();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut tried = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let output = place.run(&["search", "council", "-c"]);
                let outcome = ended(&output, &[0], "search").and_then(|said| {
                    // A file and all that it holds changes in one commit: of none there is more or less.
                    match said.trim().parse::<usize>() {
                        Ok(count) if count == all => Ok(()),
                        _ => Err(format!("{said} articles of {all}")),
                    }
                });
                tried.push(outcome);
            }
            tried
        });
        for edition in 1..6 {
            archive(&place, 60, edition);
            place.ends(0, &["index", "archive", "--commit-every", "3000"]);
            place.ends(
                0,
                &[if edition % 2 == 0 {
                    "purge"
                } else {
                    "optimize"
                }],
            );
        }
        done.store(true, Ordering::Relaxed);
        for outcome in reader.join().unwrap_or_default() {
            row.tried(outcome);
        }
    });
    row
}
