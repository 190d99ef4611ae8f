//! Bars of eighths of a block.

/// Columns that a bar takes at the most: longer ones are harder to compare, not easier.
pub(crate) const LONGEST: usize = 60;

/// A bar as long as `part` is of `whole`, which takes `width` columns. What is not nothing can be seen.
pub(crate) fn bar(part: f64, whole: f64, width: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if part <= 0.0 || whole <= 0.0 || width == 0 {
        return String::new();
    }
    let most = width * 8;
    let eighths = ((part / whole).min(1.0) * most as f64).round() as usize;
    let eighths = eighths.clamp(1, most);
    "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
}

/// `1,234`
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_part() {
        for (part, whole, width, expected) in [
            (0.0, 8.0, 10, ""),
            (8.0, 8.0, 3, "███"),
            (4.0, 8.0, 3, "█▌"),
            (1.0, 1e9, 10, "▏"),
            (9.0, 8.0, 2, "██"),
            (1.0, 0.0, 2, ""),
            (1.0, 2.0, 0, ""),
            (15.0, 16.0, 1, "█"),
        ] {
            // The last: 7.5 eighths are rounded.
            assert_eq!(bar(part, whole, width), expected, "{part} of {whole}");
        }
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
    }
}
