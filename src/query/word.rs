//! What a chunk of text is: an operator, a field, a condition, or a word in one of its forms.

use crate::date::{Date, Period, PeriodError, parse_period, parse_range};
use crate::query::field::{Name, meant};
use crate::query::lex::{Kind, Lexer, Token, has_word, is_blank, is_quote};
use crate::query::{
    Clause, Comparison, DateClause, ErrorKind, MAX_DISTANCE, Node, Note, QueryError, Unit,
    Wildcard, Word,
};
use crate::text::Span;

/// Punctuation at the end of a pattern that is not part of it.
const TAIL: [char; 6] = ['.', ',', ';', ':', '\'', '’'];
/// Punctuation at the beginning of a chunk that is not part of it.
const HEAD: [char; 8] = [',', ';', ':', '.', '<', '>', '-', '='];
/// Signs that are punctuation where they begin a chunk of a bag of words.
const MARKS: [char; 4] = ['*', '?', '!', '~'];
/// Bytes that a date or a range may have.
const LONGEST_DATE: usize = 100;
/// What a colon follows in an address.
const SCHEMES: [&str; 9] = [
    "http", "https", "ftp", "mailto", "tel", "doi", "urn", "isbn", "issn",
];

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

/// Says of an operator of another program that it is taken for a word.
fn note_elsewhere(lexer: &mut Lexer<'_>, chunk: &str, start: usize) {
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

/// A web address: a word, whatever signs it holds.
fn is_address(chunk: &str) -> bool {
    let scheme = chunk
        .split_once("://")
        .map(|(scheme, _)| scheme.trim_start_matches(|first: char| !first.is_alphanumeric()));
    scheme.is_some_and(|scheme| {
        !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }) || chunk.starts_with("www.")
}

/// `and`, `OR`, `NOT`, `NEAR/3`, `w/s`, `ATLEAST3`, `TI(`.
fn operator(lexer: &mut Lexer<'_>, chunk: &str, start: usize) -> Result<bool, QueryError> {
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

/// `words>1200`, with blanks around the sign or without.
fn length(lexer: &mut Lexer<'_>, chunk: &str, start: usize) -> Result<bool, QueryError> {
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
fn field(lexer: &mut Lexer<'_>, chunk: &str, start: usize) -> Result<bool, QueryError> {
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

/// The chunk without the marks of `**bold**` and the like.
fn unmarked(chunk: &str) -> &str {
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
