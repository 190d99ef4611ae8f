//! Does it survive what machines, disks and people do?
//!
//! `cargo test --test it faults -- --nocapture` runs all and prints the matrix of faults, with how many were tried and how many survived;
//! `DATELINE_KILLS=200` says how often the run is killed (30 where nothing is said), `DATELINE_THOROUGH=1` damages every file in more places, and
//! `DATELINE_FAULTS=kill,disk` chooses modules of this table.
//!
//! | module | does |
//! |---|---|
//! | `kill` | ends the run at any moment |
//! | `disk` | fills the disk, takes away the right to write, read |
//! | `inputs` | changes, removes and disguises files while they are read |
//! | `together` | writes twice, reads during commits |
//! | `damage` | cuts and turns over bytes of the index's files |

mod damage;
mod disk;
mod inputs;
mod kill;
mod together;

use std::fmt::Write;

use crate::care::Place;

/// What one kind of fault came to.
struct Row {
    fault: String,
    tried: u64,
    survived: u64,
    /// Why it was not tried.
    skipped: Option<&'static str>,
    /// The first that was not survived.
    why: Option<String>,
}

/// Tries the faults of one kind.
type Kind = fn() -> Vec<Row>;

impl Row {
    fn new(fault: &str) -> Self {
        Self {
            fault: fault.to_owned(),
            tried: 0,
            survived: 0,
            skipped: None,
            why: None,
        }
    }

    fn skipped(fault: &str, why: &'static str) -> Self {
        Self {
            skipped: Some(why),
            ..Self::new(fault)
        }
    }

    /// Notes a try.
    fn tried(&mut self, outcome: Result<(), String>) {
        self.tried += 1;
        match outcome {
            Ok(()) => self.survived += 1,
            Err(why) => {
                self.why.get_or_insert(why);
            }
        }
    }
}

/// One test, so that the matrix is one and no two faults meet.
#[test]
fn faults_are_survived() {
    let kinds: [(&str, Kind); 5] = [
        ("kill", kill::rows),
        ("disk", disk::rows),
        ("inputs", inputs::rows),
        ("together", together::rows),
        ("damage", damage::rows),
    ];
    let chosen = std::env::var("DATELINE_FAULTS").unwrap_or_default();
    let is_chosen = |kind: &str| chosen.is_empty() || chosen.split(',').any(|one| one == kind);
    let kinds = kinds.into_iter().filter(|(kind, _)| is_chosen(kind));
    let rows: Vec<Row> = kinds.flat_map(|(_, rows)| rows()).collect();
    let mut matrix = format!("\n{:<66}{:>7}{:>10}\n", "fault", "tried", "survived");
    for row in &rows {
        let _ = match row.skipped {
            Some(why) => writeln!(
                matrix,
                "{:<66}{:>17}",
                row.fault,
                format!("not tried: {why}")
            ),
            None => writeln!(
                matrix,
                "{:<66}{:>7}{:>10}",
                row.fault, row.tried, row.survived
            ),
        };
    }
    let total = |count: fn(&Row) -> u64| rows.iter().map(count).sum::<u64>();
    let _ = writeln!(
        matrix,
        "{:<66}{:>7}{:>10}",
        "all",
        total(|row| row.tried),
        total(|row| row.survived)
    );
    println(&matrix);
    let why = |row: &Row| Some(format!("{}: {}", row.fault, row.why.as_deref()?));
    let whys: Vec<String> = rows.iter().filter_map(why).collect();
    assert!(whys.is_empty(), "{}", whys.join("\n\n"));
    let untried = |row: &&Row| row.skipped.is_none() && row.tried == 0;
    let untried: Vec<&str> = rows
        .iter()
        .filter(untried)
        .map(|row| row.fault.as_str())
        .collect();
    assert_eq!(untried, [""; 0], "never tried");
}

/// What tests print is shown with `--nocapture`.
#[expect(
    clippy::print_stdout,
    reason = "the matrix is for whoever asked to see it"
)]
fn println(text: &str) {
    print!("{text}");
}

/// A number from the environment.
fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(otherwise)
}

/// Says that a command has to have ended in one of these ways, without a panic.
fn ended(output: &std::process::Output, codes: &[i32], what: &str) -> Result<String, String> {
    let said = format!(
        "{}{}",
        crate::care::text(&output.stdout),
        crate::care::text(&output.stderr)
    );
    let code = output.status.code();
    if said.contains("panicked") || !code.is_some_and(|code| codes.contains(&code)) {
        return Err(format!("{what}: {code:?} {said}"));
    }
    Ok(said)
}

/// An archive of many small files, some with many articles, whose words depend on `edition`.
fn archive(place: &Place, files: u64, edition: u64) {
    for number in 0..files {
        let word = format!("albatross{number}x{edition}");
        if number % 10 == 0 {
            let lines: String = (0..30)
                .map(|line| crate::care::line(&format!("{word}l{line}")))
                .collect();
            place.write(&format!("{number}.jsonl"), lines);
        } else {
            place.write(&format!("{number}.txt"), crate::care::page(&word));
        }
    }
}

/// Every article, and what the ledger says of every file, times aside.
fn content(place: &Place) -> (Vec<String>, Vec<String>) {
    let articles = crate::care::articles(&place.index());
    let ledger = place.run(&["ledger", "--json"]);
    let mut rows: Vec<String> = crate::care::text(&ledger.stdout)
        .lines()
        .map(|line| {
            let mut row: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            if let Some(row) = row.as_object_mut() {
                row.remove("modified");
            }
            row.to_string()
        })
        .collect();
    rows.sort();
    (articles, rows)
}
