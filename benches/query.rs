//! Queries: dateline's search (ten hits with snippets, counts, stories) beside tantivy's own queries with its own snippets.
//!
//! `DATELINE_CORPUS=FILE cargo bench --bench query -- --report` asks 500 queries of every kind, drawn from the corpus, of both and
//! prints a table of latencies, on the corpus and on one ten times larger (`--times N`; `--times 1` the corpus alone).
//! `-- --cold` asks a process of dateline and one of tantivy alone for each of a few queries.
//! `-- --loop KIND` asks dateline those of one kind (or of `all`) again and again for ten seconds, for a profiler.

mod bench;
#[expect(dead_code, reason = "one layout is searched")]
#[path = "bench/layouts.rs"]
mod layouts;
#[path = "bench/asked.rs"]
mod asked;
#[path = "bench/cold.rs"]
mod cold;
#[path = "bench/grown.rs"]
mod grown;
#[path = "bench/latency.rs"]
mod latency;
#[path = "bench/random.rs"]
mod random;
#[path = "bench/stock.rs"]
mod stock;

use std::hint::black_box;
use std::path::Path;

use criterion::Criterion;
use dateline::date::{Date, Period, Step};
use dateline::index::{Index, Options, Snapshot};
use dateline::query;
use dateline::search::{
    self, By, DateField, FacetField, Filters, KwicSort, KwicWanted, Ranking, Request, Sort,
    Timeline, Undated,
};

use bench::{Corpus, CpuTime};
use stock::Stock;

/// What is asked of both: the name, dateline's spelling and tantivy's.
const QUERIES: [(&str, &str, &str); 7] = [
    ("word", "government", "government"),
    ("two words", "oil price", "oil price"),
    ("either", "wheat OR trade", "wheat OR trade"),
    ("phrase", "\"interest rates\"", "\"interest rates\""),
    ("stop-word phrase", "\"of the\"", "\"of the\""),
    ("prefix", "govern*", "govern"),
    ("near", "oil NEAR/5 price", "\"oil price\"~5"),
];

/// Queries of the report.
const ASKED: usize = 500;

/// Bytes that segments are built in, here and there: what `dateline index` gives to them, where nothing else is said.
const MEMORY: usize = 256 << 20;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |flag: &str| {
        let at = arguments.iter().position(|argument| argument == flag)?;
        Some(&arguments[at + 1..])
    };
    if let Some([folder, query]) = after("--bare") {
        cold::bare(Path::new(folder), query).expect("standard output");
    } else if let Some([kind, ..]) = after("--loop") {
        with_indexes(|corpus, snapshot, _, _| {
            let queries = asked::queries(corpus, ASKED);
            latency::repeat(&queries, kind, &|text| ask(snapshot, text)).expect("standard error");
        });
    } else if after("--cold").is_some() {
        with_indexes(|_, _, ours, theirs| {
            cold::report(ours, theirs, &QUERIES).expect("standard output");
        });
    } else if let Some(rest) = after("--report") {
        let times = match rest {
            [flag, times, ..] if flag == "--times" => times.parse().expect("a number"),
            _ => 10,
        };
        for corpus in bench::named_corpus().map_or_else(bench::corpora, |named| vec![named]) {
            report(&corpus);
            if times > 1 {
                report(&grown::grown(&corpus, times));
            }
        }
    } else {
        measure();
    }
}

/// Indexes the corpus that the environment names both ways.
fn with_indexes(work: impl FnOnce(&Corpus, &Snapshot, &Path, &Path)) {
    let corpus = bench::named_corpus().expect("`DATELINE_CORPUS`");
    let ours = tempfile::tempdir().expect("a folder");
    let theirs = tempfile::tempdir().expect("a folder");
    let (snapshot, _) = indexed(&corpus, ours.path(), theirs.path());
    work(&corpus, &snapshot, ours.path(), theirs.path());
}

fn measure() {
    let mut criterion = bench::criterion();
    for corpus in bench::corpora() {
        queries(&mut criterion, &corpus);
    }
    criterion.final_summary();
}

/// Prints the table of latencies.
fn report(corpus: &Corpus) {
    let folders = (tempfile::tempdir(), tempfile::tempdir());
    let (Ok(ours), Ok(theirs)) = folders else {
        panic!("no room for an index")
    };
    let (snapshot, stock) = indexed(corpus, ours.path(), theirs.path());
    let queries = asked::queries(corpus, ASKED);
    let segments = snapshot.searcher().segment_readers().len();
    latency::report(
        corpus,
        segments,
        &queries,
        &|text| ask(&snapshot, text),
        &stock,
    )
    .expect("standard output");
}

/// The corpus as dateline and as tantivy alone index it.
fn indexed(corpus: &Corpus, ours: &Path, theirs: &Path) -> (Snapshot, Stock) {
    let index = Index::create(ours).expect("an empty folder");
    let options = Options {
        threads: 1,
        memory: MEMORY,
    };
    let writer = index.writer(&options).expect("a writer");
    for article in &corpus.articles {
        let sketch = dateline::enrich::sketch(article);
        writer.add(article, &sketch.to_numbers()).expect("adds");
    }
    writer.close().expect("commits");
    let snapshot = index.snapshot().expect("a snapshot");
    layouts::index(layouts::Layout::StockStem, &corpus.articles, theirs, MEMORY);
    (snapshot, Stock::open(theirs))
}

fn queries(criterion: &mut Criterion<CpuTime>, corpus: &Corpus) {
    let ours = tempfile::tempdir().expect("a folder");
    let theirs = tempfile::tempdir().expect("a folder");
    let (snapshot, stock) = indexed(corpus, ours.path(), theirs.path());
    for (name, text, stock_text) in QUERIES {
        let mut group = criterion.benchmark_group(format!("query/{}/{name}", corpus.name));
        group.bench_function("dateline", |b| b.iter(|| black_box(ask(&snapshot, text))));
        group.bench_function("tantivy", |b| b.iter(|| black_box(stock.ask(stock_text))));
        group.finish();
    }
    counts(criterion, &corpus.name, &snapshot);
}

/// What is counted: everything, a common word and two words.
const COUNTED: [(&str, &str); 3] = [
    ("everything", ""),
    ("common word", "said"),
    ("two words", "oil price"),
];

/// Counts of one search: beside `-c`, which counts and nothing more, by all fields and by days made months.
fn counts(criterion: &mut Criterion<CpuTime>, corpus: &str, snapshot: &Snapshot) {
    let fields = &FacetField::ALL[..7];
    for (name, text) in COUNTED {
        let request = Request {
            limit: 0,
            ..request(text)
        };
        let mut group = criterion.benchmark_group(format!("count/{corpus}/{name}"));
        group.bench_function("-c", |b| {
            b.iter(|| black_box(search::search(snapshot, &request).expect("a count")));
        });
        group.bench_function("facets", |b| {
            b.iter(|| black_box(search::facets(snapshot, &request, fields).expect("counts")));
        });
        group.bench_function("timeline", |b| {
            b.iter(|| {
                let days = search::days(snapshot, &request).expect("counts");
                let by = By::Step(Step::Month);
                black_box(Timeline::new(&[days], None, Period::ALL, by))
            });
        });
        let wanted = KwicWanted {
            sort: KwicSort::Rank,
            offset: 0,
            limit: 20,
            around: 120,
        };
        group.bench_function("kwic", |b| {
            b.iter(|| black_box(search::kwic(snapshot, &request, wanted).expect("lines")));
        });
        group.finish();
    }
}

fn request(text: &str) -> Request {
    let today = Date::day(2022, 9, 8).expect("a day");
    let query = query::parse(text, &query::Options { any: false, today });
    Request::new(query.expect("a query"))
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
        after: None,
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
        .articles
}
