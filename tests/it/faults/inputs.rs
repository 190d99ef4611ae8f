//! Files change and vanish while they are read; others are no files at all.

use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::disk::set_mode;
use super::{Row, archive, content, ended};
use crate::care::{Place, page};

pub(super) fn rows() -> Vec<Row> {
    vec![restless(), modes(), loops(), devices()]
}

/// Another process writes, cuts, renames and removes the files of the archive while they are indexed.
fn restless() -> Row {
    let mut row = Row::new("files that change, are cut, renamed or vanish while they are read");
    for round in 0..6 {
        let place = Place::new();
        archive(&place, 80, 0);
        let done = AtomicBool::new(false);
        let outcome = thread::scope(|scope| {
            scope.spawn(|| {
                let mut number = round;
                while !done.load(Ordering::Relaxed) {
                    number += 7;
                    let path = |number: u64| {
                        let name = format!("archive/{}.txt", number % 80);
                        place.path().join(name)
                    };
                    let _ = match number % 4 {
                        0 => fs::remove_file(path(number)),
                        1 => fs::write(path(number), page(&format!("bittern{number}"))),
                        2 => fs::rename(path(number), path(number + 1)),
                        _ => fs::OpenOptions::new()
                            .write(true)
                            .open(path(number))
                            .and_then(|file| file.set_len(40)),
                    };
                }
            });
            let ran = ended(&place.run(&["index", "archive"]), &[0, 3], "index");
            done.store(true, Ordering::Relaxed);
            ran
        });
        let outcome = outcome.and_then(|_| {
            ended(&place.run(&["verify"]), &[0], "verify")?;
            // At rest, the next run sees what there is.
            archive(&place, 80, 3);
            ended(
                &place.run(&["index", "archive", "--prune"]),
                &[0],
                "the next run",
            )?;
            ended(&place.run(&["verify", "--sources"]), &[0], "verify")?;
            let anew = Place::new();
            archive(&anew, 80, 3);
            anew.indexed();
            let stale = content(&place).0.len().abs_diff(content(&anew).0.len());
            // Renaming may have left files of names that the archive of the undisturbed run does not have: none does.
            if stale == 0 {
                Ok(())
            } else {
                Err(format!("{stale} articles too many or few"))
            }
        });
        row.tried(outcome);
    }
    row
}

/// Files and folders that may not be read come to be read, and the other way round.
fn modes() -> Row {
    let mut row = Row::new("permissions that change: articles stay, the ledger says why");
    let place = Place::new();
    archive(&place, 20, 0);
    place.write("deep/down.txt", page("curlew"));
    place.indexed();
    let before = content(&place).0;
    let file = place.path().join("archive/3.txt");
    let folder = place.path().join("archive/deep");
    let bytes = fs::read(&file).unwrap_or_default();
    for (path, mode, back) in [(&file, 0o000, 0o644), (&folder, 0o000, 0o755)] {
        // Another time, so that it is looked at again.
        if path.is_file() {
            let _ = fs::write(path, &bytes);
        }
        set_mode(path, mode);
        let outcome = ended(&place.run(&["index", "archive"]), &[0, 3], "index");
        set_mode(path, back);
        let outcome = outcome.and_then(|_| {
            ended(&place.run(&["verify"]), &[0], "verify")?;
            let is = content(&place).0;
            if is == before {
                Ok(())
            } else {
                Err(format!("{} articles of {}", is.len(), before.len()))
            }
        });
        row.tried(outcome);
    }
    row
}

/// Links in circles end.
fn loops() -> Row {
    const NAME: &str = "loops of symbolic links, followed or not";
    let mut row = Row::new(NAME);
    if cfg!(not(unix)) {
        return Row::skipped(NAME, "there are none");
    }
    let place = Place::new();
    archive(&place, 10, 0);
    #[cfg(unix)]
    for (to, name) in [
        (".", "here"),
        ("../archive", "up"),
        ("self", "self"),
        ("b", "a"),
        ("a", "b"),
    ] {
        let _ = std::os::unix::fs::symlink(to, place.path().join("archive").join(name));
    }
    for args in [
        vec!["index", "archive"],
        vec!["index", "archive", "--follow"],
    ] {
        let began = Instant::now();
        let outcome = ended(&place.run(&args), &[0, 3], "index").and_then(|_| {
            ended(&place.run(&["verify"]), &[0], "verify")?;
            if began.elapsed() < Duration::from_mins(1) {
                Ok(())
            } else {
                Err("it takes too long".to_owned())
            }
        });
        row.tried(outcome);
    }
    row
}

/// Pipes, sockets and devices are not opened: a pipe would never end.
fn devices() -> Row {
    const NAME: &str = "pipes, sockets, links to devices";
    let mut row = Row::new(NAME);
    let place = Place::new();
    archive(&place, 5, 0);
    let pipe = place.path().join("archive/pipe.txt");
    let made = Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|made| made.success()) {
        return Row::skipped(NAME, "there are none");
    }
    #[cfg(unix)]
    {
        let _ = std::os::unix::net::UnixListener::bind(place.path().join("archive/socket.txt"));
        for (to, name) in [
            ("/dev/zero", "zero.txt"),
            ("/dev/tty", "tty.txt"),
            ("pipe.txt", "linked.txt"),
        ] {
            let _ = std::os::unix::fs::symlink(to, place.path().join("archive").join(name));
        }
    }
    for follow in [None, Some("--follow")] {
        let args: Vec<&str> = ["index", "archive"].into_iter().chain(follow).collect();
        row.tried(in_time(&place, &args).and_then(|()| {
            ended(&place.run(&["verify"]), &[0], "verify")?;
            let ledger = crate::care::text(&place.run(&["ledger", "--skipped"]).stdout);
            if ledger.contains("pipe.txt") {
                Ok(())
            } else {
                Err(format!("no row of the pipe: {ledger}"))
            }
        }));
    }
    // Named outright.
    row.tried(in_time(&place, &["index", "archive/pipe.txt"]));
    row.tried(in_time(&place, &["verify", "--sources"]));
    row
}

/// Runs a command that must not hang.
fn in_time(place: &Place, args: &[&str]) -> Result<(), String> {
    let mut command = place.command(args);
    let child = command
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn();
    let mut child = child.map_err(|error| error.to_string())?;
    for _ in 0..600 {
        match child.try_wait() {
            Ok(Some(ended)) if matches!(ended.code(), Some(0..=3)) => return Ok(()),
            Ok(Some(ended)) => return Err(format!("{args:?}: {ended}")),
            _ => thread::sleep(Duration::from_millis(100)),
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    Err(format!("{args:?} hangs"))
}
