//! From a plan to the matchers of one segment.

use std::sync::Arc;

use tantivy::columnar::{Column, DynamicColumn, HasAssociatedColumnType, StrColumn};
use tantivy::postings::SegmentPostings;
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{InvertedIndexReader, SegmentReader};

use crate::index::{ARTICLE, Fields};
use crate::query::Unit;
use crate::search::error::SearchError;
use crate::search::glob::Glob;
use crate::search::plan::{Leaf as PlanLeaf, Plan, Slot};
use crate::search::rank::{self, Norm};
use crate::search::scorer::boolean::{All, And, AtLeast, Not, Or};
use crate::search::scorer::columns::{Dates, Part, Test, Tested, Zone};
use crate::search::scorer::dense::Dense;
use crate::search::scorer::leaf::{Alternatives, Bm25, Leaf, Scored, Zoned};
use crate::search::scorer::near::{Near, NotNear};
use crate::search::scorer::pairs;
use crate::search::scorer::unit::Within;
use crate::search::scorer::words::{Member, Words};
use crate::search::scorer::{DocId, Matcher};
use crate::text::sketch::Sketch;

/// From this many terms on, a wildcard whose places nobody asks for is read at once.
const MANY: usize = 12;

/// One segment, and what its matchers need.
pub(in crate::search) struct Segment<'a> {
    reader: &'a SegmentReader,
    fields: &'a Fields,
    /// The columns of the dates meant.
    pub(in crate::search) dates: Dates,
    lengths: Column<u64>,
    norm: Norm,
    title: f32,
    ids: Option<StrColumn>,
}

impl<'a> Segment<'a> {
    /// A segment; `dates` names the column of first seconds meant, `norm` says how length counts, `title` how much more
    /// than usual the title does.
    pub(in crate::search) fn open(
        reader: &'a SegmentReader,
        fields: &'a Fields,
        dates: &str,
        norm: Norm,
        title: f32,
    ) -> Result<Self, SearchError> {
        let columns = reader.fast_fields();
        Ok(Self {
            reader,
            fields,
            dates: Dates {
                first: column(reader, dates)?,
                last: column(reader, &format!("{dates}_last"))?,
            },
            lengths: column(reader, "length")?,
            norm,
            title: title * rank::TITLE,
            ids: columns.str("id")?,
        })
    }

    /// The matcher of `plan`; `places`: whether where it matches will be asked, not only whether and how well.
    pub(in crate::search) fn matcher(
        &self,
        plan: &Plan,
        places: bool,
    ) -> Result<Box<dyn Matcher>, SearchError> {
        if plan.grounded() {
            self.build(plan, places)
        } else {
            Ok(Box::new(And::new(vec![
                Box::new(self.all()?),
                self.build(plan, places)?,
            ])))
        }
    }

    /// The leaf of `leaf`, without a score.
    pub(in crate::search) fn leaf(
        &self,
        leaf: &PlanLeaf,
        places: bool,
    ) -> Result<Box<dyn Leaf>, SearchError> {
        let inner = self.ways(leaf.field, &leaf.ways, places || leaf.part.is_some())?;
        Ok(match leaf.part {
            Some(part) => Box::new(Zoned::new(inner, self.zone(part)?)),
            None => inner,
        })
    }

    /// The articles of the segment.
    pub(in crate::search) fn all(&self) -> Result<All, SearchError> {
        let term = Term::from_field_text(self.fields.kind, ARTICLE);
        let index = self.reader.inverted_index(self.fields.kind)?;
        Ok(All {
            articles: index.read_postings(&term, IndexRecordOption::Basic)?,
        })
    }

    /// Whether a document was deleted since.
    pub(in crate::search) fn is_deleted(&self, doc: DocId) -> bool {
        self.reader.is_deleted(doc)
    }

    /// The id of a document's article; empty where it cannot be read, which sorts first.
    pub(in crate::search) fn id(&self, doc: DocId) -> String {
        let mut id = String::new();
        if let Some(ids) = &self.ids
            && let Some(place) = ids.term_ords(doc).next()
            && ids.ord_to_str(place, &mut id).is_err()
        {
            id.clear();
        }
        id
    }

    /// The column of texts of this name; `None` where no document of the segment has a value.
    pub(in crate::search) fn texts(&self, name: &str) -> Result<Option<StrColumn>, SearchError> {
        Ok(self.reader.fast_fields().str(name)?)
    }

    /// The sketch of a document's body; `None` where there is none.
    pub(in crate::search) fn sketch(&self, doc: DocId) -> Option<Sketch> {
        let sketches = self
            .reader
            .fast_fields()
            .column_opt::<u64>("sketch")
            .ok()??;
        Sketch::from_numbers(sketches.values_for_doc(doc))
    }

    /// A number by which the ids of this segment's articles are in order; `None` sorts first.
    pub(in crate::search) fn id_order(&self, doc: DocId) -> Option<u64> {
        self.ids.as_ref()?.term_ords(doc).next()
    }

    /// Number of documents, ledger rows and deleted ones included.
    pub(in crate::search) fn max_doc(&self) -> DocId {
        self.reader.max_doc()
    }

    fn build(&self, plan: &Plan, places: bool) -> Result<Box<dyn Matcher>, SearchError> {
        Ok(match plan {
            Plan::All => Box::new(self.all()?),
            Plan::Nothing => Box::new(All { articles: None }),
            Plan::Leaf(leaf) => Box::new(self.scored(leaf, places)?),
            Plan::And(parts) => {
                let mut clauses = Vec::with_capacity(parts.len() + 1);
                if !plan.grounded() {
                    clauses.push(Box::new(self.all()?) as Box<dyn Matcher>);
                }
                for part in parts {
                    clauses.push(self.build(part, places)?);
                }
                Box::new(And::new(clauses))
            }
            Plan::Or(parts) => {
                let clauses = parts.iter().map(|part| self.matcher(part, places));
                Box::new(Or::new(clauses.collect::<Result<_, _>>()?))
            }
            Plan::Not(inner) => Box::new(Not::new(self.matcher(inner, places)?, self.max_doc())),
            Plan::Near(left, right, distance) => Box::new(Near::new(
                self.matcher(left, true)?,
                self.matcher(right, true)?,
                distance.words,
                distance.ordered,
            )),
            Plan::NotNear(left, right, distance) => Box::new(NotNear::new(
                self.matcher(left, true)?,
                self.matcher(right, true)?,
                distance.words,
                distance.ordered,
            )),
            Plan::Within(left, right, unit) => Box::new(Within::new(
                self.matcher(left, true)?,
                self.matcher(right, true)?,
                self.starts(*unit)?,
            )),
            Plan::AtLeast(inner, count) => {
                Box::new(AtLeast::new(self.matcher(inner, true)?, *count))
            }
            Plan::Dated(period) => self.tested(Test::Dated(self.dates.clone(), *period)),
            Plan::Undated => self.tested(Test::Undated(self.dates.clone())),
            Plan::Length(comparison, words) => self.tested(Test::Length(
                column(self.reader, "words")?,
                *comparison,
                u64::from(*words),
            )),
            Plan::Values(column, values) => {
                let Some(column) = self.reader.fast_fields().str(column)? else {
                    return Ok(Box::new(All { articles: None }));
                };
                let mut ordinals = Vec::with_capacity(values.len());
                for value in values {
                    ordinals.extend(column.dictionary().term_ord(value)?);
                }
                ordinals.sort_unstable();
                self.tested(Test::Ordinals(column.ords().clone(), ordinals))
            }
            Plan::Paths(patterns) => {
                let Some(column) = self.reader.fast_fields().str("path")? else {
                    return Ok(Box::new(All { articles: None }));
                };
                let patterns: Vec<Glob> =
                    patterns.iter().map(|pattern| Glob::new(pattern)).collect();
                let mut ordinals = Vec::new();
                let mut stream = column.dictionary().stream()?;
                while stream.advance() {
                    let path = String::from_utf8_lossy(stream.key());
                    if patterns.iter().any(|pattern| pattern.matches(&path)) {
                        ordinals.push(stream.term_ord());
                    }
                }
                self.tested(Test::Ordinals(column.ords().clone(), ordinals))
            }
        })
    }

    fn tested(&self, test: Test) -> Box<dyn Matcher> {
        Box::new(Tested::new(test, self.max_doc()))
    }

    fn scored(&self, leaf: &PlanLeaf, places: bool) -> Result<Scored, SearchError> {
        let scores = leaf.weight > 0.0;
        let title = (scores && self.title > 0.0 && leaf.main && leaf.part.is_none())
            .then(|| self.ways(self.fields.title, &leaf.ways, false))
            .transpose()?
            .filter(|title| title.cost() > 0);
        Ok(Scored {
            leaf: self.leaf(leaf, places)?,
            title,
            title_worth: self.title,
            bm25: scores.then(|| Bm25 {
                weight: leaf.weight * leaf.times as f32,
                lengths: self.lengths.clone(),
                norm: self.norm,
            }),
            main: leaf.main,
        })
    }

    fn ways(
        &self,
        field: Field,
        ways: &[Vec<Slot>],
        places: bool,
    ) -> Result<Box<dyn Leaf>, SearchError> {
        let index = self.reader.inverted_index(field)?;
        let mut leaves: Vec<Box<dyn Leaf>> = Vec::with_capacity(ways.len());
        for way in ways {
            match way.as_slice() {
                [slot] if slot.expanded && slot.terms.len() >= MANY && !places => {
                    let mut lists = Vec::with_capacity(slot.terms.len());
                    for term in &slot.terms {
                        let term = Term::from_field_text(field, &term.text);
                        lists.extend(index.read_postings(&term, IndexRecordOption::WithFreqs)?);
                    }
                    leaves.push(Box::new(Dense::new(self.max_doc(), lists)));
                }
                [slot] => leaves.push(Box::new(words(&index, field, slot)?)),
                slots => leaves.extend(pairs::phrase(&index, field, slots, places)?),
            }
        }
        Ok(match leaves.len() {
            1 => leaves.swap_remove(0),
            _ => Box::new(Alternatives::new(leaves)),
        })
    }

    fn zone(&self, part: Part) -> Result<Zone, SearchError> {
        let (from, until) = match part {
            Part::Title => (None, Some("dek_at")),
            Part::Body => (Some("body_at"), Some("captions_at")),
            Part::Lead => (None, Some("lead_end")),
            Part::Captions => (Some("captions_at"), None),
        };
        Ok(Zone {
            from: from.map(|name| column(self.reader, name)).transpose()?,
            until: until.map(|name| column(self.reader, name)).transpose()?,
        })
    }

    fn starts(&self, unit: Unit) -> Result<Words, SearchError> {
        let marker = match unit {
            Unit::Sentence => crate::index::SENTENCE,
            Unit::Paragraph => crate::index::PARAGRAPH,
        };
        let field = self.fields.text;
        let index = self.reader.inverted_index(field)?;
        let list = postings(&index, field, marker)?;
        Ok(Words::new(
            list.into_iter()
                .map(|postings| Member {
                    postings,
                    exact: true,
                    counted: true,
                })
                .collect(),
        ))
    }
}

/// The posting lists of a slot's terms.
pub(in crate::search) fn words(
    index: &Arc<InvertedIndexReader>,
    field: Field,
    slot: &Slot,
) -> Result<Words, SearchError> {
    let mut members = Vec::with_capacity(slot.terms.len());
    for term in &slot.terms {
        if let Some(postings) = postings(index, field, &term.text)? {
            members.push(Member {
                postings,
                exact: term.exact,
                counted: term.counted,
            });
        }
    }
    Ok(Words::new(members))
}

fn postings(
    index: &InvertedIndexReader,
    field: Field,
    text: &str,
) -> Result<Option<SegmentPostings>, SearchError> {
    let term = Term::from_field_text(field, text);
    Ok(index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)?)
}

/// A column; empty where no document of the segment has a value.
pub(in crate::search) fn column<T: HasAssociatedColumnType + Default>(
    reader: &SegmentReader,
    name: &str,
) -> Result<Column<T>, SearchError>
where
    DynamicColumn: Into<Option<Column<T>>>,
{
    let column = reader.fast_fields().column_opt(name)?;
    Ok(column.unwrap_or_else(|| Column::build_empty_column(reader.max_doc())))
}
