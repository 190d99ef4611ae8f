//! Bylines: people told from agencies, desks, publishers, roles and places.

/// What a byline says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The people, in order, each once; ALL-CAPS put in case.
    pub authors: Vec<String>,
    /// The news agency, by its usual name: `Reuters`, `AP`, `dpa`.
    pub agency: Option<String>,
}

/// Reads a byline as printed: `By Jane Doe and J. R. Smith in Tirana`, `REUTERS`, `Von Anna Müller, dpa`.
pub fn parse(_line: &str) -> Byline {
    Byline::default()
}
