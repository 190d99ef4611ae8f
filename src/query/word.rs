//! A word in one of its forms, and the words of a phrase.

use crate::query::lex::{Kind, Lexer, Token, has_word, is_blank};
use crate::query::{Clause, ErrorKind, Node, Note, QueryError, Wildcard, Word};
use crate::text::Span;

/// Punctuation at the end of a pattern that is not part of it.
const TAIL: [char; 6] = ['.', ',', ';', ':', '\'', '’'];
/// Signs that are punctuation where they begin a chunk of a bag of words.
const MARKS: [char; 4] = ['*', '?', '!', '~'];

/// A word, exact where a `=` stood before it; the cursor stands behind it.
pub(crate) fn word(
    lexer: &mut Lexer<'_>,
    chunk: &str,
    start: usize,
    exact: bool,
) -> Result<(), QueryError> {
    let text = chunk
        .trim_start_matches([',', ';', ':'])
        .trim_end_matches([',', ';', ':']);
    // The full stop behind `cyber*.` ends the sentence, the one of `U.S.` the word.
    let text = if text.contains(['*', '?', '!', '~', '^']) {
        text.trim_end_matches(TAIL)
    } else {
        text
    };
    let span = Span::new(start, lexer.at);
    if !has_word(text) {
        if !lexer.any
            && !exact
            && !text.is_empty()
            && text.chars().all(|character| character == '*')
        {
            return lexer.push(Kind::Clause(Clause::All), start);
        }
        if start < lexer.at {
            lexer.stray.push(span);
        }
        return Ok(());
    }
    if is_address(text) {
        let clause = Clause::Word(Word {
            text: text.to_owned(),
            exact,
            fuzzy: false,
        });
        return lexer.push(Kind::Clause(clause), start);
    }
    if lexer.any {
        return bag_word(lexer, text, start, exact);
    }
    if let Some((body, number)) = text.rsplit_once('~')
        && !number.is_empty()
        && has_word(body)
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        let error = ErrorKind::FuzzyNumber(text.to_owned()).at(lexer.text, span);
        return Err(error.hint(format!("write `{body}~`")));
    }
    if let Some((body, number)) = text.rsplit_once('^')
        && !number.is_empty()
        && has_word(body)
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        return Err(ErrorKind::Boost(text.to_owned()).at(lexer.text, span));
    }
    if let Some(body) = text.strip_suffix('~') {
        if exact {
            let what = "a word with spelling variants (`~`)".to_owned();
            return Err(ErrorKind::BadExact(what).at(lexer.text, span));
        }
        if body.contains(['*', '?']) {
            return Err(ErrorKind::FuzzyWildcard(text.to_owned()).at(lexer.text, span));
        }
        let clause = Clause::Word(Word {
            text: body.to_owned(),
            exact: false,
            fuzzy: true,
        });
        return lexer.push(Kind::Clause(clause), start);
    }
    if let Some(pattern) = pattern(text, !exact) {
        if text.ends_with('?')
            && !lexer
                .notes
                .iter()
                .any(|note| note.text.contains("one more letter"))
        {
            lexer.notes.push(Note {
                span,
                text: format!(
                    "`{text}` stands for `{}` and one more letter; a question mark is left out",
                    text.trim_end_matches('?')
                ),
                minor: false,
            });
        }
        return lexer.push(Kind::Clause(Clause::Wildcard(Wildcard { pattern })), start);
    }
    let clause = Clause::Word(Word {
        text: text.to_owned(),
        exact,
        fuzzy: false,
    });
    lexer.push(Kind::Clause(clause), start)
}

/// The words of a phrase. A question mark at its end is punctuation.
pub(crate) fn phrase_words(
    text: &str,
    inside: Span,
    exact: bool,
    any: bool,
) -> Result<Vec<Node>, QueryError> {
    let mut words: Vec<Span> = Vec::new();
    let mut at = inside.start;
    for part in inside.of(text).split(is_blank) {
        let span = Span::new(at, at + part.len());
        at = span.end + text[span.end..].chars().next().map_or(0, char::len_utf8);
        if has_word(part) {
            words.push(span);
        } else if part.contains('*') && !any {
            return Err(ErrorKind::LoneWildcard(part.to_owned()).at(text, span));
        }
    }
    if let Some(last) = words.last_mut() {
        let word = last.of(text);
        let body =
            word.trim_end_matches(|tail: char| TAIL.contains(&tail) || matches!(tail, '?' | '!'));
        if word[body.len()..].contains('?') {
            last.end = last.start + body.len();
        }
    }
    let node = |span: Span| {
        let text = span.of(text);
        let clause = match pattern(text, false) {
            Some(pattern) => Clause::Wildcard(Wildcard { pattern }),
            None => Clause::Word(Word {
                text: text.to_owned(),
                exact,
                fuzzy: false,
            }),
        };
        Token::node(span, clause)
    };
    Ok(words.into_iter().map(node).collect())
}

/// A web address: a word, whatever signs it holds.
pub(crate) fn is_address(chunk: &str) -> bool {
    let scheme = chunk
        .split_once("://")
        .map(|(scheme, _)| scheme.trim_start_matches(|first: char| !first.is_alphanumeric()));
    scheme.is_some_and(|scheme| {
        !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }) || chunk.starts_with("www.")
}

/// The chunk without the marks of `**bold**` and the like.
pub(crate) fn unmarked(chunk: &str) -> &str {
    let body = chunk.trim_start_matches(|first: char| !first.is_alphanumeric());
    if chunk[..chunk.len() - body.len()].contains(MARKS) {
        body.trim_end_matches(MARKS)
    } else {
        chunk
    }
}

/// A word among others: marks at its ends are punctuation.
fn bag_word(
    lexer: &mut Lexer<'_>,
    chunk: &str,
    start: usize,
    exact: bool,
) -> Result<(), QueryError> {
    let mut text = unmarked(chunk).trim_end_matches(['?', '!', '~', ',', ';', ':', '-']);
    if text.contains(['?', '*', '!', '~', '^']) {
        text = text
            .trim_end_matches(|tail| TAIL.contains(&tail) || matches!(tail, '?' | '!' | '~' | '-'));
    }
    if let Some(pattern) = pattern(text, false) {
        return lexer.push(Kind::Clause(Clause::Wildcard(Wildcard { pattern })), start);
    }
    let clause = Clause::Word(Word {
        text: text.to_owned(),
        exact,
        fuzzy: false,
    });
    lexer.push(Kind::Clause(clause), start)
}

/// The pattern that a text is, if it is one; `!` at the end is a `*` where `bang`.
fn pattern(text: &str, bang: bool) -> Option<String> {
    let core = text.trim_end_matches(|tail| TAIL.contains(&tail) || tail == '!');
    let open = bang && text[core.len()..].contains('!') && !core.ends_with('*');
    let whole = format!("{core}{}", if open { "*" } else { "" });
    let mut pattern = whole.as_str();
    if !pattern.contains([':', '=', '/', '<', '>']) {
        pattern = pattern.trim_start_matches(|first: char| {
            !(first.is_alphanumeric() || matches!(first, '*' | '?'))
        });
    }
    (pattern.contains(['*', '?']) && has_word(pattern)).then(|| pattern.to_owned())
}
