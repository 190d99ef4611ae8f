//! Where a command writes.

use std::io::{self, BufWriter, IsTerminal, Write};

use crate::render::Look;

/// Where a command writes: data to `out`, everything else to `err`.
pub(crate) struct Io {
    /// Standard output.
    pub(crate) out: Box<dyn Write>,
    /// Standard error.
    pub(crate) err: Box<dyn Write>,
    /// How text on `out` is to look.
    pub(crate) look: Look,
}

impl Io {
    /// The process's own, with the width of its terminal, and colour where one is wanted (`NO_COLOR`, `CLICOLOR_FORCE`).
    pub(crate) fn standard() -> Self {
        let colour = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        let size = io::stdout()
            .is_terminal()
            .then(terminal_size::terminal_size)
            .flatten();
        let look = Look {
            width: size.map_or(Look::default().width, |(width, _)| {
                usize::from(width.0).clamp(40, 160)
            }),
            // Room for the command, the summary and the prompt.
            rows: size.map_or(Look::default().rows, |(_, height)| {
                usize::from(height.0).saturating_sub(4).clamp(12, 60)
            }),
            colour,
        };
        Self {
            out: Box::new(BufWriter::new(io::stdout())),
            err: Box::new(io::stderr()),
            look,
        }
    }

    /// Says something beside the data, after what was written so far.
    pub(crate) fn say(&mut self, line: &str) -> anyhow::Result<()> {
        self.out.flush()?;
        // Standard error may be closed while standard output is read.
        let _ = writeln!(self.err, "{line}");
        Ok(())
    }

    /// Writes what is still held back.
    pub(crate) fn finish(&mut self) -> anyhow::Result<()> {
        Ok(self.out.flush()?)
    }
}
