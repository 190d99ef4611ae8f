//! The ladder: each family of hostile input at doubling sizes, each in a process of its own, so that its memory is its own too.

use std::fs;
use std::io::{self, Write};
use std::process::Command;
use std::time::Duration;

use crate::hostile::{self, thread_cpu};

/// Bytes of the lowest step.
const LOWEST: usize = 512 << 10;
/// Steps, each twice the one below.
const STEPS: u32 = 4;
/// A family that needs longer for a step than this isn't made to climb the next.
const PATIENCE: Duration = Duration::from_secs(20);

/// Prints the table, worst families first; `names` leaves only families whose name or file holds one of them.
pub(crate) fn report(names: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    write!(out, "{:<48}", "CPU ns a byte at")?;
    for step in 0..STEPS {
        write!(out, "{:>9}K", (LOWEST << step) >> 10)?;
    }
    writeln!(out, "{:>9}{:>12}", "doubling", "bytes/byte")?;
    for family in hostile::families() {
        let name = format!("{} of {}", family.name, family.path);
        if !names.is_empty() && !names.iter().any(|part| name.contains(part.as_str())) {
            continue;
        }
        write!(
            out,
            "{:<48}",
            format!("{}: {}", kind(family.path), family.name)
        )?;
        let mut costs = Vec::new();
        let mut memory = 0.0;
        for step in 0..STEPS {
            let Some(climbed) = climb(family.name, family.path, LOWEST << step) else {
                write!(out, "{:>10}", "-")?;
                break;
            };
            let bytes = climbed.bytes as f64;
            costs.push(climbed.cpu.as_nanos() as f64);
            memory = climbed.memory as f64 / bytes;
            write!(out, "{:>10.1}", climbed.cpu.as_nanos() as f64 / bytes)?;
            out.flush()?;
            if climbed.cpu > PATIENCE {
                break;
            }
        }
        let doubling = costs
            .windows(2)
            .map(|pair| pair[1] / pair[0])
            .next_back()
            .unwrap_or(f64::NAN);
        writeln!(out, "{doubling:>9.2}{memory:>12.1}")?;
    }
    Ok(())
}

fn kind(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

/// What one step cost.
struct Climbed {
    bytes: usize,
    cpu: Duration,
    /// Bytes resident at the most, less those before the input was made.
    memory: u64,
}

/// Climbs one step in another process; `None` where it crashed.
fn climb(name: &str, path: &str, size: usize) -> Option<Climbed> {
    let output = Command::new(std::env::current_exe().ok()?)
        .args(["--step", name, path, &size.to_string()])
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut numbers = text.split_whitespace().map(str::parse::<u64>);
    let mut next = || numbers.next()?.ok();
    Some(Climbed {
        bytes: next()? as usize,
        cpu: Duration::from_nanos(next()?),
        memory: next()?,
    })
}

/// The other process: climbs, and prints what it cost.
pub(crate) fn step(arguments: &[String]) -> io::Result<()> {
    let [name, path, size] = arguments else {
        return Ok(());
    };
    let Some(family) =
        hostile::families().find(|family| family.name == name && family.path == path)
    else {
        return Ok(());
    };
    // Tables that are made once are no cost of the input's.
    hostile::run(path, family.make(1000).into_bytes());
    let bytes = family.make(size.parse().unwrap_or(0)).into_bytes();
    let length = bytes.len();
    let before = resident("VmRSS:");
    let start = thread_cpu();
    hostile::run(path, bytes);
    let spent = thread_cpu().saturating_sub(start);
    let memory = resident("VmHWM:").saturating_sub(before);
    writeln!(io::stdout(), "{length} {} {memory}", spent.as_nanos())
}

/// A line of the process's status, in bytes; nothing where there is none.
fn resident(key: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| {
            line.strip_prefix(key)?
                .trim()
                .strip_suffix(" kB")?
                .parse::<u64>()
                .ok()
        })
        .map_or(0, |kilobytes| kilobytes << 10)
}
