//! What a chunk of text is: an operator, a field, a condition, or a word.

use crate::query::condition::{field, length};
use crate::query::field::Name;
use crate::query::lex::{Kind, Lexer, has_word};
use crate::query::operator::{note_elsewhere, operator};
use crate::query::word::{is_address, unmarked, word};
use crate::query::{Note, QueryError};
use crate::text::Span;

/// Punctuation at the beginning of a chunk that is not part of it.
const HEAD: [char; 8] = [',', ';', ':', '.', '<', '>', '-', '='];

/// Reads a chunk that began at `start` and ends at the cursor.
pub(crate) fn chunk(lexer: &mut Lexer<'_>, chunk: &str, start: usize) -> Result<(), QueryError> {
    let (mut trimmed, mut start) = (chunk, start);
    if has_word(chunk) {
        trimmed = chunk.trim_start_matches(HEAD);
        if lexer.any {
            trimmed = unmarked(trimmed);
        }
        start += trimmed.as_ptr() as usize - chunk.as_ptr() as usize;
        trimmed = trimmed.trim_end_matches([',', ';']);
        let name = trimmed.trim_end_matches([':', ',', ';']);
        if Name::of(name).is_none() {
            trimmed = name;
        }
    }
    if is_address(trimmed) {
        return lexer.push(Kind::plain_word(trimmed), start);
    }
    if !lexer.any && operator(lexer, trimmed, start)? {
        return Ok(());
    }
    if !lexer.any {
        note_elsewhere(lexer, trimmed, start);
        if let Some(word) = trimmed.strip_prefix('!')
            && word.starts_with(char::is_alphabetic)
        {
            lexer.notes.push(Note {
                span: Span::new(start, lexer.at),
                text: format!(
                    "the `!` before a word was left out; to do without it, write `-{word}`"
                ),
                minor: false,
            });
        }
    }
    if length(lexer, trimmed, start)? || field(lexer, trimmed, start)? {
        return Ok(());
    }
    word(lexer, trimmed, start, false)
}
