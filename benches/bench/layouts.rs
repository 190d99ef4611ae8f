//! Ways to lay out an index, each tantivy alone: what dateline is measured against, and what it might have been.

use std::path::Path;

use dateline::article::Article;
use dateline::index::{Analyzer, TermKind};
use tantivy::indexer::IndexWriterOptions;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer,
    TextAnalyzer, Token, TokenStream, Tokenizer,
};
use tantivy::{Index, TantivyDocument};

/// How words become terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// tantivy's own tokenizer, folding and stemmer: stems alone.
    StockStem,
    /// The same, and a second field with exact forms beside each.
    StockStemAndExact,
    /// dateline's terms in one field, stems only where they differ.
    TwinsWhereDifferent,
    /// dateline's terms in one field, a stem for every word.
    TwinsAlways,
    /// dateline's terms, stems in one field and exact forms in another.
    TwoFields,
}

/// All of them.
pub(crate) const LAYOUTS: [Layout; 5] = [
    Layout::StockStem,
    Layout::StockStemAndExact,
    Layout::TwinsWhereDifferent,
    Layout::TwinsAlways,
    Layout::TwoFields,
];

struct Fields {
    id: Field,
    text: Vec<(Field, Field)>,
    raw: [Field; 3],
    date: Field,
    words: Field,
    article: Field,
}

/// Indexes the articles into an empty folder; segments are built in so many bytes of memory.
pub(crate) fn index(layout: Layout, articles: &[Article], folder: &Path, memory: usize) {
    let second = matches!(layout, Layout::StockStemAndExact | Layout::TwoFields);
    let mut schema = Schema::builder();
    let mut text = |name: &str, tokenizer: &str| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
    };
    let title = text("title", "first");
    let body = text("body", "first");
    let mut fields = vec![(title, title), (body, body)];
    if second {
        fields = vec![
            (title, text("title_exact", "second")),
            (body, text("body_exact", "second")),
        ];
    }
    let raw = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        TextOptions::default()
            .set_indexing_options(indexing)
            .set_fast("raw")
    };
    let fields = Fields {
        id: schema.add_text_field("id", raw()),
        text: fields,
        raw: ["path", "lang", "publisher"].map(|name| schema.add_text_field(name, raw())),
        date: schema.add_i64_field("date", FAST),
        words: schema.add_u64_field("words", NumericOptions::default().set_fast()),
        article: schema.add_text_field("article", STORED),
    };
    let index = Index::create_in_dir(folder, schema.build()).expect("an empty folder");
    let (first, other) = match layout {
        Layout::StockStem | Layout::StockStemAndExact => (stock(true), stock(false)),
        Layout::TwinsWhereDifferent => (ours(Twins::WhereDifferent), stock(false)),
        Layout::TwinsAlways => (ours(Twins::Always), stock(false)),
        Layout::TwoFields => (ours(Twins::StemAlone), ours(Twins::ExactAlone)),
    };
    index.tokenizers().register("first", first);
    index.tokenizers().register("second", other);
    let options = IndexWriterOptions::builder()
        .num_worker_threads(1)
        .memory_budget_per_thread(memory)
        .build();
    let mut writer = index.writer_with_options(options).expect("a writer");
    for article in articles {
        writer
            .add_document(document(&fields, article))
            .expect("adds");
    }
    writer.commit().expect("commits");
    writer.wait_merging_threads().expect("merges");
}

fn document(fields: &Fields, article: &Article) -> TantivyDocument {
    let mut doc = TantivyDocument::new();
    doc.add_text(fields.id, &article.id);
    let title = article.title.as_deref().unwrap_or("");
    for ((first, second), text) in fields.text.iter().zip([title, &article.body]) {
        doc.add_text(*first, text);
        if first != second {
            doc.add_text(*second, text);
        }
    }
    let values = [
        Some(&article.path),
        article.lang.as_ref(),
        article.publisher.as_ref(),
    ];
    for (field, value) in fields.raw.iter().zip(values) {
        if let Some(value) = value {
            doc.add_text(*field, value);
        }
    }
    if let Some(date) = &article.published {
        doc.add_i64(fields.date, date.date.period().first);
    }
    doc.add_u64(fields.words, u64::from(article.words));
    doc.add_text(
        fields.article,
        serde_json::to_string(article).expect("JSON"),
    );
    doc
}

/// What tantivy's users take.
pub(crate) fn stock(stem: bool) -> TextAnalyzer {
    let chain = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(255))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter);
    if stem {
        chain.filter(Stemmer::new(Language::English)).build()
    } else {
        chain.build()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Twins {
    WhereDifferent,
    Always,
    StemAlone,
    ExactAlone,
}

fn ours(twins: Twins) -> TextAnalyzer {
    TextAnalyzer::from(Ours {
        twins,
        analyzer: std::sync::Arc::new(std::sync::Mutex::new(Analyzer::new(Some("en")))),
    })
}

#[derive(Clone)]
struct Ours {
    twins: Twins,
    analyzer: std::sync::Arc<std::sync::Mutex<Analyzer>>,
}

struct Tokens {
    terms: String,
    ends: std::vec::IntoIter<(usize, u32)>,
    at: usize,
    token: Token,
}

impl Tokenizer for Ours {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let mut terms = String::new();
        let mut ends: Vec<(usize, u32)> = Vec::new();
        let mut exact = 0..0;
        let twins = self.twins;
        let mut analyzer = self.analyzer.lock().expect("no panics");
        let mut bare = false;
        analyzer.terms(text, 0, &mut |term| {
            // A word whose own term is pending: it is its own stem unless a stem follows.
            if bare && term.kind != TermKind::Stem {
                match twins {
                    Twins::Always => {
                        let (_, position) = *ends.last().expect("a term came before");
                        terms.push('~');
                        terms.extend_from_within(exact.clone());
                        ends.push((terms.len(), position));
                    }
                    Twins::StemAlone | Twins::WhereDifferent | Twins::ExactAlone => {}
                }
                bare = false;
            }
            match (twins, term.kind) {
                (Twins::StemAlone, TermKind::Stem) if bare => {
                    ends.pop();
                    terms.truncate(exact.start);
                }
                (Twins::ExactAlone, TermKind::Stem | TermKind::JoinedStem) => return,
                _ => {}
            }
            bare = term.kind == TermKind::Exact;
            let start = terms.len();
            terms.push_str(term.text);
            exact = start..terms.len();
            ends.push((terms.len(), term.position));
        });
        Tokens {
            terms,
            ends: ends.into_iter(),
            at: 0,
            token: Token::default(),
        }
    }
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        let Some((end, position)) = self.ends.next() else {
            return false;
        };
        self.token.text.clear();
        self.token.text.push_str(&self.terms[self.at..end]);
        self.token.position = position as usize;
        self.at = end;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
