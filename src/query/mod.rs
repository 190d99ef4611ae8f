//! What a user types, as a tree. It knows neither the schema nor tantivy.
//!
//! [`parse()`] reads the language that `dateline search --help` describes; printing a [`Query`] writes it back, so that reading what
//! was printed gives the same tree. Whatever is typed, the outcome is a tree or a [`QueryError`] that says where and why: no text is
//! passed over in silence, and depth, length and number of clauses are limited.

mod asking;
mod bag;
mod caret;
mod chunk;
mod condition;
mod display;
mod error;
mod field;
mod lex;
mod operator;
mod parse;
mod word;
#[cfg(test)]
mod tests;

use crate::date::{Date, Period};
use crate::text::Span;

pub(crate) use asking::asking;
pub use caret::excerpt;
pub use error::{ErrorKind, QueryError};
pub(crate) use field::distance;
pub use parse::parse;

/// Bytes a query may have.
pub const MAX_LENGTH: usize = 16_384;
/// Words, wildcards and conditions a query may have.
pub const MAX_CLAUSES: usize = 1_024;
/// How deep groups, fields and operators may be nested.
pub const MAX_DEPTH: usize = 48;
/// The largest `n` of NEAR/n.
pub const MAX_DISTANCE: u32 = 1_000;

/// How a text is to be read.
#[derive(Clone, Debug)]
pub struct Options {
    /// As a bag of words, any of which will do: `and`, `or`, `not`, `near` and stray punctuation are plain words; quotes, fields and
    /// `=` keep their meaning, and dates, lengths, `lang:`, `publisher:` and `section:` restrict.
    pub any: bool,
    /// The day that `today`, `yesterday` and `30d` are counted from.
    pub today: Date,
}

/// A query as understood, for the whole of dateline's query language.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// The tree.
    pub root: Node,
    /// Whether it was read as a bag of words ([`Options::any`]).
    pub any: bool,
    /// What was taken in a way that the user might not expect.
    pub notes: Vec<Note>,
}

/// A remark on how a part of the text was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about: bytes of [`Query::text`].
    pub span: Span,
    /// The remark, lower case, without a full stop.
    pub text: String,
    /// Whether it matters only to who asks for an explanation.
    pub minor: bool,
}

/// A clause and where it stands in the text typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its bytes in [`Query::text`].
    pub span: Span,
    /// What it asks for.
    pub clause: Clause,
}

/// A clause of a query.
#[derive(Clone, Debug, PartialEq)]
pub enum Clause {
    /// Every article: an empty query, or one of filters alone.
    All,
    /// One word as typed, before analysis (`O'Brien`, `U.S.`, `cyber-attack`): it may become several tokens.
    Word(Word),
    /// A truncated word: `*` any letters, `?` one letter. Matched against exact forms.
    Wildcard(Wildcard),
    /// Words and wildcards in order, adjacent; each of [`Clause::Word`] or [`Clause::Wildcard`].
    Phrase(Vec<Node>),
    /// All of them.
    And(Vec<Node>),
    /// Any of them; scores add up.
    Or(Vec<Node>),
    /// None of it; alone it means every other article.
    Not(Box<Node>),
    /// Both, `distance` words apart at the most.
    Near(Near),
    /// Both inside one sentence or one paragraph.
    Within(Within),
    /// `left` somewhere farther than `distance` words from every `right`.
    NotNear(Near),
    /// At least `count` times.
    AtLeast(u32, Box<Node>),
    /// Inside one field.
    Field(Field, Box<Node>),
    /// Published (else updated) in the period.
    Date(DateClause),
    /// Length of the body in words.
    Length(Comparison, u32),
}

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As typed.
    pub text: String,
    /// `=word`: no stemming, no variant.
    pub exact: bool,
    /// `word~`: spelling variants too.
    pub fuzzy: bool,
}

/// A truncated word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wildcard {
    /// As typed, `!` at the end read as `*`.
    pub pattern: String,
}

/// Two operands and the words allowed between their nearest ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// First operand.
    pub left: Box<Node>,
    /// Second operand.
    pub right: Box<Node>,
    /// `n` of NEAR/n: adjacent words are 1 apart.
    pub distance: u32,
    /// PRE/n: left before right.
    pub ordered: bool,
}

/// Two operands inside one unit of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Within {
    /// First operand.
    pub left: Box<Node>,
    /// Second operand.
    pub right: Box<Node>,
    /// Sentence or paragraph.
    pub unit: Unit,
}

/// A unit of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// W/S
    Sentence,
    /// W/P
    Paragraph,
}

/// A field that can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// `title:`, also `hd=` and `TI()`
    Title,
    /// `byline:`, also `by=` and `AU()`
    Byline,
    /// `body:`
    Body,
    /// `lead:`: title, dek and first paragraphs
    Lead,
    /// `caption:`
    Caption,
    /// `publisher:`
    Publisher,
    /// `section:`
    Section,
    /// `person:`
    Person,
    /// `org:`
    Org,
    /// `place:`
    Place,
    /// `lang:`
    Lang,
}

/// A clause about dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateClause {
    /// Inside the period.
    In(Period),
    /// `date:none`
    None,
}

/// How to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    Greater,
}

impl Query {
    /// Whether it consists of words alone: no operator, quote, `=`, wildcard, field or date.
    pub fn is_plain(&self) -> bool {
        let plain =
            |node: &Node| matches!(&node.clause, Clause::Word(word) if !word.exact && !word.fuzzy);
        let spelled_out = |text: &str| {
            text.contains(['(', ')'])
                || text
                    .split_whitespace()
                    .any(|word| word.eq_ignore_ascii_case("and"))
        };
        match &self.root.clause {
            Clause::Word(_) => plain(&self.root),
            Clause::And(nodes) => nodes.iter().all(plain) && !spelled_out(&self.text),
            _ => false,
        }
    }
}
