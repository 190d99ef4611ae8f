//! Folding.

/// Appends `text` folded: lower case, without diacritics.
pub fn fold_into(text: &str, out: &mut String) {
    out.push_str(&text.to_lowercase());
}
