//! Runs as the programs of TREC read them.

use std::io::{self, Write};

use crate::search::Response;

/// The name of the run.
const TAG: &str = "dateline";

/// Writes a run of six columns: topic, `Q0`, article, rank, score, tag. Articles go by `own_id`, else `id`; blanks in a name become `_`.
pub fn trec(topic: &str, response: &Response, out: &mut dyn Write) -> io::Result<()> {
    let name = |text: &str| -> String { text.split_whitespace().collect::<Vec<_>>().join("_") };
    let topic = name(topic);
    for hit in &response.hits {
        let own = hit
            .article
            .own_id
            .as_deref()
            .map(name)
            .filter(|own| !own.is_empty());
        let article = own.unwrap_or_else(|| hit.article.id.clone());
        writeln!(
            out,
            "{topic} Q0 {article} {} {:.6} {TAG}",
            hit.rank, hit.score
        )?;
    }
    Ok(())
}
