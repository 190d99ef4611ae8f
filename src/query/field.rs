//! The names of fields, and what a misspelt one was meant to be.

use crate::query::Field;

/// Every field and its name.
const FIELDS: [(&str, Field); 11] = [
    ("title", Field::Title),
    ("byline", Field::Byline),
    ("body", Field::Body),
    ("lead", Field::Lead),
    ("caption", Field::Caption),
    ("publisher", Field::Publisher),
    ("section", Field::Section),
    ("person", Field::Person),
    ("org", Field::Org),
    ("place", Field::Place),
    ("lang", Field::Lang),
];

/// Names that other programs have for a field, and what is written here.
const ELSEWHERE: [(&str, &str); 38] = [
    ("headline", "write `title:`"),
    ("hed", "write `title:`"),
    ("heading", "write `title:`"),
    ("subject", "write `title:`"),
    ("author", "write `byline:`"),
    ("authors", "write `byline:`"),
    ("writer", "write `byline:`"),
    ("creator", "write `byline:`"),
    ("from", "write `after:`, or `byline:` for who wrote it"),
    ("text", "write `body:`"),
    ("content", "write `body:`"),
    ("lede", "write `lead:`"),
    ("intro", "write `lead:`"),
    ("photo", "write `caption:`"),
    ("source", "write `publisher:`"),
    ("site", "write `publisher:`"),
    ("outlet", "write `publisher:`"),
    ("newspaper", "write `publisher:`"),
    ("category", "write `section:`"),
    ("desk", "write `section:`"),
    ("people", "write `person:`"),
    ("name", "write `person:`"),
    ("organisation", "write `org:`"),
    ("organization", "write `org:`"),
    ("company", "write `org:`"),
    ("country", "write `place:`"),
    ("city", "write `place:`"),
    ("location", "write `place:`"),
    ("language", "write `lang:`"),
    ("year", "write `date:`, as in `date:2022`"),
    ("published", "write `date:`, or use --date-field published"),
    ("updated", "write `date:`, or use --date-field updated"),
    ("since", "write `after:`"),
    ("to", "write `before:`"),
    ("until", "write `before:`"),
    ("words", "write `words>1200`"),
    ("path", "use the flag --path"),
    ("length", "write `words>1200`"),
];

/// A word before `:` that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// A field of the article.
    Field(Field),
    /// `date:`
    Date,
    /// `after:`
    After,
    /// `before:`
    Before,
}

impl Name {
    /// The name that stands before a `:`, in any case.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        match lower.as_str() {
            "date" => Some(Self::Date),
            "after" => Some(Self::After),
            "before" => Some(Self::Before),
            "hd" | "ti" => Some(Self::Field(Field::Title)),
            "by" | "au" => Some(Self::Field(Field::Byline)),
            _ => FIELDS
                .iter()
                .find(|(known, _)| *known == lower)
                .map(|(_, field)| Self::Field(*field)),
        }
    }

    /// The name that stands before a `=`, as in `hd=Tirana`.
    pub(crate) fn of_equals(name: &str) -> Option<Field> {
        match name.to_lowercase().as_str() {
            "hd" => Some(Field::Title),
            "by" => Some(Field::Byline),
            _ => None,
        }
    }

    /// The name of a function, as in `TI(Tirana)`.
    pub(crate) fn of_function(name: &str) -> Option<Field> {
        match name.to_lowercase().as_str() {
            "ti" => Some(Field::Title),
            "au" => Some(Field::Byline),
            _ => None,
        }
    }
}

impl Field {
    /// The name written before `:`.
    pub fn name(self) -> &'static str {
        FIELDS
            .iter()
            .find(|(_, field)| *field == self)
            .map_or("body", |(name, _)| name)
    }

    /// Whether it is a part of the article's running text, with positions that can be compared.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Title | Self::Body | Self::Lead | Self::Caption)
    }

    /// Whether it sorts articles into kinds rather than being read: publisher, section, language.
    pub fn restricts(self) -> bool {
        matches!(self, Self::Publisher | Self::Section | Self::Lang)
    }
}

/// What helps who wrote `name:`.
pub(crate) fn meant(name: &str) -> String {
    let lower = name.to_lowercase();
    if let Some((_, hint)) = ELSEWHERE.iter().find(|(known, _)| *known == lower) {
        return (*hint).to_owned();
    }
    let names = FIELDS.iter().map(|(name, _)| *name);
    let nearest = names
        .chain(["date", "after", "before"])
        .map(|known| (distance(&lower, known), known))
        .min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((distance, known)) if distance <= 1 + lower.chars().count() / 4 && distance <= 2 => {
            format!("did you mean `{known}:`? to search for it as text, put it into quotes")
        }
        _ => "to search for it as text, put it into quotes; the fields are title, byline, body, lead, caption, publisher, section, \
              person, org, place, lang, date, after, before"
            .to_owned(),
    }
}

/// Letters to insert, delete, replace or swap with a neighbour (optimal string alignment, 1975); names too long to be meant are far.
pub(crate) fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().take(24).collect();
    let right: Vec<char> = right.chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for i in 1..=left.len() {
        let mut row = vec![i];
        for j in 1..=right.len() {
            let differs = usize::from(left[i - 1] != right[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(row[j - 1] + 1)
                .min(rows[i - 1][j - 1] + differs);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[left.len()][right.len()]
}
