//! Lines that fit a terminal, with marks in them.

use unicode_width::UnicodeWidthChar;

use crate::render::Look;
use crate::text::{Span, printable};

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Style {
    /// As it is.
    #[default]
    Plain,
    /// A title.
    Bold,
    /// What matters less.
    Dim,
    /// What matched.
    Mark,
    /// What matched, in a title.
    BoldMark,
    /// What is no longer there.
    Removed,
    /// What is new.
    Added,
}

impl Style {
    /// What turns it on; empty where nothing has to be.
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "\x1b[1m",
            Self::Dim => "\x1b[2m",
            Self::Mark | Self::BoldMark => "\x1b[1;31m",
            Self::Removed => "\x1b[9;31m",
            Self::Added => "\x1b[32m",
        }
    }
}

/// Text with a style for each character, safe for a terminal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Styled {
    characters: Vec<(char, Style)>,
}

impl Styled {
    /// Adds `text` in one style.
    pub(crate) fn push(&mut self, text: &str, style: Style) {
        let safe = printable(text);
        self.characters
            .extend(safe.chars().map(|character| (character, style)));
    }

    /// Adds `text` with marks: in colour, or between `«` and `»`. Marks that overlap or don't fit are passed over.
    pub(crate) fn push_marked(&mut self, text: &str, marks: &[Span], plain: Style, look: Look) {
        let marked = match plain {
            Style::Bold => Style::BoldMark,
            _ => Style::Mark,
        };
        let mut at = 0;
        for mark in marks {
            let (Some(before), Some(inside)) =
                (text.get(at..mark.start), text.get(mark.start..mark.end))
            else {
                continue;
            };
            self.push(before, plain);
            if look.colour {
                self.push(inside, marked);
            } else {
                self.push("«", plain);
                self.push(inside, plain);
                self.push("»", plain);
            }
            at = mark.end;
        }
        self.push(text.get(at..).unwrap_or_default(), plain);
    }

    /// Columns it takes.
    pub(crate) fn width(&self) -> usize {
        self.characters.iter().map(|&(c, _)| columns(c)).sum()
    }

    /// The whole text on one line, cut to `width` columns (`…`), runs of blanks as one.
    pub(crate) fn line(&self, width: usize, look: Look) -> String {
        let mut characters = self.squeezed();
        let total: usize = characters.iter().map(|&(c, _)| columns(c)).sum();
        if total > width {
            let mut taken = 0;
            let keep = characters.iter().take_while(|&&(c, _)| {
                taken += columns(c);
                taken < width
            });
            let keep = keep.count();
            characters.truncate(keep);
            while characters.last().is_some_and(|&(c, _)| c == ' ') {
                characters.pop();
            }
            characters.push(('…', Style::Plain));
        }
        emit(&characters, look)
    }

    /// Lines of at most `width` columns, broken at blanks, between characters of scripts that have none, or inside a word that is
    /// longer than a line.
    pub(crate) fn lines(&self, width: usize, look: Look) -> Vec<String> {
        let width = width.max(8);
        let characters = self.squeezed();
        let mut lines = Vec::new();
        let mut start = 0;
        while start < characters.len() {
            let mut end = start;
            let mut taken = 0;
            // Where the line may end and the next begin.
            let mut last = None;
            while end < characters.len() {
                let character = characters[end].0;
                if end > start {
                    if character == ' ' {
                        last = Some((end, end + 1));
                    } else if parts(characters[end - 1].0, character) {
                        last = Some((end, end));
                    }
                }
                let next = columns(character);
                if taken + next > width {
                    break;
                }
                taken += next;
                end += 1;
            }
            let (cut, next) = match last {
                _ if end == characters.len() => (end, end),
                Some(last) => last,
                None => (end.max(start + 1), end.max(start + 1)),
            };
            lines.push(emit(&characters[start..cut], look));
            start = next;
        }
        lines
    }

    fn squeezed(&self) -> Vec<(char, Style)> {
        let mut squeezed: Vec<(char, Style)> = Vec::with_capacity(self.characters.len());
        for &(character, style) in &self.characters {
            let blank = character.is_whitespace() && character != '\u{a0}';
            match squeezed.last() {
                None | Some((' ', _)) if blank => {}
                _ if blank => squeezed.push((' ', style)),
                _ => squeezed.push((character, style)),
            }
        }
        while squeezed.last().is_some_and(|&(c, _)| c == ' ') {
            squeezed.pop();
        }
        squeezed
    }
}

/// Whether a line may end between two characters without a blank: between wide ones, as those of Chinese and Japanese, where the first
/// opens nothing and the second closes nothing.
fn parts(before: char, after: char) -> bool {
    let closes = |c| "、。，．・：；！？」』）】〉》〕］｝ーゝ々…‥»”’)]}.,:;!?".contains(c);
    let opens = |c| "「『（【〈《〔［｛«“‘([{".contains(c);
    let wide = columns(before) == 2 || columns(after) == 2;
    wide && before != ' ' && !opens(before) && !closes(after) && columns(after) > 0
}

/// Columns a character takes.
pub(crate) fn columns(character: char) -> usize {
    character.width().unwrap_or(0)
}

fn emit(characters: &[(char, Style)], look: Look) -> String {
    let mut out = String::with_capacity(characters.len() + 16);
    let mut current = Style::Plain;
    for &(character, style) in characters {
        if look.colour && style != current {
            if !current.code().is_empty() {
                out.push_str("\x1b[0m");
            }
            out.push_str(style.code());
            current = style;
        }
        out.push(character);
    }
    if !current.code().is_empty() {
        out.push_str("\x1b[0m");
    }
    out
}

/// `text` in a style, on its own.
pub(crate) fn styled(text: &str, style: Style) -> Styled {
    let mut styled = Styled::default();
    styled.push(text, style);
    styled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_they_may() {
        for (text, width, expected) in [
            ("one two three", 8, &["one two", "three"][..]),
            ("one two three", 9, &["one two", "three"]),
            ("abcdefghijk lm", 8, &["abcdefgh", "ijk lm"]),
            (
                "… 時計は一九二六年に造られ",
                12,
                &["… 時計は一九", "二六年に造ら", "れ"],
            ),
            // No line begins with a full stop.
            ("一二三四五。六七", 10, &["一二三四", "五。六七"]),
            ("東京 is big", 8, &["東京 is", "big"]),
            ("x「東京」が", 8, &["x「東", "京」が"]),
            ("", 8, &[]),
        ] {
            let lines = styled(text, Style::Plain).lines(width, Look::default());
            assert_eq!(lines, expected, "{text}");
        }
    }
}
