//! `dateline completions` and `dateline man`: made from the flags themselves.

use std::process::ExitCode;

use clap::CommandFactory;

use crate::cli::{Cli, Io};

/// Print completions for a shell
///
/// For bash: `dateline completions bash > ~/.local/share/bash-completion/completions/dateline`
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// Print the manual page
///
/// To read it: `dateline man | man -l -`
#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {}

/// Prints the script.
pub(crate) fn run(args: &Args, io: &mut Io) -> anyhow::Result<ExitCode> {
    // The generator panics where it cannot write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "dateline", &mut script);
    io.out.write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the page of the program, then one of each command.
pub(crate) fn man(_args: &ManArgs, io: &mut Io) -> anyhow::Result<ExitCode> {
    let mut command = Cli::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut io.out)?;
    for sub in command
        .get_subcommands()
        .filter(|sub| sub.get_name() != "help")
    {
        clap_mangen::Man::new(sub.clone()).render(&mut io.out)?;
    }
    Ok(ExitCode::SUCCESS)
}
