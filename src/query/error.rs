//! Why a text is not a query.

use thiserror::Error;

use crate::date::PeriodError;
use crate::query::{MAX_CLAUSES, MAX_DEPTH, MAX_DISTANCE, MAX_LENGTH};
use crate::text::Span;

/// A text that is not a query: what is wrong, where, and what could be written instead.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{kind}")]
pub struct QueryError {
    /// What is wrong.
    #[source]
    pub kind: ErrorKind,
    /// Where: bytes of [`QueryError::text`].
    pub span: Span,
    /// The text typed.
    pub text: String,
    /// What could be written instead.
    pub hint: Option<String>,
}

/// What can be wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// More than [`MAX_LENGTH`] bytes.
    #[error("the query is {0} bytes long, {MAX_LENGTH} are allowed")]
    TooLong(usize),
    /// More than [`MAX_CLAUSES`].
    #[error("the query has more than {MAX_CLAUSES} words and conditions")]
    TooManyClauses,
    /// More than [`MAX_DEPTH`].
    #[error("the query is nested more than {MAX_DEPTH} levels deep")]
    TooDeep,
    /// Nothing but punctuation.
    #[error("there is no word in `{0}`")]
    NoWord(String),
    /// A `"` without its partner.
    #[error("this quote is not closed")]
    UnclosedQuote,
    /// `""`, `"…"`
    #[error("there is no word between these quotes")]
    EmptyPhrase,
    /// `"the * of"`
    #[error("a `{0}` alone is no word of a phrase")]
    LoneWildcard(String),
    /// A `(` without its partner.
    #[error("this group is not closed")]
    UnclosedGroup,
    /// A `)` without its partner.
    #[error("this parenthesis closes nothing")]
    UnopenedGroup,
    /// `()`
    #[error("there is nothing in this group")]
    EmptyGroup,
    /// `OR albania`
    #[error("there is nothing before `{0}`")]
    NothingBefore(String),
    /// `albania OR`
    #[error("there is nothing after `{0}`")]
    NothingAfter(String),
    /// `NEAR`
    #[error("`{0}` needs a number of words")]
    NoDistance(String),
    /// `NEAR/0`, `NEAR/99999`
    #[error("`{0}`: the distance is a number from 1 to {MAX_DISTANCE}")]
    BadDistance(String),
    /// `iran NOT W/S embassy`
    #[error("`NOT` cannot stand before `{0}`")]
    NotWithin(String),
    /// `ATLEAST(albania)`, `ATLEAST0(albania)`
    #[error("`{0}` needs a number of times, 1 or more")]
    BadCount(String),
    /// `ATLEAST3 albania`
    #[error("`{0}` needs a group in parentheses")]
    NoGroup(String),
    /// A negation, a date, … as operand of an operator that compares positions.
    #[error("{0} cannot stand inside `{1}`")]
    Misplaced(String, String),
    /// `titel:albania`
    #[error("unknown field `{0}`")]
    UnknownField(String),
    /// `title=albania`, `date>2022`
    #[error("a field is followed by `:`, not by `{0}`")]
    FieldSign(char),
    /// A date that is none.
    #[error("{0}")]
    Date(#[source] Box<PeriodError>),
    /// `date:` and nothing else.
    #[error("there is no date after `{0}`")]
    NoDate(String),
    /// `words>many`
    #[error("`{0}` is not a number of words")]
    BadLength(String),
    /// `=(a b)`, `=word~`
    #[error("`=` stands before a word or a phrase, not before {0}")]
    BadExact(String),
    /// `cyber*~`
    #[error("`{0}`: a word with a wildcard has no spelling variants")]
    FuzzyWildcard(String),
    /// `albania~2`
    #[error("`~` takes no number: `{0}`")]
    FuzzyNumber(String),
    /// `albania^2`
    #[error("`^` has no meaning in a query: `{0}`")]
    Boost(String),
    /// `--from` inside the query.
    #[error("`{0}` inside a query is not a flag")]
    FlagInside(String),
}

impl ErrorKind {
    /// An error of this kind at `span` of `text`.
    pub(crate) fn at(self, text: &str, span: Span) -> QueryError {
        let hint = self.usual_hint();
        QueryError {
            kind: self,
            span,
            text: text.to_owned(),
            hint,
        }
    }

    /// What helps whatever the query.
    fn usual_hint(&self) -> Option<String> {
        let hint = match self {
            Self::TooLong(_) | Self::TooManyClauses => "split it into several queries",
            Self::TooDeep => "take parentheses away",
            Self::NoWord(_) | Self::EmptyPhrase => "a word has at least one letter or digit",
            Self::UnclosedQuote => "close it, or take it away",
            Self::LoneWildcard(_) => "to skip words, write `a PRE/3 b`",
            Self::UnclosedGroup => "close it with `)`, or put the `(` into quotes",
            Self::UnopenedGroup => "take it away, or put it into quotes",
            Self::NothingBefore(_) | Self::NothingAfter(_) => {
                "to search for the word itself, put it into quotes"
            }
            Self::EmptyGroup => "take the parentheses away",
            Self::BadExact(_) => "write `=word` or `=\"a phrase\"`",
            Self::FuzzyWildcard(_) => "write either `zelen*` or `zelensky~`",
            Self::NotWithin(_) => "only `NOT NEAR/n` is known",
            Self::NoDate(_) => {
                "write `date:2022-09`, `date:2022-07..2022-09`, `after:2022-07`, `before:2022-09` or `date:none`"
            }
            Self::FlagInside(_) => "flags stand outside the quotes of the query",
            Self::Boost(_) => "put it into quotes to search for it as text",
            Self::Date(error) => return Some(error.hint()),
            _ => return None,
        };
        Some(hint.to_owned())
    }
}

impl QueryError {
    /// The same error with a better hint.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Two lines: the query, and carets under the part that is wrong; long queries are cut around it.
    pub fn excerpt(&self) -> String {
        crate::query::excerpt(&self.text, self.span)
    }
}
