//! Throw-away.
use rayon::prelude::*;
use std::io::{Read, Write};
fn main() {
    let mut args = std::env::args().skip(1);
    let set = args.next().unwrap();
    let out = args.next().unwrap();
    let with = args.next().is_some();
    let gold = std::fs::read_to_string(format!("{set}/gold.jsonl")).unwrap();
    let rows: Vec<serde_json::Value> = gold
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let start = std::time::Instant::now();
    let lines: Vec<(String, usize, f64)> = rows.par_iter().map(|g| {
        let id = g["id"].as_str().unwrap();
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(std::fs::File::open(format!("{set}/html/{id}.html.gz")).unwrap()).read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let n = text.len();
        let mut stated = dateline::reader::Stated::default();
        if with { stated.url = g["url"].as_str().map(str::to_owned); stated.captured = g["crawl_date"].as_str().map(str::to_owned); }
        let record = dateline::reader::Record { key: dateline::article::Key { path: id.into(), record: None }, stated, content: dateline::reader::Content::Html(text), issues: vec![] };
        let t = std::time::Instant::now();
        let (a, issues) = dateline::extract::extract(&record);
        let el = t.elapsed().as_secs_f64();
        let d = a.published.as_ref().or(a.updated.as_ref());
        let j = serde_json::json!({"id": id, "title": a.title, "date": d.map(|d| d.date.value()), "authors": a.authors, "body": a.body, "dek": a.dek,
          "date_rule": d.map(|d| d.rule.clone()), "rivals": d.map(|d| d.rivals.iter().map(|r| format!("{} {}", r.rule, r.value)).collect::<Vec<_>>()), "rules": a.rules, "byline": a.byline, "captions": a.captions.iter().map(|c| (c.text.clone(), c.credit.clone())).collect::<Vec<_>>(), "section": a.section, "publisher": a.publisher, "agency": a.agency, "lang": a.lang, "subheads": a.subheads, "updated": a.updated.as_ref().map(|d| d.date.value()), "corrections": a.corrections, "pull_quotes": a.pull_quotes, "issues": issues});
        (j.to_string(), n, el)
    }).collect();
    let _ = start;
    let bytes: usize = lines.iter().map(|l| l.1).sum();
    let secs: f64 = lines.iter().map(|l| l.2).sum();
    eprintln!(
        "{:.1} MB in {:.2} cpu-s = {:.1} MB/s",
        bytes as f64 / 1e6,
        secs,
        bytes as f64 / 1e6 / secs
    );
    let mut f = std::fs::File::create(out).unwrap();
    for (l, _, _) in lines {
        writeln!(f, "{l}").unwrap();
    }
}
