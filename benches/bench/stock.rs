//! tantivy as its users take it: its query parser, its ten best and their count, its snippets.

use std::hint::black_box;
use std::path::Path;

use dateline::article::Article;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{Field, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::{ReloadPolicy, Searcher, TantivyDocument};

use crate::layouts;

/// An index of [`layouts::Layout::StockStem`], opened.
pub(crate) struct Stock {
    searcher: Searcher,
    parser: QueryParser,
    article: Field,
    body: Field,
}

impl Stock {
    /// Opens the index in a folder.
    pub(crate) fn open(folder: &Path) -> Self {
        let index = tantivy::Index::open_in_dir(folder).expect("an index");
        index.tokenizers().register("first", layouts::stock(true));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader: tantivy::IndexReader = reader.try_into().expect("a reader");
        let schema = index.schema();
        let field = |name: &str| schema.get_field(name).expect("a field");
        let mut parser = QueryParser::for_index(&index, vec![field("title"), field("body")]);
        parser.set_conjunction_by_default();
        parser.allow_regexes();
        Self {
            searcher: reader.searcher(),
            parser,
            article: field("article"),
            body: field("body"),
        }
    }

    /// Segments of the index.
    pub(crate) fn segments(&self) -> usize {
        self.searcher.segment_readers().len()
    }

    /// Answers a query in tantivy's own language, with snippets of the ten best; says how many articles match.
    pub(crate) fn ask(&self, text: &str) -> usize {
        let query = self.parser.parse_query(text).expect("a query");
        let top = TopDocs::with_limit(10).order_by_score();
        let (hits, count) = self.searcher.search(&query, &(top, Count)).expect("hits");
        let snippets =
            SnippetGenerator::create(&self.searcher, &*query, self.body).expect("snippets");
        for (_, address) in &hits {
            let doc: TantivyDocument = self.searcher.doc(*address).expect("a document");
            let json = doc.get_first(self.article).and_then(|v| v.as_str());
            let article: Article = serde_json::from_str(json.unwrap_or("")).expect("an article");
            black_box(snippets.snippet(&article.body));
        }
        count
    }
}
