//! Text to tokens.
//!
//! Blanks, parentheses and double quotes of every kind part the text into chunks; [`crate::query::chunk`] says what a chunk is.

use crate::date::Date;
use crate::query::{
    Clause, ErrorKind, Field, MAX_CLAUSES, Node, Note, Options, QueryError, Unit, Word,
};
use crate::query::{chunk, word};
use crate::text::Span;

/// A token and its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Open,
    Close,
    And,
    Or,
    Not,
    /// NEAR/n, W/n, PRE/n.
    Near {
        distance: u32,
        ordered: bool,
    },
    /// W/S, W/P.
    Within(Unit),
    /// `title:`
    Field(Field),
    /// `ATLEAST3`
    AtLeast(u32),
    /// A word, a wildcard, a phrase, a date, a length, or `*`.
    Clause(Clause),
}

/// Reads a text into tokens.
pub(crate) struct Lexer<'a> {
    pub(crate) text: &'a str,
    pub(crate) today: &'a Date,
    /// As a bag of words.
    pub(crate) any: bool,
    pub(crate) at: usize,
    pub(crate) tokens: Vec<Token>,
    pub(crate) notes: Vec<Note>,
    /// Chunks without a letter or digit.
    pub(crate) stray: Vec<Span>,
    clauses: usize,
    /// Whether a field of a bag has a group that is not closed yet.
    open: bool,
}

/// What a lexer leaves behind.
pub(crate) struct Lexed {
    pub(crate) tokens: Vec<Token>,
    pub(crate) notes: Vec<Note>,
}

/// Reads `text` into tokens.
pub(crate) fn lex(text: &str, options: &Options) -> Result<Lexed, QueryError> {
    let mut lexer = Lexer {
        text,
        today: &options.today,
        any: options.any,
        at: 0,
        tokens: Vec::new(),
        notes: Vec::new(),
        stray: Vec::new(),
        clauses: 0,
        open: false,
    };
    lexer.run()?;
    lexer.remark_stray()?;
    Ok(Lexed {
        tokens: lexer.tokens,
        notes: lexer.notes,
    })
}

/// White space, and characters that nobody sees.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}'
        )
}

/// Double quotes of any language; each opens and closes.
pub(crate) fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Whether there is something in it that an index could hold.
pub(crate) fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

impl<'a> Lexer<'a> {
    fn run(&mut self) -> Result<(), QueryError> {
        loop {
            self.skip_blanks();
            let start = self.at;
            let Some(character) = self.peek() else {
                return Ok(());
            };
            match character {
                '(' | ')' if self.any => self.bag_parenthesis(character),
                '(' => self.symbol(Kind::Open),
                ')' => self.symbol(Kind::Close),
                quote if is_quote(quote) => self.phrase(false, start)?,
                '=' => self.exact()?,
                '-' => self.minus()?,
                _ => self.chunk()?,
            }
        }
    }

    /// The character at the cursor.
    pub(crate) fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    pub(crate) fn skip_blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches(is_blank).len();
    }

    /// The text up to the next blank, parenthesis or quote, which the cursor passes.
    pub(crate) fn take_chunk(&mut self) -> &'a str {
        let text = self.text;
        let rest = &text[self.at..];
        let ends = |character: char| {
            is_blank(character) || is_quote(character) || matches!(character, '(' | ')')
        };
        let chunk = &rest[..rest.find(ends).unwrap_or(rest.len())];
        self.at += chunk.len();
        chunk
    }

    /// Adds a token that began at `start` and ends at the cursor.
    pub(crate) fn push(&mut self, kind: Kind, start: usize) -> Result<(), QueryError> {
        let span = Span::new(start, self.at);
        self.clauses += match &kind {
            Kind::Clause(Clause::Phrase(words)) => words.len(),
            Kind::Clause(_) => 1,
            _ => 0,
        };
        if self.clauses > MAX_CLAUSES {
            return Err(ErrorKind::TooManyClauses.at(self.text, span));
        }
        self.tokens.push(Token { span, kind });
        Ok(())
    }

    fn symbol(&mut self, kind: Kind) {
        let start = self.at;
        self.at += 1;
        self.tokens.push(Token {
            span: Span::new(start, self.at),
            kind,
        });
    }

    /// Parentheses in a bag of words hold the words of a field together and are passed over elsewhere.
    fn bag_parenthesis(&mut self, character: char) {
        let after_field = matches!(
            self.tokens.last(),
            Some(Token {
                kind: Kind::Field(_),
                ..
            })
        );
        match character {
            '(' if after_field => {
                self.symbol(Kind::Open);
                self.open = true;
            }
            ')' if self.open => {
                self.symbol(Kind::Close);
                self.open = false;
            }
            _ => self.at += 1,
        }
    }

    /// `"…"`; the cursor stands on the opening quote.
    pub(crate) fn phrase(&mut self, exact: bool, start: usize) -> Result<(), QueryError> {
        let opening = self.at;
        self.at += self.peek().map_or(0, char::len_utf8);
        let rest = &self.text[self.at..];
        let Some(length) = rest.find(is_quote) else {
            if self.any {
                return Ok(());
            }
            let span = Span::new(opening, self.at);
            return Err(ErrorKind::UnclosedQuote.at(self.text, span));
        };
        let inside = Span::new(self.at, self.at + length);
        self.at = inside.end;
        self.at += self.peek().map_or(0, char::len_utf8);
        let words = word::phrase_words(self.text, inside, exact, self.any)?;
        let span = Span::new(start, self.at);
        if words.is_empty() {
            if self.any {
                return Ok(());
            }
            return Err(ErrorKind::EmptyPhrase.at(self.text, span));
        }
        self.push(Kind::Clause(Clause::Phrase(words)), start)?;
        if self.peek() == Some('*') && !self.any {
            let span = Span::new(self.at, self.at + 1);
            let error = ErrorKind::LoneWildcard("*".to_owned()).at(self.text, span);
            return Err(
                error.hint("write it inside the quotes, behind a letter: `\"hit by a mass*\"`")
            );
        }
        self.no_slop()
    }

    /// `"big wolf"~3` is another program's NEAR.
    fn no_slop(&mut self) -> Result<(), QueryError> {
        let rest = self.text[self.at..].strip_prefix('~');
        if self.any
            || !rest.is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
        {
            return Ok(());
        }
        let start = self.at;
        let chunk = self.take_chunk();
        let error =
            ErrorKind::FuzzyNumber(chunk.to_owned()).at(self.text, Span::new(start, self.at));
        Err(error.hint("for words near each other, write `a NEAR/3 b`"))
    }

    /// `=word`, `="phrase"`; the cursor stands on the `=`.
    fn exact(&mut self) -> Result<(), QueryError> {
        let start = self.at;
        self.at += 1;
        match self.peek() {
            Some(quote) if is_quote(quote) => self.phrase(true, start),
            Some('(') if !self.any => {
                let span = Span::new(start, self.at + 1);
                Err(ErrorKind::BadExact("a group".to_owned()).at(self.text, span))
            }
            _ => {
                let chunk = self.take_chunk();
                word::word(self, chunk, start, true)
            }
        }
    }

    /// `-word` is `NOT word`; a dash before a blank, or after a word, is none.
    fn minus(&mut self) -> Result<(), QueryError> {
        let start = self.at;
        let before = self.text[..start].chars().next_back();
        let opens = before.is_none_or(|before| is_blank(before) || before == '(');
        let rest = &self.text[start + 1..];
        let next = rest.chars().next();
        let operand = next.is_some_and(|next| {
            next.is_alphanumeric()
                || is_quote(next)
                || matches!(next, '(' | '=' | '*' | '#' | '@' | '$' | '\'' | '’')
        });
        if self.any {
            let chunk = self.take_chunk();
            return chunk::chunk(self, chunk, start);
        }
        if let Some(flag) = rest.strip_prefix('-')
            && flag.starts_with(char::is_alphabetic)
            && opens
        {
            let chunk = self.take_chunk().to_owned();
            return Err(ErrorKind::FlagInside(chunk).at(self.text, Span::new(start, self.at)));
        }
        if opens && operand {
            self.symbol(Kind::Not);
            return Ok(());
        }
        self.at += 1;
        let spare = rest.len() - rest.trim_start_matches('-').len();
        self.at += spare;
        if next.is_none_or(is_blank) {
            self.stray.push(Span::new(start, self.at));
        }
        Ok(())
    }

    fn chunk(&mut self) -> Result<(), QueryError> {
        let start = self.at;
        let chunk = self.take_chunk();
        chunk::chunk(self, chunk, start)
    }

    /// Says what was left out; an error if nothing is left.
    fn remark_stray(&mut self) -> Result<(), QueryError> {
        let typed = self.text.trim_matches(is_blank);
        if self.tokens.is_empty() && !typed.is_empty() {
            let start = self.text.len() - self.text.trim_start_matches(is_blank).len();
            let shown = typed.chars().take(40).collect();
            return Err(
                ErrorKind::NoWord(shown).at(self.text, Span::new(start, start + typed.len()))
            );
        }
        let Some(first) = self.stray.first().copied() else {
            return Ok(());
        };
        if self.any {
            return Ok(());
        }
        let mut shown: Vec<&str> = Vec::new();
        for span in &self.stray {
            let text = span.of(self.text);
            if !shown.contains(&text) && shown.len() < 5 {
                shown.push(text);
            }
        }
        let either = if shown.iter().any(|text| text.starts_with('|')) {
            " (either of two words is written `OR`)"
        } else {
            ""
        };
        let list: Vec<String> = shown
            .iter()
            .map(|text| format!("`{}`", text.chars().take(20).collect::<String>()))
            .collect();
        let (verb, noun) = if list.len() == 1 {
            ("is", "no word and was")
        } else {
            ("are", "no words and were")
        };
        self.notes.push(Note {
            span: first,
            text: format!("{} {verb} {noun} left out{either}", list.join(", ")),
            minor: false,
        });
        Ok(())
    }
}

impl Kind {
    /// A word that is neither exact nor a variant.
    pub(crate) fn plain_word(text: &str) -> Self {
        Self::Clause(Clause::Word(Word {
            text: text.to_owned(),
            exact: false,
            fuzzy: false,
        }))
    }
}

impl Token {
    /// The node of a clause at its place.
    pub(crate) fn node(span: Span, clause: Clause) -> Node {
        Node { span, clause }
    }
}
