//! The flag that names the index.

use std::path::PathBuf;

/// Which index.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Folder {
    /// The folder of the index
    #[arg(
        long,
        value_name = "DIR",
        env = "DATELINE_INDEX",
        hide_env_values = true,
        help_heading = "Index",
        default_value = "index"
    )]
    pub(crate) index: PathBuf,
}
