//! An index as of one commit, for reading.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use tantivy::schema::Field;
use tantivy::{
    DocAddress, DocSet, IndexReader, ReloadPolicy, Searcher, TERMINATED, TantivyDocument, Term,
};

use crate::article::Article;
use crate::index::columns::Columns;
use crate::index::document::article_of;
use crate::index::error::IndexError;
use crate::index::guard::guard;
use crate::index::ledger::{Ledger, Names, Row, visit_rows, visit_these};
use crate::index::names::Called;
use crate::index::schema::{ARTICLE, Fields, ROW};
use crate::index::stories::Known;

/// An index as of one commit.
#[derive(Clone)]
pub struct Snapshot {
    pub(crate) path: PathBuf,
    pub(crate) searcher: Searcher,
    pub(crate) fields: Fields,
    pub(crate) known: Arc<Known>,
    counted: Arc<Counted>,
    columns: Arc<[Columns]>,
    called: Arc<Called>,
}

/// What every query asks, once it is counted.
#[derive(Default)]
struct Counted {
    articles: OnceLock<u64>,
    query_langs: OnceLock<Vec<String>>,
    average_length: OnceLock<f32>,
}

/// Articles of a segment whose lengths are looked at for the average.
const SAMPLE: u32 = 2_048;

/// Articles listed at the most for one name.
const LISTED: usize = 100;

impl Snapshot {
    /// The last commit of an index.
    pub(crate) fn open(
        path: PathBuf,
        index: &tantivy::Index,
        fields: Fields,
    ) -> Result<Self, IndexError> {
        let reader: IndexReader = guard(&path, "opening a segment", || {
            index
                .reader_builder()
                .reload_policy(ReloadPolicy::Manual)
                .try_into()
        })?;
        let searcher = reader.searcher();
        let segments = searcher.segment_readers().iter();
        Ok(Self {
            path,
            columns: segments.map(|_| Columns::default()).collect(),
            searcher,
            fields,
            known: Arc::default(),
            counted: Arc::default(),
            called: Arc::default(),
        })
    }

    /// Where the index lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// tantivy's view of this commit. Ledger rows are documents too: articles carry the term [`ARTICLE`] in the field `kind`.
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// The columns of each segment.
    pub(crate) fn columns(&self) -> &[Columns] {
        &self.columns
    }

    /// Which names are one.
    pub(crate) fn called(&self) -> &Called {
        &self.called
    }

    /// The handles of the fields.
    pub fn fields(&self) -> &Fields {
        &self.fields
    }

    /// How many articles there are; exact, deleted ones are not counted.
    pub fn articles(&self) -> Result<u64, IndexError> {
        if let Some(articles) = self.counted.articles.get() {
            return Ok(*articles);
        }
        let articles = self.count(ARTICLE)?;
        Ok(*self.counted.articles.get_or_init(|| articles))
    }

    /// How many rows the ledger has.
    pub fn rows(&self) -> Result<u64, IndexError> {
        self.count(ROW)
    }

    /// Languages of the articles and how many have each, most first. Articles deleted since the last merge still count.
    pub fn langs(&self) -> Result<Vec<(String, u64)>, IndexError> {
        let mut counts = std::collections::BTreeMap::<String, u64>::new();
        for segment in self.searcher.segment_readers() {
            self.guard("listing languages", || {
                let index = segment.inverted_index(self.fields.lang)?;
                let mut terms = index.terms().stream()?;
                while let Some((term, info)) = terms.next() {
                    let lang = String::from_utf8_lossy(term).into_owned();
                    *counts.entry(lang).or_default() += u64::from(info.doc_freq);
                }
                Ok(())
            })?;
        }
        let mut langs: Vec<_> = counts.into_iter().collect();
        langs.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(langs)
    }

    /// The languages in which a word of a query is stemmed: English, and those of at least 1 % of the articles.
    pub fn query_langs(&self) -> Result<Vec<String>, IndexError> {
        if let Some(langs) = self.counted.query_langs.get() {
            return Ok(langs.clone());
        }
        let counts = self.langs()?;
        let all = self.articles()?;
        let mut langs = vec!["en".to_owned()];
        for (lang, count) in counts {
            if lang != "en" && count * 100 >= all {
                langs.push(lang);
            }
        }
        Ok(self.counted.query_langs.get_or_init(|| langs).clone())
    }

    /// Words of an average article, from a sample of all segments; 1 where there is none.
    pub fn average_length(&self) -> Result<f32, IndexError> {
        if let Some(average) = self.counted.average_length.get() {
            return Ok(*average);
        }
        let (mut sum, mut count) = (0.0f64, 0.0f64);
        for segment in self.searcher.segment_readers() {
            let (length, seen) = self.guard("reading lengths", || {
                let Some(lengths) = segment.fast_fields().column_opt::<u64>("length")? else {
                    return Ok((0, 0));
                };
                let step = (segment.max_doc() / SAMPLE).max(1);
                let (mut length, mut seen) = (0u64, 0u64);
                for doc in (0..segment.max_doc()).step_by(step as usize) {
                    if let Some(here) = lengths.first(doc) {
                        length += here;
                        seen += 1;
                    }
                }
                let step = u64::from(step);
                Ok((length * step, seen * step))
            })?;
            sum += length as f64;
            count += seen as f64;
        }
        let average = if count > 0.0 {
            (sum / count) as f32
        } else {
            1.0
        };
        Ok(*self.counted.average_length.get_or_init(|| average))
    }

    /// The article stored at an address of this snapshot.
    pub fn article(&self, address: DocAddress) -> Result<Article, IndexError> {
        let doc: TantivyDocument =
            self.guard("reading an article", || self.searcher.doc(address))?;
        article_of(&self.fields, &doc)
    }

    /// Where the article of this id is stored; `None` where there is none.
    pub fn address(&self, id: &str) -> Result<Option<DocAddress>, IndexError> {
        Ok(self.by_term(self.fields.id, id)?.first().copied())
    }

    /// The articles that go by `name`: by id, else by what they call themselves, else by the first digits of the id (at
    /// least four). At most a hundred, by path and record.
    pub fn find(&self, name: &str) -> Result<Vec<Article>, IndexError> {
        let mut found = self.by_term(self.fields.id, name)?;
        if found.is_empty() {
            found = self.by_term(self.fields.own_id, name)?;
        }
        if found.is_empty() && name.len() >= 4 && name.bytes().all(|b| b.is_ascii_hexdigit()) {
            found = self.by_prefix(&name.to_ascii_lowercase())?;
        }
        let mut articles = found
            .into_iter()
            .map(|address| self.article(address))
            .collect::<Result<Vec<_>, _>>()?;
        articles.sort_by(|a, b| (&a.path, &a.record).cmp(&(&b.path, &b.record)));
        Ok(articles)
    }

    /// What the next run needs to know of every input.
    pub fn ledger(&self) -> Result<Ledger, IndexError> {
        let mut ledger = Ledger::default();
        self.visit_rows(&mut |row| ledger.insert(row))?;
        Ok(ledger)
    }

    /// Hands over every row of the ledger, in no order.
    pub fn visit_rows(&self, visit: &mut dyn FnMut(Row)) -> Result<(), IndexError> {
        let names = Names::new(self.searcher.schema(), &self.fields);
        for segment in self.searcher.segment_readers() {
            self.guard("reading the ledger", || visit_rows(segment, &names, visit))?;
        }
        Ok(())
    }

    /// The rows of one file, in no order: its own, and those of places in it.
    pub fn rows_of(&self, path: &str) -> Result<Vec<Row>, IndexError> {
        let names = Names::new(self.searcher.schema(), &self.fields);
        let term = Term::from_field_text(self.fields.row_path, path);
        let mut rows = Vec::new();
        for segment in self.searcher.segment_readers() {
            self.guard("reading the ledger", || {
                let index = segment.inverted_index(self.fields.row_path)?;
                let basic = tantivy::schema::IndexRecordOption::Basic;
                let Some(mut docs) = index.read_postings(&term, basic)? else {
                    return Ok(());
                };
                let mut wanted = Vec::new();
                while docs.doc() != TERMINATED {
                    if !segment.is_deleted(docs.doc()) {
                        wanted.push(docs.doc());
                    }
                    docs.advance();
                }
                visit_these(segment, &names, wanted.into_iter(), &mut |row| {
                    rows.push(row);
                })
            })?;
        }
        Ok(rows)
    }

    fn count(&self, kind: &str) -> Result<u64, IndexError> {
        let term = Term::from_field_text(self.fields.kind, kind);
        let mut count = 0;
        for segment in self.searcher.segment_readers() {
            count += self.guard("counting", || {
                let index = segment.inverted_index(self.fields.kind)?;
                if !segment.has_deletes() {
                    return Ok(u64::from(index.doc_freq(&term)?));
                }
                let Some(mut docs) =
                    index.read_postings(&term, tantivy::schema::IndexRecordOption::Basic)?
                else {
                    return Ok(0);
                };
                let mut alive = 0;
                while docs.doc() != TERMINATED {
                    alive += u64::from(!segment.is_deleted(docs.doc()));
                    docs.advance();
                }
                Ok(alive)
            })?;
        }
        Ok(count)
    }

    fn by_term(&self, field: Field, text: &str) -> Result<Vec<DocAddress>, IndexError> {
        let term = Term::from_field_text(field, text);
        let mut found = Vec::new();
        for (ord, segment) in (0_u32..).zip(self.searcher.segment_readers()) {
            self.guard("looking up an article", || {
                let index = segment.inverted_index(field)?;
                let Some(mut docs) =
                    index.read_postings(&term, tantivy::schema::IndexRecordOption::Basic)?
                else {
                    return Ok(());
                };
                while docs.doc() != TERMINATED && found.len() < LISTED {
                    if !segment.is_deleted(docs.doc()) {
                        found.push(DocAddress::new(ord, docs.doc()));
                    }
                    docs.advance();
                }
                Ok(())
            })?;
        }
        Ok(found)
    }

    fn by_prefix(&self, prefix: &str) -> Result<Vec<DocAddress>, IndexError> {
        let mut ids = std::collections::BTreeSet::new();
        for segment in self.searcher.segment_readers() {
            self.guard("looking up an article", || {
                let index = segment.inverted_index(self.fields.id)?;
                let mut terms = index.terms().range().ge(prefix.as_bytes()).into_stream()?;
                while let Some((term, _)) = terms.next() {
                    if !term.starts_with(prefix.as_bytes()) || ids.len() >= LISTED {
                        break;
                    }
                    ids.insert(String::from_utf8_lossy(term).into_owned());
                }
                Ok(())
            })?;
        }
        let mut found = Vec::new();
        for id in ids.into_iter().take(LISTED) {
            found.extend(self.by_term(self.fields.id, &id)?);
        }
        Ok(found)
    }

    /// Runs what reads files of this index; see [`crate::index::guard()`].
    pub(crate) fn guard<T>(
        &self,
        doing: &'static str,
        read: impl FnOnce() -> tantivy::Result<T>,
    ) -> Result<T, IndexError> {
        guard(&self.path, doing, read)
    }
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
