//! What commands that count ask: a query, dates and filters, as `search` takes them.

use std::path::Path;

use anyhow::Context;

use crate::cli::Io;
use crate::cli::folder::Folder;
use crate::cli::search::{Args, Dates, FilterFlags, answer, open, request, share};
use crate::date::Date;
use crate::index::Snapshot;
use crate::render;
use crate::search::{Request, SearchError, search};

/// A query, dates and filters.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Asked {
    /// What to search for, as in `dateline search`; every article where nothing is said
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Take articles with any of the words
    #[arg(long)]
    any: bool,
    #[command(flatten)]
    dates: Dates,
    #[command(flatten)]
    filters: FilterFlags,
    /// Share of the shorter text in common that makes two articles copies: 0.5 to 1
    #[arg(long, value_name = "SHARE", default_value = "0.8", value_parser = share, help_heading = "Counting")]
    similar: f32,
    #[command(flatten)]
    folder: Folder,
}

impl Asked {
    /// The query's text.
    pub(crate) fn text(&self) -> String {
        self.query.join(" ")
    }

    /// Where the index asked lies.
    pub(crate) fn index(&self) -> &Path {
        &self.folder.index
    }

    /// The last commit of the index asked.
    pub(crate) fn open(&self) -> anyhow::Result<Snapshot> {
        open(&self.folder)
    }

    /// What is asked of `text`; every article where it is empty.
    pub(crate) fn request(&self, text: &str, today: &Date) -> anyhow::Result<Request> {
        let mut search = Args::plain(&[], self.folder.clone());
        search.dates = self.dates.clone();
        search.filters = self.filters.clone();
        search.ranking.any = self.any;
        search.ranking.no_expand = true;
        search.ranking.similar = self.similar;
        request::of(&search, text, today)
    }

    /// What `counted` says of a request, its faults shown in the query.
    pub(crate) fn answered<T>(
        request: &Request,
        counted: Result<T, SearchError>,
    ) -> anyhow::Result<T> {
        counted.map_err(|error| answer::blamed(request, error))
    }

    /// Says what a person should know of how the query was taken.
    pub(crate) fn tell(request: &Request, notes: &[String], io: &mut Io) -> anyhow::Result<()> {
        let typed = request.query.notes.iter().filter(|note| !note.minor);
        for note in typed.map(|note| &note.text).chain(notes) {
            io.say(&format!("note: {note}"))?;
        }
        Ok(())
    }

    /// Says that nothing was found, and what would find something.
    pub(crate) fn nothing(index: &Snapshot, request: &Request, io: &mut Io) -> anyhow::Result<()> {
        let helped = Request {
            limit: 0,
            help: true,
            ..request.clone()
        };
        let response = search(index, &helped).context("looking for what would find something")?;
        match render::left_out(response.undated, response.imprecise) {
            Some(left) => io.say(&format!("nothing found: {left}"))?,
            None => io.say("nothing found")?,
        }
        for line in render::help(&response) {
            io.say(&line)?;
        }
        Ok(())
    }
}
