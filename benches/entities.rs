//! The tagger of names, step by step and as a whole, on the articles of the sample archive (and of `DATELINE_CORPUS`).
//!
//! Its source is compiled into the benchmark once more, so that its steps need not be public.

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod bench;

mod article {
    pub(crate) use dateline::article::EntityKind;
}
mod text {
    pub(crate) use dateline::text::Span;
}
mod enrich {
    pub(crate) mod entities {
        pub(crate) use crate::tagger;
    }
}
#[cfg_attr(
    test,
    expect(dead_code, unused_imports, reason = "its tests run with the library")
)]
#[path = "../src/enrich/entities/tagger/mod.rs"]
mod tagger;

use std::hint::black_box;

use criterion::measurement::Measurement;
use criterion::{BenchmarkGroup, Throughput};

use tagger::{Tagger, Work};

fn main() {
    let mut criterion = bench::criterion();
    for corpus in bench::corpora() {
        let bodies: Vec<String> = corpus
            .articles
            .iter()
            .map(|article| article.body.clone())
            .collect();
        let mut group = criterion.benchmark_group(format!("entities/{}", corpus.name));
        measure(&mut group, &bodies);
        group.finish();
    }
    criterion.final_summary();
}

/// Measures each step on what the steps before it have made.
fn measure<M: Measurement>(group: &mut BenchmarkGroup<'_, M>, bodies: &[String]) {
    let bytes: usize = bodies.iter().map(String::len).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    let tagger = tagger::shipped();
    let mut work: Vec<Work> = bodies.iter().map(|_| Work::default()).collect();
    for (name, step) in STEPS {
        group.bench_function(name, |b| {
            b.iter(|| {
                for (body, work) in bodies.iter().zip(&mut work) {
                    step(&tagger, black_box(body), work);
                }
            });
        });
    }
    group.bench_function("whole", |b| {
        b.iter(|| {
            for body in bodies {
                black_box(tagger::tag(black_box(body), None));
            }
        });
    });
}

type Step = fn(&Tagger<'_>, &str, &mut Work);

const STEPS: [(&str, Step); 4] = [
    ("tokenise", |tagger, body, work| tagger.tokenise(body, work)),
    ("look up", |tagger, _, work| tagger.gather(work)),
    ("features", |tagger, body, work| tagger.score(body, work)),
    ("decode", |tagger, _, work| tagger.settle(work)),
];
