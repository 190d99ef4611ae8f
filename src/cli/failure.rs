//! The one place where errors are told: `error: …`, the query with a caret, `hint: …`.

use std::error::Error;
use std::ffi::OsString;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::Io;
use crate::index::IndexError;
use crate::ingest::IngestError;
use crate::query::{self, QueryError};
use crate::search::SearchError;
use crate::text::{Span, printable};

/// An error that the command line itself makes.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    hint: Option<String>,
    /// A query, and the part of it that is meant.
    excerpt: Option<(String, Span)>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: None,
            excerpt: None,
        }
    }

    /// What helps.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The query in question, and where in it.
    pub(crate) fn at(mut self, query: &str, span: Span) -> Self {
        self.excerpt = Some((query.to_owned(), span));
        self
    }
}

impl Display for Failure {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl Error for Failure {}

/// Tells an error, and gives the exit code. A pipe closed by its reader is none.
pub(crate) fn report(error: &anyhow::Error, io: &mut Io) -> ExitCode {
    let causes = || error.chain();
    let closed = |cause: &(dyn Error + 'static)| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
    };
    if causes().any(closed) {
        return ExitCode::SUCCESS;
    }
    let mut lines = Vec::new();
    let mut message: Vec<String> = Vec::new();
    for cause in causes() {
        let cause = cause.to_string();
        // An error that shows its cause's message has said it.
        if message.last().is_none_or(|last| !last.ends_with(&cause)) {
            message.push(cause);
        }
    }
    lines.push(format!("error: {}", printable(&message.join(": "))));
    let mut hint = None;
    for cause in causes() {
        if let Some(failure) = cause.downcast_ref::<Failure>() {
            hint = hint.or_else(|| failure.hint.clone());
            if let Some((query, span)) = &failure.excerpt {
                lines.extend(
                    query::excerpt(query, *span)
                        .lines()
                        .map(|line| format!("  {line}")),
                );
            }
        } else if let Some(error) = cause.downcast_ref::<QueryError>() {
            hint = hint.or_else(|| error.hint.clone());
            lines.extend(error.excerpt().lines().map(|line| format!("  {line}")));
        } else if let Some(error) = cause.downcast_ref::<IndexError>() {
            hint = hint.or_else(|| error.hint());
        } else if let Some(SearchError::Index(error)) = cause.downcast_ref::<SearchError>() {
            hint = hint.or_else(|| error.hint());
        } else if let Some(IngestError::Index(error)) = cause.downcast_ref::<IngestError>() {
            hint = hint.or_else(|| error.hint());
        }
    }
    lines.extend(hint.map(|hint| format!("hint: {hint}")));
    // Nothing can be done where standard output or standard error is closed.
    let _ = io.out.flush();
    let _ = writeln!(io.err, "{}", lines.join("\n"));
    ExitCode::from(2)
}

/// Tells what is wrong with the arguments, or shows the help that was asked for.
pub(crate) fn usage(error: &clap::Error, args: &[OsString], io: &mut Io) -> ExitCode {
    let unknown = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(flag)) if error.kind() == ErrorKind::UnknownArgument => {
            Some(flag.clone())
        }
        _ => None,
    };
    let searching = args.iter().skip(1).any(|arg| arg == "search");
    if let Some(flag) = unknown.filter(|flag| searching && flag.starts_with('-')) {
        // Of `-iran` clap names `-i`, or whichever letter it does not know.
        let typed = args.iter().filter_map(|arg| arg.to_str());
        let typed = typed.skip(1).find(|arg| {
            arg.starts_with(&flag)
                || (!arg.starts_with("--")
                    && arg.starts_with('-')
                    && flag.len() == 2
                    && arg.contains(&flag[1..]))
        });
        let typed = typed.unwrap_or(&flag).to_owned();
        let word = typed
            .trim_start_matches('-')
            .split('=')
            .next()
            .unwrap_or_default();
        let hint = match error.get(ContextKind::SuggestedArg) {
            Some(ContextValue::String(meant)) => format!("did you mean `{meant}`?"),
            _ if typed.starts_with("--") => "`dateline search --help` lists the flags".to_owned(),
            _ => format!(
                "to leave out a word, put the query into quotes: `dateline search 'albania -{word}'`, or write `--` before it"
            ),
        };
        return report(
            &Failure::new(format!("unknown flag `{typed}`"))
                .hint(hint)
                .into(),
            io,
        );
    }
    // Help and version go to standard output, usage errors to standard error; either may be closed.
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
