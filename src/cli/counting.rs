//! How commands that count print.

/// How counts are printed, as flags.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct CountOutput {
    /// How to print
    #[arg(
        long,
        value_enum,
        value_name = "FORMAT",
        default_value = "text",
        help_heading = "Output"
    )]
    format: CountFormat,
    /// As `--format json`
    #[arg(long, conflicts_with = "format", help_heading = "Output")]
    json: bool,
}

impl CountOutput {
    /// The format asked for.
    pub(crate) fn format(self) -> CountFormat {
        if self.json {
            CountFormat::Json
        } else {
            self.format
        }
    }
}

/// How counts are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum CountFormat {
    /// Bars for people
    Text,
    /// One object
    Json,
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
}
