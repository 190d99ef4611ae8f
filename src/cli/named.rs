//! `--map`: the names that fields go by in one archive.

use std::fs;

use crate::reader::{Mapping, MappingError, Reading};
use crate::text::printable;

/// Names of fields.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Named {
    /// TOML that tells under which names JSON and tables keep a field: `title = "Überschrift"`, `date = ["erschienen", "meta.pub"]`
    #[arg(long, value_name = "FILE", value_parser = read)]
    map: Option<Mapping>,
}

impl Named {
    /// How documents are read.
    pub(crate) fn reading(&self) -> Reading {
        Reading {
            mapping: self.map.clone().unwrap_or_default(),
        }
    }
}

fn read(path: &str) -> Result<Mapping, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read it: {error}"))?;
    Mapping::parse(&text).map_err(|error| match &error {
        MappingError::Toml(cause) => {
            let cause = cause.to_string();
            let lines = cause.trim_end().lines().skip(1).map(printable);
            lines.fold("not TOML".to_owned(), |said, line| said + "\n  " + &line)
        }
        _ => error.to_string(),
    })
}
