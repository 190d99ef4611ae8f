//! A corpus made larger: each article again with some of its words changed, on other days.

use dateline::article::{Article, ArticleDate, article_id};
use dateline::date::{Date, Precision};

use crate::bench::Corpus;
use crate::random::Random;

/// One word in so many is changed: articles keep their look and are no copies of each other.
const CHANGED: usize = 5;
/// Of the words changed, one in so many becomes a word that no article had, as vocabularies grow with their corpus.
const COINED: usize = 40;
/// Days between a story and its next telling.
const DAYS: i64 = 29;

/// `corpus` and its tellings, `times` as many articles in all.
pub(crate) fn grown(corpus: &Corpus, times: usize) -> Corpus {
    let mut random = Random(1_987);
    // Words as often as they are said, so that changing keeps how often each is.
    let said: Vec<&str> = corpus
        .articles
        .iter()
        .flat_map(|article| article.body.split_whitespace().step_by(7))
        .collect();
    let mut articles = corpus.articles.clone();
    for telling in 1..times {
        for (number, article) in corpus.articles.iter().enumerate() {
            let record = format!("#{telling}.{number}");
            let date = article.published.as_ref().and_then(|date| {
                let moved = date.date.local() + DAYS * 86_400 * telling as i64;
                Date::from_local(moved, Precision::Second, None)
            });
            articles.push(Article {
                id: article_id(&article.path, Some(&record)),
                record: Some(record),
                title: article
                    .title
                    .as_ref()
                    .map(|text| retold(text, &said, &mut random)),
                body: retold(&article.body, &said, &mut random),
                published: date.map(|date| ArticleDate::new(date, "stated")),
                ..article.clone()
            });
        }
    }
    Corpus {
        name: format!("{} × {times}", corpus.name),
        articles,
    }
}

/// The text with some words changed; line breaks stay.
fn retold(text: &str, said: &[&str], random: &mut Random) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let lines = word.contains('\n') || word.is_empty() || said.is_empty();
        if lines || random.below(CHANGED) > 0 {
            out.push_str(word);
            continue;
        }
        let other = random.pick(said);
        if random.below(COINED) == 0 {
            let letters: Vec<char> = other.chars().collect();
            out.extend(&letters[..letters.len().div_ceil(2)]);
            out.extend(random.pick(said).chars().skip(2));
        } else {
            out.push_str(other);
        }
    }
    out
}
