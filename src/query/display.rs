//! A query printed back, such that reading it gives the same tree.

use std::fmt::{self, Display, Formatter};

use crate::date::{Date, Period, Precision};
use crate::query::operator::is_small_not;
use crate::query::{Clause, Comparison, DateClause, Node, Query, Unit};

impl Display for Query {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.any {
            return bag(&self.root, out);
        }
        clause(&self.root, Around::Nothing, out)
    }
}

/// As a user would type it.
impl Display for Node {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        clause(self, Around::Nothing, out)
    }
}

/// What a clause stands in, and so whether it needs parentheses.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Around {
    Nothing,
    /// OR: an AND gets parentheses for the reader's sake.
    Or,
    And,
    Not,
    /// An operand of NEAR, or of a field.
    Operand,
}

/// How tightly a clause holds together by itself: the loosest surroundings that need parentheses.
fn needs(clause: &Clause) -> Option<Around> {
    match clause {
        Clause::Or(_) | Clause::And(_) => Some(Around::Or),
        Clause::Near(_) | Clause::NotNear(_) | Clause::Within(_) => Some(Around::Not),
        Clause::Not(_) => Some(Around::Operand),
        Clause::Word(word) if is_small_not(word) => Some(Around::Operand),
        _ => None,
    }
}

fn clause(node: &Node, around: Around, out: &mut Formatter<'_>) -> fmt::Result {
    if needs(&node.clause).is_some_and(|least| around >= least) {
        out.write_str("(")?;
        clause(node, Around::Nothing, out)?;
        return out.write_str(")");
    }
    match &node.clause {
        Clause::All => out.write_str("*"),
        Clause::Word(word) => {
            let (before, after) = (
                if word.exact { "=" } else { "" },
                if word.fuzzy { "~" } else { "" },
            );
            write!(out, "{before}{}{after}", word.text)
        }
        Clause::Wildcard(wildcard) => {
            // Signs that would be read as something else behind no `=`.
            let pattern = &wildcard.pattern;
            let first = pattern.chars().next().unwrap_or('*');
            let plain = first.is_alphanumeric() || matches!(first, '*' | '?');
            let signs = pattern.contains([':', '=', '/', '<', '>']);
            let before = if plain && !signs { "" } else { "=" };
            write!(out, "{before}{pattern}")
        }
        Clause::Phrase(words) => phrase(words, out),
        Clause::And(nodes) => list(nodes, " ", Around::And, out),
        Clause::Or(nodes) => list(nodes, " OR ", Around::Or, out),
        Clause::Not(inner) => {
            out.write_str("NOT ")?;
            clause(inner, Around::Not, out)
        }
        Clause::Near(near) | Clause::NotNear(near) => {
            let not = if matches!(node.clause, Clause::NotNear(_)) {
                "NOT "
            } else {
                ""
            };
            let name = if near.ordered { "PRE" } else { "NEAR" };
            clause(&near.left, Around::Operand, out)?;
            write!(out, " {not}{name}/{} ", near.distance)?;
            clause(&near.right, Around::Operand, out)
        }
        Clause::Within(within) => {
            let unit = match within.unit {
                Unit::Sentence => 'S',
                Unit::Paragraph => 'P',
            };
            clause(&within.left, Around::Operand, out)?;
            write!(out, " W/{unit} ")?;
            clause(&within.right, Around::Operand, out)
        }
        Clause::AtLeast(count, inner) => {
            write!(out, "ATLEAST{count}(")?;
            clause(inner, Around::Nothing, out)?;
            out.write_str(")")
        }
        Clause::Field(field, inner) => {
            write!(out, "{}:", field.name())?;
            clause(inner, Around::Operand, out)
        }
        Clause::Date(DateClause::None) => out.write_str("date:none"),
        Clause::Date(DateClause::In(period)) => write!(out, "date:{}", written(period)),
        Clause::Length(comparison, words) => {
            let sign = match comparison {
                Comparison::Less => "<",
                Comparison::AtMost => "<=",
                Comparison::Equal => "=",
                Comparison::AtLeast => ">=",
                Comparison::Greater => ">",
            };
            write!(out, "words{sign}{words}")
        }
    }
}

fn phrase(words: &[Node], out: &mut Formatter<'_>) -> fmt::Result {
    let exact = words
        .iter()
        .any(|word| matches!(&word.clause, Clause::Word(word) if word.exact));
    out.write_str(if exact { "=\"" } else { "\"" })?;
    for (at, word) in words.iter().enumerate() {
        let blank = if at > 0 { " " } else { "" };
        match &word.clause {
            Clause::Word(word) => write!(out, "{blank}{}", word.text)?,
            Clause::Wildcard(wildcard) => write!(out, "{blank}{}", wildcard.pattern)?,
            // A phrase holds nothing else.
            _ => {}
        }
    }
    out.write_str("\"")
}

fn list(nodes: &[Node], between: &str, around: Around, out: &mut Formatter<'_>) -> fmt::Result {
    for (at, node) in nodes.iter().enumerate() {
        if at > 0 {
            out.write_str(between)?;
        }
        clause(node, around, out)?;
    }
    Ok(())
}

/// A bag: everything side by side.
fn bag(node: &Node, out: &mut Formatter<'_>) -> fmt::Result {
    let (Clause::And(nodes) | Clause::Or(nodes)) = &node.clause else {
        return match &node.clause {
            Clause::Field(field, inner) => {
                write!(out, "{}:(", field.name())?;
                bag(inner, out)?;
                out.write_str(")")
            }
            // Nothing typed asks for everything.
            Clause::All => Ok(()),
            _ => clause(node, Around::Nothing, out),
        };
    };
    for (at, node) in nodes.iter().enumerate() {
        if at > 0 {
            out.write_str(" ")?;
        }
        bag(node, out)?;
    }
    Ok(())
}

/// The period as it is typed: `2022-07-01..2022-09-30`, `2022-07-01..`, `2022-09-08`.
fn written(period: &Period) -> String {
    let days = (period.first == i64::MIN || period.first.rem_euclid(DAY) == 0)
        && (period.last == i64::MAX || period.last.rem_euclid(DAY) == DAY - 1);
    let precision = if days {
        Precision::Day
    } else {
        Precision::Second
    };
    // A second beyond the calendar is as good as an open end.
    let value = |second| {
        Date::from_local(second, precision, None).map_or_else(String::new, |date| date.value())
    };
    let (first, last) = match (period.first, period.last) {
        (i64::MIN, last) => (String::new(), value(last)),
        (first, i64::MAX) => (value(first), String::new()),
        (first, last) => (value(first), value(last)),
    };
    if first == last {
        return first;
    }
    format!("{first}..{last}")
}

/// Seconds of a civil day.
const DAY: i64 = 86_400;
