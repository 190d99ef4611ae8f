//! The disk is full, a limit is met, the folder cannot be written.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Row, archive, content, ended};
use crate::care::{Place, command, text};

pub(super) fn rows() -> Vec<Row> {
    vec![
        full(),
        limited(),
        read_only_folder(),
        read_only_medium(),
        no_folder(),
    ]
}

/// A disk of a few pages, where one can be made.
fn full() -> Row {
    const NAME: &str = "disk full (tmpfs of 300 to 900 kB)";
    let mut row = Row::new(NAME);
    for size in [300, 500, 700, 900] {
        let place = Place::new();
        archive(&place, 300, 0);
        let small = place.path().join("small");
        if fs::create_dir(&small).is_err() {
            continue;
        }
        let option = format!("size={size}k");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &option, "tmpfs"])
            .arg(&small)
            .output();
        if !mounted.is_ok_and(|mounted| mounted.status.success()) {
            return Row::skipped(NAME, "mounting needs root");
        }
        let outcome = fills(&place, &small.join("index"));
        let _ = Command::new("umount").arg(&small).status();
        row.tried(outcome);
    }
    row
}

/// It says that the disk is full; what was committed is there; with room it goes on.
fn fills(place: &Place, index: &Path) -> Result<(), String> {
    let at = index.to_string_lossy().into_owned();
    let args = ["index", "archive", "--index", &at, "--commit-every", "4000"];
    let said = ended(&place.run(&args), &[0, 2], "index on a full disk")?;
    if said.contains("indexed ") {
        return Ok(());
    }
    if !said.contains("error: index at") || !(said.contains("space") || said.contains("full")) {
        return Err(format!("it does not say that the disk is full: {said}"));
    }
    if !index.join("meta.json").exists() {
        return Ok(());
    }
    ended(&place.run(&["verify", "--index", &at]), &[0], "verify")?;
    ended(
        &place.run(&["search", "council", "--index", &at]),
        &[0, 1],
        "search",
    )?;
    // Carried to where there is room, it goes on.
    place.ends(0, &["backup", "roomy", "--index", &at]);
    place.ends(0, &["index", "archive", "--index", "roomy"]);
    place.ends(0, &["index", "archive"]);
    let articles = |index: &Path| crate::care::articles(index).len();
    let (is, wanted) = (
        articles(&place.path().join("roomy")),
        articles(&place.index()),
    );
    if is != wanted {
        return Err(format!("{is} articles instead of {wanted}"));
    }
    ended(
        &place.run(&["verify", "--sources", "--index", "roomy"]),
        &[0],
        "verify",
    )
    .map(drop)
}

/// Files may not grow beyond a limit, as `ulimit -f` has it.
fn limited() -> Row {
    const NAME: &str = "no file may grow (ulimit -f, 4 to 64 kB)";
    if cfg!(not(unix)) {
        return Row::skipped(NAME, "there is no such limit");
    }
    let mut row = Row::new(NAME);
    for blocks in [8, 16, 32, 64, 128] {
        let place = Place::new();
        archive(&place, 200, 0);
        // The signal is ignored, so that writing fails rather than the process.
        let script = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" index archive --commit-every 4000"
        );
        let output = Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_dateline")])
            .current_dir(place.path())
            .env_remove("DATELINE_INDEX")
            .output();
        let outcome = output
            .map_err(|error| error.to_string())
            .and_then(|output| {
                ended(&output, &[0, 2], "index under the limit")?;
                if place.index().join("meta.json").exists() {
                    ended(&place.run(&["verify"]), &[0], "verify")?;
                }
                ended(&place.run(&["index", "archive"]), &[0], "the next run")?;
                ended(&place.run(&["verify", "--sources"]), &[0], "verify").map(drop)
            });
        row.tried(outcome);
    }
    row
}

/// Who runs this may be root, whom modes do not stop: files that nobody can open stand in the way of the locks as well.
fn read_only_folder() -> Row {
    let mut row = Row::new("folder that cannot be written: search works, index says why not");
    let place = Place::new();
    archive(&place, 20, 0);
    place.indexed();
    let before = content(&place).0;
    set_mode(&place.index(), 0o555);
    for lock in [".tantivy-writer.lock", ".tantivy-meta.lock"] {
        let lock = place.index().join(lock);
        let _ = fs::remove_file(&lock);
        let _ = fs::create_dir(&lock);
    }
    row.tried(searches_only(&place, &before));
    set_mode(&place.index(), 0o700);
    row
}

fn searches_only(place: &Place, before: &[String]) -> Result<(), String> {
    ended(&place.run(&["verify"]), &[0], "verify")?;
    if crate::care::articles(&place.index()) != before {
        return Err("it does not find what it found".to_owned());
    }
    ended(&place.run(&["backup", "copy"]), &[0], "backup")?;
    for args in [["index", "archive"], ["rm", "--id=0"]] {
        let said = ended(&place.run(&args), &[2], "writing")?;
        if !said.starts_with("error: ") {
            return Err(said);
        }
    }
    for args in [
        vec!["rm", "council", "--yes"],
        vec!["purge"],
        vec!["optimize"],
        vec!["repair"],
    ] {
        ended(&place.run(&args), &[0, 2], "writing")?;
    }
    if crate::care::articles(&place.index()) != before {
        return Err("it has changed".to_owned());
    }
    Ok(())
}

/// A medium that is mounted for reading alone, where one can be made.
fn read_only_medium() -> Row {
    const NAME: &str = "read-only medium: search, show, verify, backup";
    let place = Place::new();
    archive(&place, 20, 0);
    place.indexed();
    let before = content(&place).0;
    let run = |args: &[&str]| {
        let done = Command::new("mount").args(args).arg(place.index()).output();
        done.is_ok_and(|done| done.status.success())
    };
    let at = place.index().to_string_lossy().into_owned();
    if !run(&["--bind", &at]) || !run(&["-o", "remount,bind,ro"]) {
        let _ = Command::new("umount").arg(place.index()).output();
        return Row::skipped(NAME, "mounting needs root");
    }
    let mut row = Row::new(NAME);
    let outcome = searches_only(&place, &before).and_then(|()| {
        let said = ended(&place.run(&["index", "archive"]), &[2], "index")?;
        if said.contains("cannot be written") {
            Ok(())
        } else {
            Err(format!("it does not say why: {said}"))
        }
    });
    let _ = Command::new("umount").arg(place.index()).status();
    row.tried(outcome);
    row
}

/// The index is asked to lie where it cannot.
fn no_folder() -> Row {
    let mut row = Row::new("index below a file, in a folder of other things, at a link to nowhere");
    let place = Place::new();
    archive(&place, 3, 0);
    fs::write(place.path().join("file"), "mine").unwrap_or_default();
    #[cfg(unix)]
    let _ = std::os::unix::fs::symlink("nowhere", place.path().join("link"));
    for at in ["file/index", "file", "archive", "link/index"] {
        let output = command(place.path(), &["index", "archive", "--index", at]).output();
        let outcome = output
            .map_err(|error| error.to_string())
            .and_then(|output| ended(&output, &[0, 2], at).map(drop));
        row.tried(outcome);
    }
    let mine = fs::read(place.path().join("file")).unwrap_or_default();
    row.tried(if text(&mine) == "mine" {
        Ok(())
    } else {
        Err("a file of somebody else was written".to_owned())
    });
    row
}

#[cfg(unix)]
pub(super) fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
pub(super) fn set_mode(_path: &Path, _mode: u32) {}
