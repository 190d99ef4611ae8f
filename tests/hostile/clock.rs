//! Time that other work on the machine takes no part in.

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// CPU time of this thread where the system tells it, else the time on the wall.
pub(crate) fn thread_cpu() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    // The scheduler counts the running slice in when the thread gives way.
    std::thread::yield_now();
    fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split_whitespace().next()?.parse().ok())
        .map_or_else(|| START.elapsed(), Duration::from_nanos)
}
