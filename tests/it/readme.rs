//! The README's console blocks do what they show.
//!
//! In a block, `$` begins a command and the lines under it are what it prints; a line `...` stands for any lines, `[..]` for any
//! text in a line. `cargo run --release --` is the program that the tests built. To write down what is printed now:
//! `README=overwrite cargo test --test it readme` (commands whose output holds an elision are left alone).

use std::fs;
use std::path::Path;
use std::process::Command;

/// A command of a console block and the lines shown under it.
struct Step {
    command: String,
    shown: Vec<String>,
    /// Lines of the README that `shown` fills: first, and one past the last.
    lines: (usize, usize),
}

fn steps(readme: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (number, line) in readme.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            steps.push(Step {
                command: command.to_owned(),
                shown: Vec::new(),
                lines: (number + 1, number + 1),
            });
        } else if let Some(step) = steps.last_mut().filter(|_| inside) {
            step.shown.push(line.trim_end().to_owned());
            step.lines.1 = number + 1;
        }
    }
    steps
}

fn line_matches(shown: &str, printed: &str) -> bool {
    let mut rest = printed;
    let parts: Vec<&str> = shown.split("[..]").collect();
    for (at, part) in parts.iter().enumerate() {
        let found = if at == 0 {
            rest.starts_with(part).then_some(0)
        } else {
            rest.find(part)
        };
        match found {
            Some(place) => rest = &rest[place + part.len()..],
            None => return false,
        }
    }
    rest.is_empty()
        || parts
            .last()
            .is_some_and(|last| last.is_empty() && parts.len() > 1)
}

fn matches(shown: &[String], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first == "..." => {
            (0..=printed.len()).any(|skip| matches(rest, &printed[skip..]))
        }
        Some((first, rest)) => printed
            .split_first()
            .is_some_and(|(line, others)| line_matches(first, line) && matches(rest, others)),
    }
}

fn run(command: &str, index: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_dateline"));
    let folders = format!(
        "{}:{}",
        program.parent().expect("a folder").display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let output = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "({}) 2>&1",
            command.replace("cargo run --release --", "dateline")
        ))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("PATH", folders)
        .env("DATELINE_INDEX", index.join("index"))
        .env("XDG_CACHE_HOME", index)
        .env("DATELINE_TODAY", "2022-09-10")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .output()
        .expect("a shell");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn console_blocks_do_what_they_show() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("a README");
    let folder = tempfile::tempdir().expect("a folder");
    let steps = steps(&readme);
    assert!(steps.len() > 5, "the README shows how dateline is used");
    let mut lines: Vec<String> = readme.lines().map(str::to_owned).collect();
    let mut wrong = Vec::new();
    for step in &steps {
        let printed = run(&step.command, folder.path());
        let printed: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
        let mut shown = step.shown.clone();
        while shown.last().is_some_and(String::is_empty) {
            shown.pop();
        }
        if !matches(&shown, &printed) {
            wrong.push((
                step,
                printed
                    .iter()
                    .map(|line| (*line).to_owned())
                    .collect::<Vec<_>>(),
            ));
        }
    }
    if std::env::var("README").is_ok_and(|how| how == "overwrite") {
        for (step, printed) in wrong.iter().rev() {
            let elided = step
                .shown
                .iter()
                .any(|line| line == "..." || line.contains("[..]"));
            if !elided {
                lines.splice(step.lines.0..step.lines.1, printed.iter().cloned());
            }
        }
        fs::write(&path, lines.join("\n") + "\n").expect("a writable README");
        return;
    }
    let report: Vec<String> = wrong
        .iter()
        .map(|(step, printed)| format!("$ {}\n{}", step.command, printed.join("\n")))
        .collect();
    assert!(
        report.is_empty(),
        "the README shows something else than:\n{}",
        report.join("\n\n")
    );
}

#[test]
fn an_elision_stands_for_what_it_should() {
    let shown = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(matches(
        &shown("a\n...\nz [..] b"),
        &["a", "x", "y", "z 12 b"]
    ));
    assert!(!matches(&shown("a\n...\nz"), &["a", "x"]));
    assert!(!matches(&shown("a"), &["a", "b"]));
    assert!(!line_matches("in [..] s", "in 3 ms"));
}
