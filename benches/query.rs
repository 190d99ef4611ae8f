//! Queries: dateline's search (ten hits with snippets, counts, stories) beside tantivy's own queries with its own snippets.

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod bench;
#[expect(dead_code, reason = "one layout is searched")]
#[path = "bench/layouts.rs"]
mod layouts;

use std::hint::black_box;
use std::path::Path;

use criterion::Criterion;
use dateline::article::Article;
use dateline::date::Date;
use dateline::index::{Index, Options, Snapshot};
use dateline::query;
use dateline::search::{self, DateField, Filters, Ranking, Request, Sort, Undated};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::Value;
use tantivy::snippet::SnippetGenerator;
use tantivy::{ReloadPolicy, Searcher, TantivyDocument};

use bench::{Corpus, CpuTime};

/// What is asked of both: the name, dateline's spelling and tantivy's.
const QUERIES: [(&str, &str, &str); 7] = [
    ("word", "government", "government"),
    ("two words", "oil price", "+oil +price"),
    ("either", "wheat OR trade", "wheat trade"),
    ("phrase", "\"interest rates\"", "\"interest rates\""),
    ("stop-word phrase", "\"of the\"", "\"of the\""),
    ("prefix", "govern*", "govern"),
    ("near", "oil NEAR/5 price", "\"oil price\"~5"),
];

fn main() {
    let mut criterion = bench::criterion();
    for corpus in bench::corpora() {
        queries(&mut criterion, &corpus);
    }
    criterion.final_summary();
}

fn queries(criterion: &mut Criterion<CpuTime>, corpus: &Corpus) {
    let ours = tempfile::tempdir().expect("a folder");
    let index = Index::create(ours.path()).expect("an empty folder");
    let writer = index.writer(&Options::default()).expect("a writer");
    for article in &corpus.articles {
        let sketch = dateline::enrich::sketch(article);
        writer.add(article, &sketch.to_numbers()).expect("adds");
    }
    writer.close().expect("commits");
    let snapshot = index.snapshot().expect("a snapshot");

    let theirs = tempfile::tempdir().expect("a folder");
    layouts::index(layouts::Layout::StockStem, &corpus.articles, theirs.path());
    let stock = Stock::open(theirs.path());

    for (name, text, stock_text) in QUERIES {
        let mut group = criterion.benchmark_group(format!("query/{}/{name}", corpus.name));
        group.bench_function("dateline", |b| b.iter(|| black_box(ask(&snapshot, text))));
        group.bench_function("tantivy", |b| b.iter(|| black_box(stock.ask(stock_text))));
        group.finish();
    }
}

fn ask(snapshot: &Snapshot, text: &str) -> usize {
    let today = Date::day(2022, 9, 8).expect("a day");
    let query = query::parse(text, &query::Options { any: false, today }).expect("a query");
    let request = Request {
        query,
        dates: None,
        date_field: DateField::Any,
        undated: Undated::Default,
        imprecise: false,
        filters: Filters::default(),
        sort: Sort::Relevance,
        ranking: Ranking::default(),
        offset: 0,
        limit: 10,
        copies: false,
        similar: 0.8,
        snippets: 2,
        variants: true,
        help: false,
        explain: false,
    };
    search::search(snapshot, &request)
        .expect("a response")
        .hits
        .len()
}

/// tantivy as its users take it.
struct Stock {
    searcher: Searcher,
    parser: QueryParser,
}

impl Stock {
    fn open(folder: &Path) -> Self {
        let index = tantivy::Index::open_in_dir(folder).expect("an index");
        index.tokenizers().register("first", layouts::stock(true));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader: tantivy::IndexReader = reader.try_into().expect("a reader");
        let schema = index.schema();
        let fields = ["title", "body"].map(|name| schema.get_field(name).expect("a field"));
        Self {
            searcher: reader.searcher(),
            parser: QueryParser::for_index(&index, fields.to_vec()),
        }
    }

    fn ask(&self, text: &str) -> usize {
        let schema = self.searcher.schema();
        let article = schema.get_field("article").expect("a field");
        let body = schema.get_field("body").expect("a field");
        let query = self.parser.parse_query(text).expect("a query");
        let top = TopDocs::with_limit(10).order_by_score();
        let (hits, _) = self.searcher.search(&query, &(top, Count)).expect("hits");
        let snippets = SnippetGenerator::create(&self.searcher, &*query, body).expect("snippets");
        for (_, address) in &hits {
            let doc: TantivyDocument = self.searcher.doc(*address).expect("a document");
            let json = doc
                .get_first(article)
                .and_then(|v| v.as_str())
                .unwrap_or("");
            let article: Article = serde_json::from_str(json).expect("an article");
            black_box(snippets.snippet(&article.body));
        }
        hits.len()
    }
}
