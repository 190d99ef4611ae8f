//! What the benchmarks share: texts to run on, and time counted in CPU seconds.
//!
//! They run on the sample archive; where `DATELINE_CORPUS` names a file of JSON lines (or a gzip of one) with the usual keys,
//! on that as well. CPU time of the whole process is counted, not that of the clock on the wall, since work is spread over threads.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::Criterion;
use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use dateline::article::{Article, ArticleDate, article_id};
use dateline::date::Date;

/// A set of articles to run on.
pub(crate) struct Corpus {
    /// `archive`, or the corpus's file name.
    pub(crate) name: String,
    /// The articles.
    pub(crate) articles: Vec<Article>,
}

impl Corpus {
    /// Bytes of titles and bodies.
    pub(crate) fn bytes(&self) -> u64 {
        let text = |a: &Article| a.body.len() + a.title.as_ref().map_or(0, String::len);
        self.articles.iter().map(|a| text(a) as u64).sum()
    }
}

/// The sample archive, and the corpus that the environment names.
pub(crate) fn corpora() -> Vec<Corpus> {
    let mut corpora = vec![Corpus {
        name: "archive".to_owned(),
        articles: archive_files()
            .iter()
            .flat_map(|path| articles_of(path))
            .collect(),
    }];
    corpora.extend(named_corpus());
    corpora
}

/// The corpus that `DATELINE_CORPUS` names, its articles as the JSON states them.
pub(crate) fn named_corpus() -> Option<Corpus> {
    let path = PathBuf::from(std::env::var_os("DATELINE_CORPUS")?);
    let file = File::open(&path).expect("DATELINE_CORPUS names a file");
    let reader: Box<dyn Read> = if path.extension().is_some_and(|e| e == "gz") {
        Box::new(flate2::read::MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut articles = Vec::new();
    for (n, line) in BufReader::new(reader).lines().enumerate() {
        let json: serde_json::Value =
            serde_json::from_str(&line.expect("lines of UTF-8")).expect("lines of JSON");
        let text = |key: &str| {
            let text = json.get(key)?.as_str()?;
            (!text.is_empty()).then(|| text.to_owned())
        };
        let record = format!("#{}", n + 1);
        let date = text("date").and_then(|d| Date::from_value(&d, None));
        let body = text("body").unwrap_or_default();
        articles.push(Article {
            id: article_id(&name, Some(&record)),
            own_id: text("id"),
            path: name.clone().into_owned(),
            record: Some(record),
            title: text("title"),
            byline: text("byline"),
            publisher: text("source"),
            published: date.map(|date| ArticleDate::new(date, "stated")),
            lang: Some("en".to_owned()),
            words: body.split_whitespace().count() as u32,
            body,
            ..Article::default()
        });
    }
    Some(Corpus {
        name: name.into_owned(),
        articles,
    })
}

/// The files of the sample archive, in order.
pub(crate) fn archive_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archive");
    let mut files = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sample archive") {
            let path = entry.expect("the sample archive").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The articles of a file, by the whole way of an article; none where it holds none.
pub(crate) fn articles_of(path: &Path) -> Vec<Article> {
    let document = dateline::source::RawDocument {
        path: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        bytes: fs::read(path).unwrap_or_default(),
        ..Default::default()
    };
    let Ok(records) = dateline::reader::read(document) else {
        return Vec::new();
    };
    let articles = records.records.into_iter().map(|record| {
        let key = record.key.clone();
        let (found, issues) = dateline::extract::extract(&record);
        dateline::enrich::enrich(&key, found, issues)
    });
    articles.collect()
}

/// CPU time of the process, all threads, in nanoseconds.
pub(crate) fn cpu() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = |n: usize| {
        fields
            .split_whitespace()
            .nth(n)
            .and_then(|f| f.parse::<u64>().ok())
    };
    // utime and stime, in hundredths of a second on every Linux there is.
    (ticks(11).unwrap_or(0) + ticks(12).unwrap_or(0)) * 10_000_000
}

/// Counts CPU time where the system tells it.
pub(crate) struct CpuTime;

impl Measurement for CpuTime {
    type Intermediate = u64;
    type Value = Duration;

    fn start(&self) -> u64 {
        cpu()
    }

    fn end(&self, start: u64) -> Duration {
        Duration::from_nanos(cpu() - start)
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        // Never nothing: a batch may be shorter than the clock's tick.
        (value.as_nanos() as f64).max(1.0)
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

/// Few, long samples: whole corpora are indexed.
pub(crate) fn criterion() -> Criterion<CpuTime> {
    Criterion::default()
        .with_measurement(CpuTime)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(5))
        .configure_from_args()
}
