//! The way from bytes to articles: the sample archive, file by file, beside the parsing of its pages alone.
//!
//! `cargo bench --bench extract -- --ladder [NAME…]` prints what hostile input costs at doubling sizes, in time and in memory;
//! `cargo bench --bench extract -- --pages FOLDER…` which files of a folder cost most for their size.

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod bench;
#[path = "../tests/hostile/mod.rs"]
mod hostile;
#[path = "bench/ladder.rs"]
mod ladder;
#[path = "bench/pages.rs"]
mod pages;

use std::fs;
use std::hint::black_box;
use std::path::PathBuf;

use criterion::Throughput;

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    match arguments.split_first() {
        Some((first, names)) if first == "--ladder" => {
            return ladder::report(names).expect("standard output");
        }
        Some((first, step)) if first == "--step" => {
            return ladder::step(step).expect("standard output");
        }
        Some((first, folders)) if first == "--pages" => {
            return pages::report(folders).expect("standard output");
        }
        _ => {}
    }
    let mut criterion = bench::criterion();
    let files: Vec<(PathBuf, Vec<u8>)> = bench::archive_files()
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).unwrap_or_default()))
        .collect();
    let pages: Vec<String> = files
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "html" || e == "htm"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();

    let mut group = criterion.benchmark_group("extract/archive");
    group.throughput(Throughput::Bytes(
        files.iter().map(|(_, b)| b.len() as u64).sum(),
    ));
    group.bench_function("articles", |b| {
        b.iter(|| {
            for (path, _) in &files {
                black_box(bench::articles_of(path));
            }
        });
    });
    group.finish();

    let mut group = criterion.benchmark_group("extract/pages");
    group.throughput(Throughput::Bytes(
        pages.iter().map(|p| p.len() as u64).sum(),
    ));
    group.bench_function("parsing alone", |b| {
        b.iter(|| {
            for page in &pages {
                black_box(scraper::Html::parse_document(page));
            }
        });
    });
    group.finish();

    if let Some(corpus) = bench::named_corpus() {
        let mut group = criterion.benchmark_group(format!("enrich/{}", corpus.name));
        group.throughput(Throughput::Bytes(corpus.bytes()));
        group.bench_function("sketch", |b| {
            b.iter(|| {
                for article in &corpus.articles {
                    black_box(dateline::enrich::sketch(article));
                }
            });
        });
        group.finish();
    }
    criterion.final_summary();
}
