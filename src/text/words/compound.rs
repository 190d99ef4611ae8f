//! Words of several segments: apostrophes, hyphens, dotted acronyms, numbers, `&`.

use std::ops::Range;

use crate::text::Span;
use crate::text::fold;
use crate::text::words::class::{Sort, sort};
use crate::text::words::known;

/// Segments taken together at the most; what follows is read anew.
const SEGMENTS: usize = 24;
/// Parts of a compound that are run together at the most, and the bytes they may have.
const JOINED_PARTS: usize = 4;
const JOINED_BYTES: usize = 128;

/// Letters and digits without anything between, and what stands before them.
#[derive(Clone, Copy, Debug)]
struct Segment {
    start: usize,
    end: usize,
    /// What joins it to the one before.
    before: Sort,
}

/// A word read; its texts are ranges of [`Compound::lower`] and [`Compound::folded`].
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) lower: Range<usize>,
    pub(super) folded: Range<usize>,
    /// Written in capitals of ASCII.
    pub(super) caps: bool,
    /// An acronym with dots.
    pub(super) dotted: bool,
    /// Begins a sentence though no blank stands before: `said.The`
    pub(super) sentence: bool,
    pub(super) joined: Option<JoinedPart>,
}

/// The same for parts run together.
#[derive(Clone, Debug)]
pub(super) struct JoinedPart {
    pub(super) span: Span,
    pub(super) lower: Range<usize>,
    pub(super) folded: Range<usize>,
}

/// Reads what is written without a blank; keeps its buffers.
#[derive(Debug, Default)]
pub(super) struct Compound {
    pub(super) parts: Vec<Part>,
    pub(super) lower: String,
    pub(super) folded: String,
    segments: Vec<Segment>,
}

impl Compound {
    /// Reads from `start`, which is at a letter or digit; gives the place after the last segment.
    pub(super) fn read(&mut self, text: &str, start: usize, longest: usize) -> usize {
        self.parts.clear();
        self.lower.clear();
        self.folded.clear();
        let mut end = self.split(text, start, longest);
        let mut first = 0;
        let mut compound_from = 0;
        while first < self.segments.len() {
            if first > 0 && self.segments[first].before != Sort::Hyphen {
                self.join(compound_from);
                compound_from = self.parts.len();
            }
            let (next, stop) = self.part(text, first);
            end = end.max(stop);
            first = next;
        }
        self.join(compound_from);
        end
    }

    fn split(&mut self, text: &str, start: usize, longest: usize) -> usize {
        self.segments.clear();
        let mut at = start;
        let mut before = Sort::Other;
        loop {
            let from = at;
            for c in text[from..].chars() {
                if sort(c) != Sort::Letter || at - from >= longest {
                    break;
                }
                at += c.len_utf8();
            }
            self.segments.push(Segment {
                start: from,
                end: at,
                before,
            });
            let mut rest = text[at..].chars();
            let Some(joiner) = rest.next() else { break };
            before = sort(joiner);
            let joins = !matches!(before, Sort::Letter | Sort::Single | Sort::Other);
            let goes_on = rest.next().is_some_and(|c| sort(c) == Sort::Letter);
            if !joins || !goes_on || self.segments.len() == SEGMENTS {
                break;
            }
            at += joiner.len_utf8();
        }
        at
    }

    /// Makes a part of the segments from `first` on; gives the next segment and the place after the part.
    fn part(&mut self, text: &str, first: usize) -> (usize, usize) {
        let segment = self.segments[first];
        let dotted = self.dotted(text, first);
        if dotted > 1 {
            return self.acronym(text, first, dotted);
        }
        let from = (self.lower.len(), self.folded.len());
        let mut end = segment.end;
        let mut span_start = segment.start;
        let mut joined = None;
        let mut next = first + 1;
        self.push(&text[segment.start..segment.end]);
        while let Some(&other) = self.segments.get(next) {
            let left = &text[self.segments[next - 1].start..self.segments[next - 1].end];
            let right = &text[other.start..other.end];
            match other.before {
                Sort::Apostrophe => {
                    if is_dropped_ending(right) && !self.goes_on(next) {
                        return self.finish(
                            text,
                            from,
                            (span_start, end),
                            next + 1,
                            joined,
                            other.end,
                            first,
                        );
                    }
                    if next == first + 1 && self.is_elision(from.1, right) {
                        // The article stays for the joined form, before the word.
                        let span = Span::new(segment.start, other.end);
                        self.push(right);
                        joined = Some(JoinedPart {
                            span,
                            lower: from.0..self.lower.len(),
                            folded: from.1..self.folded.len(),
                        });
                        let from = (self.lower.len(), self.folded.len());
                        self.push(right);
                        span_start = other.start;
                        end = other.end;
                        next += 1;
                        if let Some(&ending) = self.segments.get(next)
                            && ending.before == Sort::Apostrophe
                        {
                            let right = &text[ending.start..ending.end];
                            if is_dropped_ending(right) {
                                return self.finish(
                                    text,
                                    from,
                                    (span_start, end),
                                    next + 1,
                                    joined,
                                    ending.end,
                                    first,
                                );
                            }
                        }
                        return self.finish(
                            text,
                            from,
                            (span_start, end),
                            next,
                            joined,
                            end,
                            first,
                        );
                    }
                    self.push(right);
                }
                Sort::Dot if ends_in_digit(left) && begins_with_digit(right) => {
                    self.push(".");
                    self.push(right);
                }
                Sort::Comma if is_thousands(left, right) => self.push(right),
                Sort::And if left.len() + right.len() <= 6 && left.len().min(right.len()) <= 2 => {
                    self.push("&");
                    self.push(right);
                }
                _ => break,
            }
            end = other.end;
            next += 1;
        }
        self.finish(text, from, (span_start, end), next, joined, end, first)
    }

    #[expect(clippy::too_many_arguments, reason = "one place where a part is made")]
    fn finish(
        &mut self,
        text: &str,
        from: (usize, usize),
        span: (usize, usize),
        next: usize,
        joined: Option<JoinedPart>,
        stop: usize,
        first: usize,
    ) -> (usize, usize) {
        if self.folded.len() > from.1 {
            let written = &text[span.0..span.1];
            self.parts.push(Part {
                span: Span::new(span.0, span.1),
                lower: from.0..self.lower.len(),
                folded: from.1..self.folded.len(),
                caps: written.bytes().all(|b| b.is_ascii_uppercase()),
                dotted: false,
                sentence: self.runs_on(text, first),
                joined,
            });
        }
        (next, stop)
    }

    /// How many single letters with dots between stand from `first` on.
    fn dotted(&self, text: &str, first: usize) -> usize {
        let rest = self.segments[first..].iter().enumerate();
        rest.take_while(|(n, s)| {
            let mut chars = text[s.start..s.end].chars();
            let letter = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
            letter && (*n == 0 || s.before == Sort::Dot)
        })
        .count()
    }

    fn acronym(&mut self, text: &str, first: usize, count: usize) -> (usize, usize) {
        let from = (self.lower.len(), self.folded.len());
        for n in first..first + count {
            let segment = self.segments[n];
            self.push(&text[segment.start..segment.end]);
        }
        let mut next = first + count;
        let mut end = self.segments[next - 1].end;
        if text[end..].starts_with('.') {
            end += 1;
        }
        self.parts.push(Part {
            span: Span::new(self.segments[first].start, end),
            lower: from.0..self.lower.len(),
            folded: from.1..self.folded.len(),
            caps: false,
            dotted: true,
            sentence: false,
            joined: None,
        });
        let mut stop = end;
        if let Some(ending) = self.segments.get(next)
            && ending.before == Sort::Apostrophe
            && is_dropped_ending(&text[ending.start..ending.end])
        {
            stop = ending.end;
            next += 1;
        }
        (next, stop)
    }

    /// Runs the parts from `from` on together, where they are a compound.
    fn join(&mut self, from: usize) {
        let Some(parts) = self.parts.get(from..) else {
            return;
        };
        if !(2..=JOINED_PARTS).contains(&parts.len()) {
            return;
        }
        let bytes: usize = parts.iter().map(|part| part.lower.len()).sum();
        let all = parts.iter().map(|part| &self.folded[part.folded.clone()]);
        let numbers = all.clone().all(|text| !text.contains(char::is_alphabetic));
        if bytes > JOINED_BYTES || numbers {
            return;
        }
        let span = Span::new(parts[0].span.start, parts[parts.len() - 1].span.end);
        let start = (self.lower.len(), self.folded.len());
        for n in from..self.parts.len() {
            let Part { lower, folded, .. } = self.parts[n].clone();
            self.lower.extend_from_within(lower);
            self.folded.extend_from_within(folded);
        }
        self.parts[from].joined = Some(JoinedPart {
            span,
            lower: start.0..self.lower.len(),
            folded: start.1..self.folded.len(),
        });
    }

    fn push(&mut self, text: &str) {
        fold::lower_into(text, &mut self.lower);
        fold::fold_into(text, &mut self.folded);
    }

    /// Whether another apostrophe follows the segment `n`.
    fn goes_on(&self, n: usize) -> bool {
        self.segments
            .get(n + 1)
            .is_some_and(|segment| segment.before == Sort::Apostrophe)
    }

    fn is_elision(&self, folded_from: usize, right: &str) -> bool {
        let mut folded = String::new();
        let Some(first) = right.chars().next() else {
            return false;
        };
        fold::fold_into(first.encode_utf8(&mut [0; 4]), &mut folded);
        known::is_elided(&self.folded[folded_from..])
            && folded.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h'])
            && right.chars().nth(1).is_some()
    }

    /// Whether the segment `n` begins a sentence right after the dot of the last one: small letters, then a capital.
    fn runs_on(&self, text: &str, n: usize) -> bool {
        let segment = self.segments[n];
        if n == 0 || segment.before != Sort::Dot {
            return false;
        }
        let before = &text[self.segments[n - 1].start..self.segments[n - 1].end];
        let mut chars = text[segment.start..segment.end].chars();
        before.len() > 1
            && before.chars().all(char::is_lowercase)
            && chars.next().is_some_and(char::is_uppercase)
            && chars.next().is_some_and(char::is_lowercase)
    }
}

/// `'s` and the contracted verbs of English: they are left out.
fn is_dropped_ending(text: &str) -> bool {
    let is = |ending| text.eq_ignore_ascii_case(ending);
    is("s") || is("ll") || is("re") || is("ve") || is("d") || is("m")
}

fn ends_in_digit(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_numeric)
}

fn begins_with_digit(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_numeric)
}

/// Whether a comma between them parts thousands: `2,000`, `155,221m`.
fn is_thousands(left: &str, right: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&left.len()) && digits(left) == left.len() && digits(right) == 3
}

#[cfg(test)]
mod tests {}
