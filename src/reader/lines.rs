//! Line ends.

/// Line ends as `\n`: `\r\n` and a lone `\r` become one.
pub(super) fn unix_lines(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}
