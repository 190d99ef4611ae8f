//! What a user types, as a tree. It knows neither the schema nor tantivy.

use crate::date::Period;
use crate::text::Span;

/// A query as understood, for the whole of dateline's query language.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// The tree.
    pub root: Node,
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
