//! The progress bar.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::ingest::Progress;
use crate::text::printable;

const TICK: Duration = Duration::from_millis(100);
/// A file that takes longer is named.
const SLOW: Duration = Duration::from_secs(3);

/// A bar on standard error; nothing where that is no terminal.
pub(crate) struct Bar {
    bar: ProgressBar,
}

impl Bar {
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template(
            "{bar:24} {decimal_bytes} of {decimal_total_bytes}{prefix}  {decimal_bytes_per_sec}  {eta} left  {wide_msg}",
        );
        Self {
            bar: bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())),
        }
    }

    /// Draws until `done`.
    pub(crate) fn follow(self, progress: &Progress, done: &AtomicBool) {
        if self.bar.is_hidden() {
            return;
        }
        let began = Instant::now();
        let mut oldest: Option<(u64, Instant)> = None;
        while !done.load(Ordering::Relaxed) {
            self.bar.set_length(progress.found_bytes());
            self.bar.set_position(progress.done_bytes());
            // What is found grows while the walk goes on.
            self.bar
                .set_prefix(if progress.walked() { "" } else { "+" });
            let rate = progress.articles() as f64 / began.elapsed().as_secs_f64().max(0.1);
            let mut message = format!("{} articles, {rate:.0}/s", progress.articles());
            let flight = progress.oldest();
            oldest = match (&flight, oldest) {
                (Some((number, _)), Some((known, since))) if *number == known => {
                    Some((known, since))
                }
                (Some((number, _)), _) => Some((*number, Instant::now())),
                (None, _) => None,
            };
            if let (Some((_, name)), Some((_, since))) = (flight, oldest)
                && since.elapsed() > SLOW
            {
                message.push_str(&format!("  {}", printable(&name)));
            }
            self.bar.set_message(message);
            thread::sleep(TICK);
        }
        self.bar.finish_and_clear();
    }
}
