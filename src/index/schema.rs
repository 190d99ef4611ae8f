//! The fields of the index: their names and options.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STORED, Schema, SchemaBuilder,
    TextFieldIndexing, TextOptions,
};

/// Name under which the reader of prepared tokens is known to tantivy.
pub(crate) const PREPARED: &str = "prepared";
/// The term of [`Fields::kind`] that articles carry.
pub const ARTICLE: &str = "article";
/// The term of [`Fields::kind`] that ledger rows carry.
pub const ROW: &str = "row";

/// Handles of all fields.
///
/// Texts are analysed by [`crate::index::Analyzer`]; "raw" means one term, as it is. Columns are tantivy's fast fields;
/// a column without a value means that the article says nothing of it.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// `article` or `row`: what the document is. Raw, indexed.
    pub kind: Field,
    /// Title, dek, body and captions, analysed, with positions: see [`crate::index::Borders`] for where each lies.
    pub text: Field,
    /// The title alone, analysed, with positions.
    pub title: Field,
    /// Byline as printed, analysed.
    pub byline: Field,
    /// Publisher, analysed.
    pub publisher: Field,
    /// Section, analysed.
    pub section: Field,
    /// Names of people and other names that the article has for them, analysed; a name never runs into the next.
    pub person: Field,
    /// Names of organisations, analysed.
    pub org: Field,
    /// Names of places, analysed.
    pub place: Field,
    /// `id` of the article. Raw, indexed, column.
    pub id: Field,
    /// What the article calls itself. Raw, indexed.
    pub own_id: Field,
    /// The path below the archive root. Raw, indexed, column.
    pub path: Field,
    /// Language. Raw, indexed, column.
    pub lang: Field,
    /// Publisher. Raw, column.
    pub publisher_raw: Field,
    /// Section. Raw, column.
    pub section_raw: Field,
    /// The news agency. Raw, column.
    pub agency_raw: Field,
    /// Authors, one value each. Raw, column.
    pub byline_raw: Field,
    /// People, one value each. Raw, column.
    pub person_raw: Field,
    /// Organisations, one value each. Raw, column.
    pub org_raw: Field,
    /// Places, one value each. Raw, column.
    pub place_raw: Field,
    /// Other names that articles give for an organisation or place, the form, a tab and the name. Raw, column.
    pub alias_raw: Field,
    /// First second of the period of `published`, else `updated`: civil seconds since 1970. Column i64.
    pub date: Field,
    /// Last second of that period. Column i64.
    pub date_last: Field,
    /// First second of `published`. Column i64.
    pub published: Field,
    /// Last second of `published`. Column i64.
    pub published_last: Field,
    /// First second of `updated`. Column i64.
    pub updated: Field,
    /// Last second of `updated`. Column i64.
    pub updated_last: Field,
    /// First second of `captured`. Column i64.
    pub captured: Field,
    /// Last second of `captured`. Column i64.
    pub captured_last: Field,
    /// Precision of `date`: 0 year, 1 month, 2 day, 3 minute, 4 second. Column u64.
    pub date_precision: Field,
    /// Words of the body. Column u64.
    pub words: Field,
    /// Words of `text`, twins and markers left out: the length that ranking divides by. Column u64.
    pub length: Field,
    /// Words of the title. Column u64.
    pub title_length: Field,
    /// First position of the dek in `text`. Column u64.
    pub dek_at: Field,
    /// First position of the body. Column u64.
    pub body_at: Field,
    /// One past the last position of the lead. Column u64.
    pub lead_end: Field,
    /// First position of the captions. Column u64.
    pub captions_at: Field,
    /// Sketch of the body, as [`crate::text::sketch::Sketch::to_numbers`] gives it. Column u64, several values.
    pub sketch: Field,
    /// The article as JSON. Stored.
    pub article: Field,
    /// Path of a ledger row. Raw, indexed, column.
    pub row_path: Field,
    /// Bytes of the file. Column u64.
    pub row_size: Field,
    /// When the file was last written: nanoseconds since 1970. Column i64.
    pub row_modified: Field,
    /// Hash of the file's bytes. Column u64.
    pub row_hash: Field,
    /// [`crate::index::Status`] as a number. Column u64.
    pub row_status: Field,
    /// Articles found in the file. Column u64.
    pub row_articles: Field,
    /// Why it was skipped or failed. Raw, column.
    pub row_reason: Field,
    /// The place within the file that the row speaks of. Raw, column.
    pub row_record: Field,
    /// [`crate::index::Notes`] as JSON. Raw, column.
    pub row_notes: Field,
}

/// The schema and the handles of its fields, which it always hands out in the same order.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut b = Schema::builder();
    let fields = Fields {
        kind: raw(&mut b, "kind", true, false),
        text: text(&mut b, "text"),
        title: text(&mut b, "title"),
        byline: text(&mut b, "byline"),
        publisher: text(&mut b, "publisher"),
        section: text(&mut b, "section"),
        person: text(&mut b, "person"),
        org: text(&mut b, "org"),
        place: text(&mut b, "place"),
        id: raw(&mut b, "id", true, true),
        own_id: raw(&mut b, "own_id", true, false),
        path: raw(&mut b, "path", true, true),
        lang: raw(&mut b, "lang", true, true),
        publisher_raw: raw(&mut b, "publisher_raw", false, true),
        section_raw: raw(&mut b, "section_raw", false, true),
        agency_raw: raw(&mut b, "agency_raw", false, true),
        byline_raw: raw(&mut b, "byline_raw", false, true),
        person_raw: raw(&mut b, "person_raw", false, true),
        org_raw: raw(&mut b, "org_raw", false, true),
        place_raw: raw(&mut b, "place_raw", false, true),
        alias_raw: raw(&mut b, "alias_raw", false, true),
        date: b.add_i64_field("date", FAST),
        date_last: b.add_i64_field("date_last", FAST),
        published: b.add_i64_field("published", FAST),
        published_last: b.add_i64_field("published_last", FAST),
        updated: b.add_i64_field("updated", FAST),
        updated_last: b.add_i64_field("updated_last", FAST),
        captured: b.add_i64_field("captured", FAST),
        captured_last: b.add_i64_field("captured_last", FAST),
        date_precision: column(&mut b, "date_precision"),
        words: column(&mut b, "words"),
        length: column(&mut b, "length"),
        title_length: column(&mut b, "title_length"),
        dek_at: column(&mut b, "dek_at"),
        body_at: column(&mut b, "body_at"),
        lead_end: column(&mut b, "lead_end"),
        captions_at: column(&mut b, "captions_at"),
        sketch: b.add_u64_field("sketch", FAST),
        article: b.add_text_field("article", STORED),
        row_path: raw(&mut b, "row_path", true, true),
        row_size: column(&mut b, "row_size"),
        row_modified: b.add_i64_field("row_modified", FAST),
        row_hash: column(&mut b, "row_hash"),
        row_status: column(&mut b, "row_status"),
        row_articles: column(&mut b, "row_articles"),
        row_reason: raw(&mut b, "row_reason", false, true),
        row_record: raw(&mut b, "row_record", false, true),
        row_notes: raw(&mut b, "row_notes", false, true),
    };
    (b.build(), fields)
}

/// Analysed text with frequencies and positions. tantivy's own norms count twins and markers as words, so they bound a score
/// but do not make one: the columns `length` and `title_length` count words.
fn text(builder: &mut SchemaBuilder, name: &str) -> Field {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(PREPARED)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
        .set_fieldnorms(true);
    builder.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
}

/// One term as it is.
fn raw(builder: &mut SchemaBuilder, name: &str, indexed: bool, fast: bool) -> Field {
    let mut options = TextOptions::default();
    if indexed {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        options = options.set_indexing_options(indexing);
    }
    if fast {
        options = options.set_fast("raw");
    }
    builder.add_text_field(name, options)
}

fn column(builder: &mut SchemaBuilder, name: &str) -> Field {
    builder.add_u64_field(name, NumericOptions::default().set_fast())
}
