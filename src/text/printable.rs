//! Text that may go to a terminal.

use std::borrow::Cow;

/// `text` with everything that could steer a terminal made harmless: line breaks, tabs and other control characters (C0, C1, DEL)
/// become blanks; characters that reverse the direction of what follows become `�`. Borrowed where nothing had to change.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let safe = |character: char| match character {
        control if control.is_control() => ' ',
        '\u{2028}' | '\u{2029}' => ' ',
        other if steers(other) => '\u{fffd}',
        other => other,
    };
    Cow::Owned(text.chars().map(safe).collect())
}

/// Whether a terminal might obey the character instead of showing it.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
