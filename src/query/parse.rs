//! Tokens to a tree.
//!
//! ```text
//! either := all (OR all)*
//! all    := item (AND? item)*
//! item   := (NOT | -)* near
//! near   := operand ((NEAR/n | W/n | PRE/n | W/S | W/P | NOT NEAR/n) operand)*
//! operand:= ( either ) | field: operand | ATLEASTn( either ) | word | wildcard | phrase | date | length
//! ```

use crate::query::lex::{self, Kind, Token};
use crate::query::{
    Clause, DateClause, ErrorKind, MAX_DEPTH, MAX_LENGTH, Near, Node, Note, Options, Query,
    QueryError, Unit, Within, asking, bag,
};
use crate::text::Span;

/// Reads what a user typed. An empty text asks for every article.
///
/// # Errors
///
/// A [`QueryError`] that says what is wrong, where, and what could be written instead.
///
/// ```
/// use dateline::date::Date;
/// use dateline::query::{Options, parse};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let today = Date::day(2022, 9, 8).ok_or("no such day")?;
/// let query = parse("albania or kosovo cyber*", &Options { any: false, today })?;
/// assert_eq!(query.to_string(), "albania OR (kosovo cyber*)");
/// # Ok(())
/// # }
/// ```
pub fn parse(text: &str, options: &Options) -> Result<Query, QueryError> {
    if text.len() > MAX_LENGTH {
        let start: String = text.chars().take(200).collect();
        let end = Span::new(start.len(), start.len());
        return Err(ErrorKind::TooLong(text.len()).at(&start, end));
    }
    let lexed = lex::lex(text, options)?;
    let mut notes = lexed.notes;
    let root = if options.any {
        let root = bag::tree(text, lexed.tokens);
        if let Clause::Or(nodes) = &root.clause
            && let Some(last) = asking(nodes).checked_sub(1)
        {
            let span = Span::new(nodes[0].span.start, nodes[last].span.end);
            notes.push(Note {
                span,
                text: format!("`{}` asks, and does not count", span.of(text)),
                minor: true,
            });
        }
        root
    } else {
        let mut parser = Parser {
            text,
            tokens: lexed.tokens,
            at: 0,
            mixed: None,
        };
        let built = parser.query()?;
        if let Some(span) = parser.mixed {
            let text = format!("`AND` binds tighter than `OR`: read as `{built}`");
            notes.push(Note {
                span,
                text,
                minor: true,
            });
        }
        built
    };
    Place::Top.check(text, &root)?;
    Ok(Query {
        text: text.to_owned(),
        root,
        any: options.any,
        notes,
    })
}

/// A node and how deep it is.
struct Built {
    node: Node,
    depth: usize,
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    /// The first place where OR and AND meet without parentheses.
    mixed: Option<Span>,
}

impl Parser<'_> {
    fn query(&mut self) -> Result<Node, QueryError> {
        if self.tokens.is_empty() {
            return Ok(everything(self.text));
        }
        let built = self.either(0)?;
        match self.tokens.get(self.at) {
            None => Ok(built.node),
            Some(token) => Err(ErrorKind::UnopenedGroup.at(self.text, token.span)),
        }
    }

    fn peek(&self) -> Option<&Kind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    /// The span of the token at the cursor; the end of the text behind the last.
    fn here(&self) -> Span {
        let end = self.text.len();
        self.tokens
            .get(self.at)
            .map_or(Span::new(end, end), |token| token.span)
    }

    /// The token at the cursor as it was typed.
    fn typed(&self) -> String {
        self.here().of(self.text).to_owned()
    }

    /// Whether an operand cannot begin here.
    fn at_end(&self) -> bool {
        matches!(self.peek(), None | Some(Kind::Close | Kind::Or))
    }

    /// Alternatives; `level` counts the calls that wait for this one.
    fn either(&mut self, level: usize) -> Result<Built, QueryError> {
        let mut alternatives = vec![self.all(level)?];
        while let Some(Kind::Or) = self.peek() {
            let or = self.here();
            self.at += 1;
            if self.at_end() && !matches!(self.peek(), Some(Kind::Or)) {
                return Err(ErrorKind::NothingAfter(or.of(self.text).to_owned()).at(self.text, or));
            }
            alternatives.push(self.all(level)?);
        }
        if alternatives.len() > 1 && self.mixed.is_none() {
            // A group has a span wider than its clause's: only a bare AND begins and ends with its own operands.
            self.mixed = alternatives
                .iter()
                .find(|built| matches!(&built.node.clause, Clause::And(nodes) if nodes.first().is_some_and(|first| first.span.start == built.node.span.start)))
                .map(|built| built.node.span);
        }
        self.list(alternatives, Clause::Or)
    }

    fn all(&mut self, level: usize) -> Result<Built, QueryError> {
        let mut items = Vec::new();
        loop {
            if items.is_empty() {
                self.must_not_begin_with_operator()?;
            } else if self.at_end() {
                return self.list(items, Clause::And);
            } else if let Some(Kind::And) = self.peek() {
                let and = self.here();
                self.at += 1;
                if self.at_end() {
                    return Err(
                        ErrorKind::NothingAfter(and.of(self.text).to_owned()).at(self.text, and)
                    );
                }
                self.must_not_begin_with_operator()?;
            }
            items.push(self.item(level)?);
        }
    }

    fn must_not_begin_with_operator(&self) -> Result<(), QueryError> {
        match self.peek() {
            Some(Kind::And | Kind::Or | Kind::Near { .. } | Kind::Within(_)) => {
                Err(ErrorKind::NothingBefore(self.typed()).at(self.text, self.here()))
            }
            _ => Ok(()),
        }
    }

    /// One node of many; the node itself where there is but one.
    fn list(
        &self,
        mut parts: Vec<Built>,
        of: fn(Vec<Node>) -> Clause,
    ) -> Result<Built, QueryError> {
        if parts.len() == 1
            && let Some(only) = parts.pop()
        {
            return Ok(only);
        }
        let depth = parts.iter().map(|part| part.depth).max().unwrap_or(0);
        let nodes: Vec<Node> = parts.into_iter().map(|part| part.node).collect();
        let start = nodes.first().map_or(0, |node| node.span.start);
        let end = nodes.last().map_or(start, |node| node.span.end);
        self.build(Span::new(start, end), of(nodes), depth)
    }

    fn build(&self, span: Span, clause: Clause, below: usize) -> Result<Built, QueryError> {
        let depth = below + 1;
        if depth > MAX_DEPTH {
            return Err(ErrorKind::TooDeep.at(self.text, span));
        }
        Ok(Built {
            node: Node { span, clause },
            depth,
        })
    }

    /// One level further down.
    fn deeper(&self, level: usize) -> Result<usize, QueryError> {
        if level >= MAX_DEPTH {
            return Err(ErrorKind::TooDeep.at(self.text, self.here()));
        }
        Ok(level + 1)
    }

    fn item(&mut self, level: usize) -> Result<Built, QueryError> {
        if !matches!(self.peek(), Some(Kind::Not)) {
            return self.near(level);
        }
        let not = self.here();
        let typed = self.typed();
        self.at += 1;
        if self.at_end() || matches!(self.peek(), Some(Kind::And)) {
            return Err(ErrorKind::NothingAfter(typed).at(self.text, not));
        }
        if let Some(Kind::Near { .. } | Kind::Within(_)) = self.peek() {
            let operator = format!("{typed} {}", self.typed());
            return Err(ErrorKind::NothingBefore(operator)
                .at(self.text, Span::new(not.start, self.here().end)));
        }
        let level = self.deeper(level)?;
        let inner = self.item(level)?;
        let span = Span::new(not.start, inner.node.span.end);
        self.build(span, Clause::Not(Box::new(inner.node)), inner.depth)
    }

    fn near(&mut self, level: usize) -> Result<Built, QueryError> {
        let mut left = self.operand(level)?;
        loop {
            let first = self.here();
            let next = self.tokens.get(self.at + 1).map(|token| token.kind.clone());
            let (kind, negated) = match (self.peek(), next) {
                (Some(Kind::Not), Some(kind @ (Kind::Near { .. } | Kind::Within(_)))) => {
                    (kind, true)
                }
                (Some(kind @ (Kind::Near { .. } | Kind::Within(_))), _) => (kind.clone(), false),
                _ => return Ok(left),
            };
            self.at += 1 + usize::from(negated);
            let operator = Span::new(first.start, self.tokens[self.at - 1].span.end);
            let typed = operator.of(self.text).to_owned();
            if self.at_end() || matches!(self.peek(), Some(Kind::And)) {
                return Err(ErrorKind::NothingAfter(typed).at(self.text, operator));
            }
            if matches!(
                self.peek(),
                Some(Kind::Not | Kind::Near { .. } | Kind::Within(_))
            ) {
                let what = format!("`{}`", self.typed());
                return Err(ErrorKind::Misplaced(what, typed.clone())
                    .at(self.text, self.here())
                    .hint("write `a NOT NEAR/3 b` for words that are not near each other"));
            }
            let right = self.operand(level)?;
            let below = left.depth.max(right.depth);
            let span = Span::new(left.node.span.start, right.node.span.end);
            let (l, r) = (Box::new(left.node), Box::new(right.node));
            let clause = match (kind, negated) {
                (Kind::Within(_), true) => {
                    return Err(ErrorKind::NotWithin(last_word(&typed)).at(self.text, operator));
                }
                (Kind::Within(unit), false) => Clause::Within(Within {
                    left: l,
                    right: r,
                    unit,
                }),
                (Kind::Near { distance, ordered }, negated) => {
                    let near = Near {
                        left: l,
                        right: r,
                        distance,
                        ordered,
                    };
                    if negated {
                        Clause::NotNear(near)
                    } else {
                        Clause::Near(near)
                    }
                }
                // Nothing else was let through above.
                _ => Clause::And(vec![*l, *r]),
            };
            left = self.build(span, clause, below)?;
        }
    }

    fn operand(&mut self, level: usize) -> Result<Built, QueryError> {
        let span = self.here();
        let Some(token) = self.tokens.get(self.at) else {
            let before = self
                .at
                .checked_sub(1)
                .map_or(span, |at| self.tokens[at].span);
            return Err(
                ErrorKind::NothingAfter(before.of(self.text).to_owned()).at(self.text, before)
            );
        };
        match token.kind.clone() {
            Kind::Open => self.group(level),
            Kind::Field(field) => {
                self.at += 1;
                let level = self.deeper(level)?;
                if self.at_end()
                    || matches!(
                        self.peek(),
                        Some(Kind::And | Kind::Not | Kind::Near { .. } | Kind::Within(_))
                    )
                {
                    let name = span.of(self.text).to_owned();
                    return Err(ErrorKind::NothingAfter(name).at(self.text, span));
                }
                let inner = self.operand(level)?;
                let whole = Span::new(span.start, inner.node.span.end);
                self.build(
                    whole,
                    Clause::Field(field, Box::new(inner.node)),
                    inner.depth,
                )
            }
            Kind::AtLeast(count) => {
                self.at += 1;
                if !matches!(self.peek(), Some(Kind::Open)) {
                    let name = span.of(self.text).to_owned();
                    let hint = format!("write `{name}(albania)`");
                    return Err(ErrorKind::NoGroup(name).at(self.text, span).hint(hint));
                }
                let inner = self.group(level)?;
                let whole = Span::new(span.start, inner.node.span.end);
                self.build(
                    whole,
                    Clause::AtLeast(count, Box::new(inner.node)),
                    inner.depth,
                )
            }
            Kind::Clause(clause) => {
                self.at += 1;
                self.build(span, clause, 0)
            }
            Kind::Close if self.at == 0 => Err(ErrorKind::UnopenedGroup.at(self.text, span)),
            Kind::Close
            | Kind::And
            | Kind::Or
            | Kind::Not
            | Kind::Near { .. }
            | Kind::Within(_) => Err(ErrorKind::NothingBefore(self.typed()).at(self.text, span)),
        }
    }

    /// `( … )`; the cursor stands on the opening one.
    fn group(&mut self, level: usize) -> Result<Built, QueryError> {
        let level = self.deeper(level)?;
        let open = self.here();
        self.at += 1;
        match self.peek() {
            Some(Kind::Close) => {
                let span = Span::new(open.start, self.here().end);
                return Err(ErrorKind::EmptyGroup.at(self.text, span));
            }
            None => return Err(ErrorKind::UnclosedGroup.at(self.text, open)),
            _ => {}
        }
        let mut built = self.either(level)?;
        if !matches!(self.peek(), Some(Kind::Close)) {
            return Err(ErrorKind::UnclosedGroup.at(self.text, open));
        }
        built.node.span = Span::new(open.start, self.here().end);
        self.at += 1;
        Ok(built)
    }
}

/// Every article.
pub(crate) fn everything(text: &str) -> Node {
    Node {
        span: Span::new(0, text.len()),
        clause: Clause::All,
    }
}

fn last_word(text: &str) -> String {
    text.rsplit(' ').next().unwrap_or(text).to_owned()
}

/// What a clause stands in.
#[derive(Clone, Copy)]
enum Place {
    Top,
    /// Inside a field.
    Field(&'static str),
    /// An operand whose positions are compared or counted.
    Positions(&'static str),
}

impl Place {
    /// Refuses what can have no meaning where it stands. Trees are no deeper than [`MAX_DEPTH`].
    fn check(self, text: &str, node: &Node) -> Result<(), QueryError> {
        let refuse = |what: &str, inside: &str| {
            let kind = ErrorKind::Misplaced(what.to_owned(), inside.to_owned());
            Err(kind
                .at(text, node.span)
                .hint(format!("take it out of `{inside}`")))
        };
        let what = match &node.clause {
            Clause::Not(_) => "a negation",
            Clause::Date(DateClause::In(_) | DateClause::None) => "a date",
            Clause::Length(..) => "a length",
            Clause::All => "`*`",
            Clause::AtLeast(..) => "`ATLEAST`",
            Clause::NotNear(_) => "`NOT NEAR`",
            Clause::Field(field, _) => field.name(),
            _ => "",
        };
        match (self, &node.clause) {
            (Self::Positions(inside), Clause::Field(field, _)) if !field.is_text() => {
                return refuse(&format!("the field `{what}:`"), inside);
            }
            (Self::Positions(_), Clause::Field(..)) => {}
            (Self::Positions(inside), _) if !what.is_empty() => return refuse(what, inside),
            (Self::Field(inside), Clause::Field(..)) => {
                return refuse(&format!("the field `{what}:`"), inside);
            }
            (Self::Field(inside), Clause::Date(_) | Clause::Length(..)) => {
                return refuse(what, inside);
            }
            (Self::Field(inside), Clause::All) => {
                let kind = ErrorKind::Misplaced(what.to_owned(), inside.to_owned());
                return Err(kind
                    .at(text, node.span)
                    .hint(format!("ask for words of the field, as in `{inside}:a*`")));
            }
            _ => {}
        }
        match &node.clause {
            Clause::And(nodes) | Clause::Or(nodes) => {
                nodes.iter().try_for_each(|node| self.check(text, node))
            }
            Clause::Not(inner) => self.check(text, inner),
            Clause::Near(near) | Clause::NotNear(near) => {
                let place = Self::Positions(if near.ordered { "PRE" } else { "NEAR" });
                place.check(text, &near.left)?;
                place.check(text, &near.right)
            }
            Clause::Within(within) => {
                let place = Self::Positions(match within.unit {
                    Unit::Sentence => "W/S",
                    Unit::Paragraph => "W/P",
                });
                place.check(text, &within.left)?;
                place.check(text, &within.right)
            }
            Clause::AtLeast(_, inner) => Self::Positions("ATLEAST").check(text, inner),
            Clause::Field(field, inner) => {
                let place = match self {
                    Self::Positions(_) => self,
                    _ => Self::Field(field.name()),
                };
                place.check(text, inner)
            }
            _ => Ok(()),
        }
    }
}
