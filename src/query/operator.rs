//! Operators as they are typed: `and`, `NEAR/3`, `W/S`, `ATLEAST3(`; and what other programs write for them.

use crate::query::field::Name;
use crate::query::lex::{Kind, Lexer, Token};
use crate::query::{Clause, ErrorKind, MAX_DISTANCE, Note, QueryError, Unit, Word};
use crate::text::Span;

/// What other programs write for an operator, and what is written here; `0` stands for any number.
const ELSEWHERE: [(&str, &str); 10] = [
    ("/s", "`W/S` for one sentence"),
    ("/sent", "`W/S` for one sentence"),
    ("/p", "`W/P` for one paragraph"),
    ("/para", "`W/P` for one paragraph"),
    ("/0", "`W/0` for words so near"),
    ("SAME", "`W/P` for one paragraph"),
    ("WITH", "`W/S` for one sentence"),
    ("ADJ", "`PRE/1` for words side by side"),
    ("ADJ0", "`PRE/0` for words in this order"),
    ("XOR", "`(a OR b) NOT (a b)` for one of both"),
];

/// `and`, `OR`, `NOT`, `NEAR/3`, `w/s`, `ATLEAST3`, `TI(`.
pub(crate) fn operator(
    lexer: &mut Lexer<'_>,
    chunk: &str,
    start: usize,
) -> Result<bool, QueryError> {
    let span = Span::new(start, lexer.at);
    let lower = chunk.to_ascii_lowercase();
    let shouted = chunk.chars().all(|character| !character.is_lowercase());
    let group = lexer.peek() == Some('(');
    let kind = match lower.as_str() {
        "and" => Kind::And,
        "or" => Kind::Or,
        "not" if shouted => Kind::Not,
        "near" if shouted => {
            let error = ErrorKind::NoDistance(chunk.to_owned()).at(lexer.text, span);
            return Err(error.hint("write `NEAR/5`, or put the word into quotes"));
        }
        "w/s" | "w/sent" | "w/sentence" => Kind::Within(Unit::Sentence),
        "w/p" | "w/para" | "w/paragraph" => Kind::Within(Unit::Paragraph),
        _ => {
            if let Some(near) = near(lexer, chunk, &lower, span)? {
                near
            } else if let Some(times) = times(lexer, chunk, &lower, shouted, group, span)? {
                times
            } else if let Some(field) = Name::of_function(chunk).filter(|_| group) {
                Kind::Field(field)
            } else {
                return Ok(false);
            }
        }
    };
    // `not near/3` may be written small where it has something before it, since nothing else can be meant.
    if matches!(kind, Kind::Near { .. } | Kind::Within(_))
        && let [.., operand, Token { kind: before, .. }] = lexer.tokens.as_mut_slice()
        && matches!(operand.kind, Kind::Clause(_) | Kind::Close)
        && matches!(before, Kind::Clause(Clause::Word(word)) if is_small_not(word))
    {
        *before = Kind::Not;
    }
    lexer.push(kind, start)?;
    Ok(true)
}

/// The word `not` that an operator behind it would take along.
pub(crate) fn is_small_not(word: &Word) -> bool {
    word.text.eq_ignore_ascii_case("not") && !word.exact && !word.fuzzy
}

/// `NEAR/3`, `W/3`, `PRE/3`.
fn near(
    lexer: &Lexer<'_>,
    chunk: &str,
    lower: &str,
    span: Span,
) -> Result<Option<Kind>, QueryError> {
    let Some((name, number)) = lower.split_once('/') else {
        let digits = chunk
            .strip_prefix("NEAR")
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        if digits {
            let error = ErrorKind::NoDistance(chunk.to_owned()).at(lexer.text, span);
            return Err(error.hint(format!("write `NEAR/{}`", &chunk[4..])));
        }
        return Ok(None);
    };
    let ordered = match name {
        "near" | "w" => false,
        "pre" => true,
        _ => return Ok(None),
    };
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        // `w/o` and `w/e` are words.
        if name == "w" && !number.is_empty() {
            return Ok(None);
        }
        let error = ErrorKind::NoDistance(chunk.to_owned()).at(lexer.text, span);
        return Err(error.hint(format!(
            "write `{}/5`, or put it into quotes",
            name.to_uppercase()
        )));
    }
    match number.parse() {
        Ok(distance) if (1..=MAX_DISTANCE).contains(&distance) => {
            Ok(Some(Kind::Near { distance, ordered }))
        }
        _ => {
            let error = ErrorKind::BadDistance(chunk.to_owned()).at(lexer.text, span);
            Err(error.hint("for anywhere in the article, write `AND`; in one paragraph, `W/P`"))
        }
    }
}

/// `ATLEAST3(`, in any case before a parenthesis, else in capitals.
fn times(
    lexer: &Lexer<'_>,
    chunk: &str,
    lower: &str,
    shouted: bool,
    group: bool,
    span: Span,
) -> Result<Option<Kind>, QueryError> {
    let Some(number) = lower.strip_prefix("atleast") else {
        return Ok(None);
    };
    let number = number.strip_prefix('/').unwrap_or(number);
    if !(group || shouted) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    match number.parse() {
        Ok(count) if count > 0 => Ok(Some(Kind::AtLeast(count))),
        _ => {
            let error = ErrorKind::BadCount(chunk.to_owned()).at(lexer.text, span);
            Err(error.hint("write `ATLEAST3(albania)`"))
        }
    }
}

/// Says of an operator of another program that it is taken for a word.
pub(crate) fn note_elsewhere(lexer: &mut Lexer<'_>, chunk: &str, start: usize) {
    let number: String = chunk.chars().filter(char::is_ascii_digit).take(6).collect();
    let pattern = match number.as_str() {
        "" => chunk.to_owned(),
        number => chunk.replacen(number, "0", 1),
    };
    let known = ELSEWHERE.iter().find(|(other, _)| *other == pattern);
    if let Some((_, here)) = known
        && !lexer.tokens.is_empty()
    {
        lexer.notes.push(Note {
            span: Span::new(start, lexer.at),
            text: format!(
                "`{chunk}` is searched as a word; write {}",
                here.replacen("/0", &format!("/{number}"), 1)
            ),
            minor: false,
        });
    }
}
