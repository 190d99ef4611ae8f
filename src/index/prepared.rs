//! How prepared terms travel to tantivy.
//!
//! Terms are made where the article is parsed, on many threads and once, since the positions of the parts must be known
//! beforehand. They reach tantivy's own threads as one string, which its tokenizer only has to take apart: for each token its
//! step from the position before, its length and its bytes.

use std::sync::Arc;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::index::budget::Budget;

/// Bits of a number in one byte, so that the string stays ASCII but for the terms.
const BITS: u32 = 7;
const MASK: u32 = (1 << BITS) - 1;

/// Tokens being prepared.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    text: String,
    position: u32,
}

impl Prepared {
    /// Forgets the tokens, keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.position = 0;
    }

    /// Adds a token; positions never fall.
    pub(crate) fn push(&mut self, term: &str, position: u32) {
        let step = position.saturating_sub(self.position).min(MASK);
        self.position += step;
        let length = term.len() as u32;
        self.text.push(byte(step));
        self.text.push(byte(length >> BITS));
        self.text.push(byte(length));
        self.text.push_str(term);
    }

    /// Leaves a gap that no phrase crosses.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

fn byte(number: u32) -> char {
    char::from((number & MASK) as u8)
}

/// Takes prepared strings apart, for tantivy.
#[derive(Clone)]
pub(crate) struct PreparedTokenizer {
    budget: Arc<Budget>,
    token: Token,
}

impl PreparedTokenizer {
    pub(crate) fn new(budget: Arc<Budget>) -> Self {
        Self {
            budget,
            token: Token::default(),
        }
    }
}

/// The tokens of one prepared string.
pub(crate) struct PreparedStream<'a> {
    rest: &'a str,
    position: u32,
    token: &'a mut Token,
}

impl Tokenizer for PreparedTokenizer {
    type TokenStream<'a> = PreparedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> PreparedStream<'a> {
        self.budget.give_back(text.len());
        self.token.reset();
        PreparedStream {
            rest: text,
            position: 0,
            token: &mut self.token,
        }
    }
}

impl TokenStream for PreparedStream<'_> {
    fn advance(&mut self) -> bool {
        let &[step, high, low, ..] = self.rest.as_bytes() else {
            return false;
        };
        let length = usize::from(high) << BITS | usize::from(low);
        let Some(term) = self.rest.get(3..3 + length) else {
            return false;
        };
        self.rest = &self.rest[3 + length..];
        self.position += u32::from(step);
        self.token.position = self.position as usize;
        self.token.text.clear();
        self.token.text.push_str(term);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
