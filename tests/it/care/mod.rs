//! Is the index looked after: checked, mended, freed of what is not wanted, carried elsewhere?
//!
//! | module | asks |
//! |---|---|
//! | `removal` | does what was removed stay away, whatever becomes of its file? |
//! | `purge` | is no byte of what was removed left in the folder? |
//! | `check` | does `verify` see what is wrong, in the index and beside it? |
//! | `carry` | is a copy one commit, and does it come back? are older formats brought up to date? |
//! | `mend` | is what is damaged mended, and nothing lost that could be read? |

mod carry;
mod check;
mod mend;
mod purge;
mod removal;

pub(crate) use carry::articles;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder with an archive and an index in it, where commands are run.
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let place = Self {
            folder: TempDir::new().expect("a folder"),
        };
        fs::create_dir(place.path().join("archive")).expect("a folder");
        place
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn index(&self) -> PathBuf {
        self.path().join("index")
    }

    /// Writes a file of the archive.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join("archive").join(name);
        fs::create_dir_all(path.parent().expect("below the archive")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// A command in this folder.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        command(self.path(), args)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("it runs")
    }

    /// Runs a command that has to end with this code, and gives what it prints.
    pub(crate) fn ends(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{args:?}: {out}{err}");
        out
    }

    pub(crate) fn indexed(&self) -> String {
        self.ends(0, &["index", "archive"])
    }

    /// How many articles a query finds.
    pub(crate) fn count(&self, query: &str) -> u64 {
        let output = self.run(&["search", "-c", query]);
        text(&output.stdout).trim().parse().expect("a number")
    }
}

pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command
        .args(args)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("DATELINE_TODAY", "2022-09-10")
        .env_remove("DATELINE_INDEX")
        .stdin(std::process::Stdio::null());
    command
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// An article as a text file, about one word that no other has.
pub(crate) fn page(word: &str) -> String {
    format!(
        "The {word} of the harbour\n\nBy Ada Lindqvist\n\n8 September 2022\n\nThe council of the old harbour town talked about \
         {word} all morning, and put off what was to be decided.\n\nNobody at the quay had heard of {word} before, said the keeper of the lock.\n"
    )
}

/// An article as a line of JSON.
pub(crate) fn line(word: &str) -> String {
    let body =
        format!("The council talked about {word} all morning, and put off what was to be decided.");
    let article =
        serde_json::json!({"title": format!("The {word}"), "date": "2022-09-08", "body": body});
    format!("{article}\n")
}

/// Whether everything is to be tried, rather than a part: `DATELINE_THOROUGH=1`.
pub(crate) fn thorough() -> bool {
    std::env::var("DATELINE_THOROUGH").is_ok_and(|all| all != "0")
}
