//! Lines with an empty line between any two of them, as word processors and some converters write them.

/// The text with one empty line less between lines, where each line of a wrapped text is followed by an empty one; `None` elsewhere.
pub(super) fn single(text: &str) -> Option<String> {
    // A look at the beginning is enough.
    const ASKED: usize = 400;
    // Lines that are wrapped are no longer than this, in characters.
    const WIDEST: usize = 110;
    let (mut lines, mut adjacent, mut parted, mut apart, mut going_on) = (0usize, 0, 0, 0, 0);
    let mut empty = 0usize;
    let mut open = false;
    for line in text.lines().take(ASKED) {
        let bare = line.trim();
        if bare.is_empty() {
            empty += 1;
            continue;
        }
        if lines > 0 {
            match empty {
                0 => adjacent += 1,
                1 => {
                    parted += 1;
                    going_on += usize::from(open && bare.starts_with(char::is_lowercase));
                }
                _ => apart += 1,
            }
        }
        lines += 1;
        empty = 0;
        open = !bare.ends_with(['.', '!', '?', ':', '"', '”']);
        if bare.chars().nth(WIDEST).is_some() {
            return None;
        }
    }
    // Most lines go on in small letters only where a paragraph was cut into them.
    let doubled = lines >= 12 && adjacent * 20 <= lines && apart >= 2 && going_on * 3 >= parted;
    if !doubled {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            empty += 1;
            if empty < 2 {
                continue;
            }
        } else {
            empty = 0;
        }
        out.push_str(line);
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_spacing() {
        let paragraph = "the bridge over the Ashe which\n\nhad been closed since spring\n\nfell into the river.\n\n\n";
        let text = format!("A bridge fell\n\n\n{}", paragraph.repeat(5));
        let spaced = single(&text).expect("a text with empty lines between");
        assert!(spaced.starts_with("A bridge fell\n\nthe bridge over the Ashe which\nhad been"));
        for left in [
            "A bridge fell\n\nIt fell on Monday.\n\nNobody was hurt.\n".repeat(8),
            "A bridge\nfell into\nthe river.\n".repeat(8),
            String::new(),
        ] {
            assert_eq!(single(&left), None);
        }
    }
}
