//! From a plan to the matchers of one segment.

use std::cell::OnceCell;

use tantivy::SegmentReader;
use tantivy::columnar::{Column, StrColumn};
use tantivy::schema::{Field, IndexRecordOption};

use crate::index::{ARTICLE, Columns, Fields, Snapshot};
use crate::query::Unit;
use crate::search::error::SearchError;
use crate::search::glob::Glob;
use crate::search::plan::{Leaf as PlanLeaf, Plan, Slot, SlotTerm};
use crate::search::rank::{self, Norm};
use crate::search::scorer::boolean::{All, And, AtLeast, Not, Or};
use crate::search::scorer::columns::{Dates, Part, Test, Tested, Zone};
use crate::search::scorer::dense::Dense;
use crate::search::scorer::leaf::{Alternatives, Bm25, Leaf, Scored, Zoned};
use crate::search::scorer::near::{Near, NotNear};
use crate::search::scorer::pairs;
use crate::search::scorer::sweep::{self, List, Sweep};
use crate::search::scorer::unit::Within;
use crate::search::scorer::words::{Member, Words};
use crate::search::scorer::{DocId, Matcher};
use crate::search::terms::{Dictionary, Terms};
use crate::text::sketch::Sketch;

/// From this many terms on, a wildcard whose places nobody asks for is read at once.
const MANY: usize = 12;

/// One segment, and what its matchers need.
pub(in crate::search) struct Segment<'a> {
    reader: &'a SegmentReader,
    /// Its place among the segments.
    number: usize,
    fields: &'a Fields,
    columns: &'a Columns,
    terms: &'a Terms<'a>,
    /// The columns of the dates meant.
    pub(in crate::search) dates: Dates,
    lengths: Column<u64>,
    norm: Norm,
    title: f32,
    /// Read for ties alone.
    ids: OnceCell<Option<StrColumn>>,
}

impl<'a> Segment<'a> {
    /// The segments of an index; `dates` names the column of first seconds meant, `norm` says how length counts, `title` how
    /// much more than usual the title does.
    pub(in crate::search) fn all_of(
        index: &'a Snapshot,
        terms: &'a Terms<'a>,
        dates: &str,
        norm: Norm,
        title: f32,
    ) -> Result<Vec<Self>, SearchError> {
        let readers = index.searcher().segment_readers().iter();
        let columns = index.columns().iter();
        let mut segments = Vec::with_capacity(readers.len());
        for ((reader, columns), number) in readers.zip(columns).zip(0..) {
            segments.push(Self {
                reader,
                number,
                fields: index.fields(),
                columns,
                terms,
                dates: Dates {
                    first: columns.seconds(reader, dates)?,
                    last: columns.seconds(reader, &format!("{dates}_last"))?,
                },
                lengths: columns.numbers(reader, "length")?,
                norm,
                title: title * rank::TITLE,
                ids: OnceCell::new(),
            });
        }
        Ok(segments)
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
        if let Some(field) = self.field(leaf) {
            return self.ways(field, &leaf.ways, places);
        }
        let inner = self.ways(leaf.field, &leaf.ways, true)?;
        Ok(match leaf.part {
            Some(part) => Box::new(Zoned::new(inner, self.zone(part)?)),
            None => inner,
        })
    }

    /// The articles of the segment.
    pub(in crate::search) fn all(&self) -> Result<All, SearchError> {
        let kinds = self.terms.field(self.fields.kind)?;
        Ok(All {
            articles: kinds.postings(self.number, ARTICLE, IndexRecordOption::Basic)?,
        })
    }

    /// Whether a document was deleted since.
    pub(in crate::search) fn is_deleted(&self, doc: DocId) -> bool {
        self.reader.is_deleted(doc)
    }

    /// Whether any document was.
    pub(in crate::search) fn has_deletes(&self) -> bool {
        self.reader.has_deletes()
    }

    /// The id of a document's article; empty where it cannot be read, which sorts first.
    pub(in crate::search) fn id(&self, doc: DocId) -> String {
        let mut id = String::new();
        if let Some(ids) = self.ids()
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
        let sketches = self.columns.numbers(self.reader, "sketch").ok()?;
        Sketch::from_numbers(sketches.values_for_doc(doc))
    }

    /// A number by which the ids of this segment's articles are in order; `None` sorts first.
    pub(in crate::search) fn id_order(&self, doc: DocId) -> Option<u64> {
        self.ids()?.term_ords(doc).next()
    }

    fn ids(&self) -> Option<&StrColumn> {
        let open = || self.columns.texts(self.reader, "id").ok().flatten();
        self.ids.get_or_init(open).as_ref()
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
            Plan::Dated(_)
            | Plan::Undated
            | Plan::Length(..)
            | Plan::Values(..)
            | Plan::Paths(_) => Box::new(Tested::new(self.test(plan)?, self.max_doc())),
        })
    }

    /// What a column is asked for a restriction.
    fn test(&self, plan: &Plan) -> Result<Test, SearchError> {
        Ok(match plan {
            Plan::Dated(period) => Test::Dated(self.dates.clone(), *period),
            Plan::Undated => Test::Undated(self.dates.clone()),
            Plan::Length(comparison, words) => Test::Length(
                self.columns.numbers(self.reader, "words")?,
                *comparison,
                u64::from(*words),
            ),
            Plan::Values(column, values) => {
                let Some(column) = self.columns.texts(self.reader, column)? else {
                    return Ok(Test::Never);
                };
                let mut ordinals = Vec::with_capacity(values.len());
                for value in values {
                    ordinals.extend(column.dictionary().term_ord(value)?);
                }
                ordinals.sort_unstable();
                Test::Ordinals(column.ords().clone(), ordinals)
            }
            Plan::Paths(patterns) => {
                let Some(column) = self.columns.texts(self.reader, "path")? else {
                    return Ok(Test::Never);
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
                Test::Ordinals(column.ords().clone(), ordinals)
            }
            _ => Test::Never,
        })
    }

    /// `plan` as what reads windows of documents; `None` where places must be read.
    pub(in crate::search) fn sweep(&self, plan: &Plan) -> Result<Option<Sweep>, SearchError> {
        Ok(match plan {
            Plan::Leaf(leaf) => self.swept_word(leaf)?,
            Plan::And(parts) if plan.grounded() => {
                let parts = parts.iter().map(|part| match part {
                    Plan::Not(inner) if inner.grounded() => {
                        let inner = self.sweep(inner)?;
                        Ok(inner.map(|inner| Sweep::Not(Box::new(inner))))
                    }
                    Plan::Dated(_)
                    | Plan::Undated
                    | Plan::Length(..)
                    | Plan::Values(..)
                    | Plan::Paths(_) => Ok(Some(Sweep::Test(self.test(part)?))),
                    _ => self.sweep(part),
                });
                let parts: Result<Option<Vec<Sweep>>, SearchError> = parts.collect();
                parts?.map(Sweep::all)
            }
            Plan::Or(parts) if plan.grounded() => {
                let parts = parts.iter().map(|part| self.sweep(part));
                let parts: Result<Option<Vec<Sweep>>, SearchError> = parts.collect();
                parts?.map(Sweep::any)
            }
            _ => None,
        })
    }

    fn swept_word(&self, leaf: &PlanLeaf) -> Result<Option<Sweep>, SearchError> {
        let [way] = leaf.ways.as_slice() else {
            return Ok(None);
        };
        let Some(field) = self.field(leaf) else {
            return Ok(None);
        };
        let pair = match way.as_slice() {
            [slot] if slot.terms.len() <= MANY => None,
            slots => match pairs::lone(&*self.terms.field(field)?, self.number, slots)? {
                Some(pair) => Some([pair]),
                None => return Ok(None),
            },
        };
        let terms = match &pair {
            Some(pair) => pair.as_slice(),
            None => &way[0].terms,
        };
        let scores = leaf.weight > 0.0;
        let titled = scores && self.title > 0.0 && leaf.main && leaf.part.is_none();
        let title = titled
            .then(|| self.lists(self.fields.title, terms))
            .transpose()?
            .filter(|title| !title.is_empty());
        Ok(Some(Sweep::Word(Box::new(sweep::Word::new(
            self.lists(field, terms)?,
            title.map(|title| (title, self.title)),
            self.bm25(leaf),
            self.max_doc(),
        )))))
    }

    fn lists(&self, field: Field, slot: &[SlotTerm]) -> Result<Vec<List>, SearchError> {
        let terms = self.terms.field(field)?;
        let mut lists = Vec::with_capacity(slot.len());
        for term in slot {
            if let Some(blocks) = terms.blocks(self.number, &term.text)? {
                lists.push(List::new(blocks, term.exact, term.counted));
            }
        }
        Ok(lists)
    }

    /// The field whose lists are those of a leaf; `None` where places of the main text say what is meant.
    fn field(&self, leaf: &PlanLeaf) -> Option<Field> {
        match leaf.part {
            None => Some(leaf.field),
            // The title has lists of its own, at the places of the main text.
            Some(Part::Title) => Some(self.fields.title),
            Some(Part::Body | Part::Lead | Part::Captions) => None,
        }
    }

    fn bm25(&self, leaf: &PlanLeaf) -> Option<Bm25> {
        (leaf.weight > 0.0).then(|| Bm25 {
            weight: leaf.weight * leaf.times as f32,
            lengths: self.lengths.clone(),
            norm: self.norm,
        })
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
            bm25: self.bm25(leaf),
            marked: leaf.marked,
        })
    }

    fn ways(
        &self,
        field: Field,
        ways: &[Vec<Slot>],
        places: bool,
    ) -> Result<Box<dyn Leaf>, SearchError> {
        let terms = self.terms.field(field)?;
        let mut leaves: Vec<Box<dyn Leaf>> = Vec::with_capacity(ways.len());
        for way in ways {
            match way.as_slice() {
                [slot] if slot.expanded && slot.terms.len() >= MANY && !places => {
                    let dense = Dense::new(&terms, self.number, slot, self.max_doc())?;
                    leaves.push(Box::new(dense));
                }
                [slot] => leaves.push(Box::new(words(&terms, self.number, slot)?)),
                slots => leaves.extend(pairs::phrase(&terms, self.number, slots, places)?),
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
        let column = |name| self.columns.numbers(self.reader, name);
        Ok(Zone {
            from: from.map(column).transpose()?,
            until: until.map(column).transpose()?,
        })
    }

    fn starts(&self, unit: Unit) -> Result<Words, SearchError> {
        let marker = match unit {
            Unit::Sentence => crate::index::SENTENCE,
            Unit::Paragraph => crate::index::PARAGRAPH,
        };
        let terms = self.terms.field(self.fields.text)?;
        let option = IndexRecordOption::WithFreqsAndPositions;
        let list = terms.postings(self.number, marker, option)?;
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

/// The posting lists of a slot's terms in a segment.
pub(in crate::search) fn words(
    terms: &Dictionary,
    segment: usize,
    slot: &Slot,
) -> Result<Words, SearchError> {
    let option = IndexRecordOption::WithFreqsAndPositions;
    let mut members = Vec::with_capacity(slot.terms.len());
    for term in &slot.terms {
        if let Some(postings) = terms.postings(segment, &term.text, option)? {
            members.push(Member {
                postings,
                exact: term.exact,
                counted: term.counted,
            });
        }
    }
    Ok(Words::new(members))
}
