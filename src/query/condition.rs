//! Fields and conditions: `title:…`, `date:…`, `words>1200`.

use crate::date::{Date, Period, PeriodError, parse_period, parse_range};
use crate::query::field::{Name, meant};
use crate::query::lex::{Kind, Lexer, is_blank, is_quote};
use crate::query::{Clause, Comparison, DateClause, ErrorKind, QueryError};
use crate::text::Span;

/// Bytes that a date or a range may have.
const LONGEST_DATE: usize = 100;
/// What a colon follows in an address.
const SCHEMES: [&str; 9] = [
    "http", "https", "ftp", "mailto", "tel", "doi", "urn", "isbn", "issn",
];

/// `words>1200`, with blanks around the sign or without.
pub(crate) fn length(lexer: &mut Lexer<'_>, chunk: &str, start: usize) -> Result<bool, QueryError> {
    if !chunk
        .get(..5)
        .is_some_and(|name| name.eq_ignore_ascii_case("words"))
    {
        return Ok(false);
    }
    let apart = chunk.len() == 5;
    let rest = lexer.text[start + 5..].trim_start_matches(|character| apart && is_blank(character));
    let (comparison, sign) = match rest.as_bytes() {
        [b'>', b'=', ..] => (Comparison::AtLeast, 2),
        [b'<', b'=', ..] => (Comparison::AtMost, 2),
        [b'>', ..] => (Comparison::Greater, 1),
        [b'<', ..] => (Comparison::Less, 1),
        [b'=', ..] if !apart => (Comparison::Equal, 1),
        _ => return Ok(false),
    };
    lexer.at = lexer.text.len() - rest.len() + sign;
    if lexer.text[lexer.at..].starts_with(' ') {
        lexer.skip_blanks();
    }
    let number = lexer.take_chunk().trim_end_matches([',', ';']).to_owned();
    match number.replace([',', '_'], "").parse() {
        Ok(words) => lexer.push(Kind::Clause(Clause::Length(comparison, words)), start)?,
        Err(_) => {
            let span = Span::new(start, lexer.at);
            return Err(ErrorKind::BadLength(number)
                .at(lexer.text, span)
                .hint("write `words>1200`"));
        }
    }
    Ok(true)
}

/// `title:…`, `hd=…`, `date:…`.
pub(crate) fn field(lexer: &mut Lexer<'_>, chunk: &str, start: usize) -> Result<bool, QueryError> {
    let Some(sign_at) = chunk.find([':', '=', '<', '>']) else {
        return Ok(false);
    };
    let name = &chunk[..sign_at];
    if name.is_empty() || !name.chars().all(char::is_alphabetic) {
        return Ok(false);
    }
    let span = Span::new(start, start + sign_at + 1);
    let sign = chunk[sign_at..].chars().next().unwrap_or(':');
    if sign != ':' {
        if sign == '='
            && let Some(field) = Name::of_equals(name)
        {
            lexer.at = span.end;
            return operand(lexer, Kind::Field(field), span, true);
        }
        let known = Name::of(name);
        if known.is_none() || lexer.any {
            return Ok(false);
        }
        let hint = match (known, sign) {
            (Some(Name::Date), '>') => "write `after:2022-07`".to_owned(),
            (Some(Name::Date), '<') => "write `before:2022-07`".to_owned(),
            _ => format!("write `{}:`", name.to_lowercase()),
        };
        return Err(ErrorKind::FieldSign(sign).at(lexer.text, span).hint(hint));
    }
    match Name::of(name) {
        Some(Name::Field(field)) => {
            lexer.at = span.end;
            operand(lexer, Kind::Field(field), span, false)
        }
        Some(name) => {
            lexer.at = span.end;
            date(lexer, name, span)
        }
        None => {
            let next = lexer.text[span.end..].chars().next();
            let operand = next.is_some_and(|next| {
                next.is_alphanumeric() || is_quote(next) || matches!(next, '(' | '=')
            });
            let lower = name.to_lowercase();
            if lexer.any || !operand || SCHEMES.contains(&lower.as_str()) {
                return Ok(false);
            }
            let error = ErrorKind::UnknownField(name.to_owned())
                .at(lexer.text, Span::new(start, start + sign_at));
            Err(error.hint(meant(name)))
        }
    }
}

/// A field needs something after it; in a bag of words its name is a word otherwise.
fn operand(
    lexer: &mut Lexer<'_>,
    kind: Kind,
    span: Span,
    attached: bool,
) -> Result<bool, QueryError> {
    if !attached {
        lexer.skip_blanks();
    }
    if lexer.peek().is_some_and(|next| next != ')') {
        lexer.push(kind, span.start)?;
        if let Some(token) = lexer.tokens.last_mut() {
            token.span = span;
        }
        return Ok(true);
    }
    let name = span.of(lexer.text);
    if lexer.any {
        lexer.push(
            Kind::plain_word(name.trim_end_matches([':', '='])),
            span.start,
        )?;
        return Ok(true);
    }
    Err(ErrorKind::NothingAfter(name.to_owned()).at(lexer.text, span))
}

/// `date:2022-07..2022-09`, `after:"8 September 2022"`, `date:none`.
fn date(lexer: &mut Lexer<'_>, name: Name, span: Span) -> Result<bool, QueryError> {
    lexer.skip_blanks();
    let start = lexer.at;
    let value = match lexer.peek() {
        Some(quote) if is_quote(quote) => {
            lexer.at += quote.len_utf8();
            let rest = &lexer.text[lexer.at..];
            let Some(length) = rest.find(is_quote) else {
                return Err(ErrorKind::UnclosedQuote.at(lexer.text, Span::new(start, lexer.at)));
            };
            lexer.at += length;
            lexer.at += lexer.peek().map_or(0, char::len_utf8);
            rest[..length].trim()
        }
        _ => lexer.take_chunk().trim_end_matches([',', ';']),
    };
    let whole = Span::new(start, lexer.at);
    if value.is_empty() {
        let name = span.of(lexer.text).to_owned();
        return Err(ErrorKind::NoDate(name).at(lexer.text, span));
    }
    let clause = period(name, value, lexer.today)
        .map_err(|error| ErrorKind::Date(Box::new(error)).at(lexer.text, whole))
        .map_err(|error| match value.chars().next() {
            Some('[' | '{') => error.hint("a range is written `date:2022-07..2022-09`"),
            Some('>') => error.hint("write `after:2022-07`"),
            Some('<') => error.hint("write `before:2022-07`"),
            _ => error,
        })?;
    lexer.push(Kind::Clause(Clause::Date(clause)), span.start)?;
    Ok(true)
}

/// What a date field and its value ask for; both ends count.
fn period(name: Name, value: &str, today: &Date) -> Result<DateClause, PeriodError> {
    if value.len() > LONGEST_DATE || value.starts_with(['[', '{', '<', '>']) {
        return Err(PeriodError::NotADate {
            text: value.chars().take(40).collect(),
        });
    }
    Ok(match name {
        Name::After => DateClause::In(Period {
            last: i64::MAX,
            ..parse_period(value, today)?
        }),
        Name::Before => DateClause::In(Period {
            first: i64::MIN,
            ..parse_period(value, today)?
        }),
        _ if value.eq_ignore_ascii_case("none") => DateClause::None,
        _ => DateClause::In(parse_range(value, today)?),
    })
}
