//! A bag of words: any of them will do, and what is no word restricts.

use crate::query::lex::{Kind, Token};
use crate::query::parse::everything;
use crate::query::{Clause, Node};
use crate::text::Span;

/// The tree of a bag: an OR of what is ranked, AND each restriction (dates, lengths, `lang:`, `publisher:`, `section:`).
pub(crate) fn tree(text: &str, tokens: Vec<Token>) -> Node {
    let mut ranked = Vec::new();
    let mut restricting = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token.kind {
            Kind::Clause(clause @ (Clause::Date(_) | Clause::Length(..))) => {
                restricting.push(Token::node(token.span, clause));
            }
            Kind::Clause(clause) => ranked.push(Token::node(token.span, clause)),
            Kind::Field(field) => {
                let mut inside = Vec::new();
                let grouped = tokens.next_if(|next| next.kind == Kind::Open).is_some();
                while let Some(Token {
                    span,
                    kind: Kind::Clause(clause),
                }) = tokens.next_if(|next| matches!(next.kind, Kind::Clause(_)))
                {
                    inside.push(Token::node(span, clause));
                    if !grouped {
                        break;
                    }
                }
                if grouped {
                    tokens.next_if(|next| next.kind == Kind::Close);
                }
                let Some(inner) = any_of(inside) else {
                    let name = token.span.of(text).trim_end_matches([':', '=']);
                    if let Kind::Clause(clause) = Kind::plain_word(name) {
                        ranked.push(Token::node(token.span, clause));
                    }
                    continue;
                };
                let span = Span::new(token.span.start, inner.span.end);
                let node = Token::node(span, Clause::Field(field, Box::new(inner)));
                if field.restricts() {
                    restricting.push(node);
                } else {
                    ranked.push(node);
                }
            }
            // The lexer makes no operators of a bag.
            _ => {}
        }
    }
    let mut all = restricting;
    all.extend(any_of(ranked));
    match all.len() {
        0 => everything(text),
        1 => all.swap_remove(0),
        _ => {
            let start = all.iter().map(|node| node.span.start).min().unwrap_or(0);
            let end = all.iter().map(|node| node.span.end).max().unwrap_or(start);
            Token::node(Span::new(start, end), Clause::And(all))
        }
    }
}

/// The only node, or an OR of them; `None` where there is none.
fn any_of(mut nodes: Vec<Node>) -> Option<Node> {
    if nodes.len() < 2 {
        return nodes.pop();
    }
    let span = Span::new(nodes.first()?.span.start, nodes.last()?.span.end);
    Some(Token::node(span, Clause::Or(nodes)))
}
