//! Indexing: analysis alone, dateline's index, and tantivy with its own tokenizers as the floor.
//!
//! `DATELINE_CORPUS=FILE cargo bench --bench index -- --report` prints CPU and size of all layouts side by side.

mod bench;
#[path = "bench/layouts.rs"]
mod layouts;

use std::fs;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;

use criterion::{Criterion, Throughput};
use dateline::index::{Analyzer, Index, Options};
use dateline::text::words;

use bench::{Corpus, CpuTime};
use layouts::{LAYOUTS, Layout};

/// Runs of the report; the best of each counts.
const RUNS: usize = 3;

/// Bytes that segments are built in, here and there.
const MEMORY: usize = 64 << 20;

/// How dateline writes.
const OPTIONS: Options = Options {
    threads: 1,
    memory: MEMORY,
};

fn main() {
    if std::env::args().any(|argument| argument == "--report") {
        for corpus in bench::corpora() {
            report(&corpus).expect("standard output");
        }
        return;
    }
    let mut criterion = bench::criterion();
    for corpus in bench::corpora() {
        analysis(&mut criterion, &corpus);
        indexing(&mut criterion, &corpus);
    }
    criterion.final_summary();
}

fn analysis(criterion: &mut Criterion<CpuTime>, corpus: &Corpus) {
    let mut group = criterion.benchmark_group(format!("analysis/{}", corpus.name));
    group.throughput(Throughput::Bytes(corpus.bytes()));
    group.bench_function("words", |b| b.iter(|| scan(corpus)));
    group.bench_function("terms", |b| b.iter(|| terms(corpus)));
    group.finish();
}

fn indexing(criterion: &mut Criterion<CpuTime>, corpus: &Corpus) {
    let mut group = criterion.benchmark_group(format!("index/{}", corpus.name));
    group.throughput(Throughput::Bytes(corpus.bytes()));
    group.bench_function("dateline", |b| {
        b.iter(|| in_folder(|path| ours(corpus, path)));
    });
    for layout in [Layout::StockStem, Layout::StockStemAndExact] {
        group.bench_function(format!("tantivy, {layout:?}"), |b| {
            b.iter(|| in_folder(|path| layouts::index(layout, &corpus.articles, path, MEMORY)));
        });
    }
    group.finish();
}

fn scan(corpus: &Corpus) -> usize {
    let mut count = 0;
    for article in &corpus.articles {
        words::scan(&article.body, |word| count += black_box(word).folded.len());
    }
    count
}

fn terms(corpus: &Corpus) -> usize {
    let mut count = 0;
    let mut analyzer = Analyzer::new(Some("en"));
    for article in &corpus.articles {
        analyzer.terms(&article.body, 0, &mut |term| {
            count += black_box(term).text.len();
        });
    }
    count
}

fn ours(corpus: &Corpus, path: &Path) {
    let index = Index::create(path).expect("an empty folder");
    let writer = index.writer(&OPTIONS).expect("a writer");
    for article in &corpus.articles {
        writer.add(article, &[]).expect("adds");
    }
    writer.close().expect("commits");
}

/// Runs `work` in a folder of its own, and gives the bytes it left there.
fn in_folder(work: impl FnOnce(&Path)) -> u64 {
    let folder = tempfile::tempdir().expect("a folder");
    work(folder.path());
    let entries = fs::read_dir(folder.path()).expect("the folder");
    entries
        .filter_map(|entry| Some(entry.ok()?.metadata().ok()?.len()))
        .sum()
}

/// Bytes by kind of file, most first.
fn kinds(path: &Path) -> String {
    let index = Index::open(path).expect("an index");
    let stats = index.snapshot().and_then(|s| s.stats()).expect("stats");
    let kinds: Vec<_> = stats
        .bytes
        .iter()
        .map(|(kind, bytes)| format!("{kind} {:.2} MB", *bytes as f64 / 1e6))
        .collect();
    kinds.join(", ")
}

/// Prints a table: CPU seconds, MB of text per CPU second, index bytes by text bytes.
fn report(corpus: &Corpus) -> std::io::Result<()> {
    let mut rows: Vec<(String, u64, u64)> = Vec::new();
    for _ in 0..RUNS {
        let mut note = |name: String, work: &dyn Fn() -> u64| {
            let start = bench::cpu();
            let size = work();
            let time = bench::cpu() - start;
            match rows.iter_mut().find(|row| row.0 == name) {
                Some(row) => row.1 = row.1.min(time),
                None => rows.push((name, time, size)),
            }
        };
        note("words".to_owned(), &|| scan(corpus) as u64);
        note("terms".to_owned(), &|| terms(corpus) as u64);
        note("dateline".to_owned(), &|| {
            in_folder(|path| ours(corpus, path))
        });
        for layout in LAYOUTS {
            note(format!("{layout:?}"), &|| {
                in_folder(|path| layouts::index(layout, &corpus.articles, path, MEMORY))
            });
        }
    }
    let text = corpus.bytes() as f64;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{}: {} articles, {:.1} MB",
        corpus.name,
        corpus.articles.len(),
        text / 1e6
    )?;
    for (name, time, size) in rows {
        let seconds = time as f64 / 1e9;
        let speed = text / 1e6 / seconds;
        let ratio = size as f64 / text;
        writeln!(
            out,
            "{name:24} {seconds:7.2} cpu-s {speed:7.1} MB/cpu-s   size/text {ratio:.3}"
        )?;
    }
    in_folder(|path| {
        ours(corpus, path);
        let _ = writeln!(out, "dateline: {}", kinds(path));
    });
    Ok(())
}
