//! `dateline-peers TOOL FOLDER`: what TOOL finds in FOLDER/html, a JSON line a page.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, bail};
use flate2::read::MultiGzDecoder;
use serde_json::{Value, json};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(tool), Some(folder)) = (arguments.next(), arguments.next()) else {
        bail!(
            "usage: dateline-peers dom_smoothie|libreadability|rs-trafilatura|trafilatura FOLDER"
        );
    };
    let folder = Path::new(&folder);
    let mut paths: Vec<_> = fs::read_dir(folder.join("html"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        let bytes = fs::read(&path)?;
        let mut page = Vec::new();
        if path.extension().is_some_and(|extension| extension == "gz") {
            MultiGzDecoder::new(&bytes[..]).read_to_end(&mut page)?;
        } else {
            page = bytes;
        }
        let page = String::from_utf8_lossy(&page).into_owned();
        let name = path
            .file_name()
            .context("a name")?
            .to_string_lossy()
            .into_owned();
        let id = name.split(".htm").next().unwrap_or(&name).to_owned();
        // A page that makes a tool panic is a page in which it finds nothing.
        let found = std::panic::catch_unwind(|| find(&tool, &page)).unwrap_or(Ok(json!({})));
        let mut row = found?;
        row["id"] = json!(id);
        println!("{row}");
    }
    Ok(())
}

fn find(tool: &str, page: &str) -> anyhow::Result<Value> {
    Ok(match tool {
        "dom_smoothie" => {
            let config = dom_smoothie::Config {
                text_mode: dom_smoothie::TextMode::Formatted,
                ..dom_smoothie::Config::default()
            };
            match dom_smoothie::Readability::new(page, None, Some(config))
                .and_then(|mut r| r.parse())
            {
                Ok(found) => json!({
                    "title": found.title,
                    "date": found.published_time,
                    "authors": found.byline.into_iter().collect::<Vec<_>>(),
                    "body": found.text_content.to_string(),
                }),
                Err(_) => json!({}),
            }
        }
        "libreadability" => match libreadability::extract(page, None) {
            Ok(found) => json!({
                "title": found.title,
                "date": found.published_time,
                "authors": authors(&found.byline),
                "body": found.text_content,
            }),
            Err(_) => json!({}),
        },
        "rs-trafilatura" => match rs_trafilatura::extract(page) {
            Ok(found) => json!({
                "title": found.metadata.title,
                "date": found.metadata.date.map(|date| date.to_string()),
                "authors": found.metadata.author.into_iter().collect::<Vec<_>>(),
                "body": found.content_text,
            }),
            Err(_) => json!({}),
        },
        "trafilatura" => match trafilatura::extract(page, &trafilatura::Options::default()) {
            Ok(found) => json!({
                "title": found.metadata.title,
                "date": found.metadata.date.map(|date| date.to_string()),
                "authors": authors(&found.metadata.author),
                "body": found.content_text,
            }),
            Err(_) => json!({}),
        },
        _ => bail!("unknown tool `{tool}`"),
    })
}

fn authors(byline: &str) -> Vec<&str> {
    Some(byline)
        .filter(|byline| !byline.is_empty())
        .into_iter()
        .collect()
}
