//! The paragraphs of a text whose lines may have been wrapped by hand.

#[cfg(test)]
mod tests;

/// Characters above which no line was wrapped by hand.
const WIDEST: usize = 120;

/// A text with its paragraphs parted by a blank line.
///
/// Where lines were wrapped by hand, a blank line or an indented line begins a paragraph, and the lines of a paragraph are joined;
/// elsewhere a line is a paragraph.
pub(super) fn paragraphs(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    let wrapped = is_wrapped(&lines);
    let base = base_indent(&lines);
    let mut joined = String::with_capacity(text.len() + 16);
    let mut after_blank = true;
    for (at, line) in lines.iter().enumerate() {
        let words = line.trim_start();
        if words.is_empty() {
            after_blank = true;
            continue;
        }
        // A signature at the end stands apart by less than a paragraph does.
        let enough = if at + 1 == lines.len() { 1 } else { 2 };
        let starts = !wrapped || after_blank || indent(line) >= base + enough;
        if !joined.is_empty() {
            if starts {
                joined.push_str("\n\n");
            } else if !ends_with_hyphen(&joined) {
                joined.push(' ');
            }
        }
        joined.push_str(words);
        after_blank = false;
    }
    joined
}

/// Whether lines end because the next word would not have fitted.
fn is_wrapped(lines: &[&str]) -> bool {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.chars().count())
        .collect();
    lengths.sort_unstable();
    let Some(&longest) = lengths.last() else {
        return false;
    };
    if longest > WIDEST || lengths.len() < 2 {
        return false;
    }
    let width = lengths[(lengths.len() - 1) * 9 / 10];
    let base = base_indent(lines);
    let (mut pairs, mut full, mut sentences) = (0_usize, 0_usize, 0_usize);
    for (at, pair) in lines.windows(2).enumerate() {
        let &[line, next] = pair else { continue };
        let enough = if at + 2 == lines.len() { 1 } else { 2 };
        if line.is_empty() || next.is_empty() || indent(next) >= base + enough {
            continue;
        }
        let word = next.split_whitespace().next().unwrap_or("");
        let word_length = word.chars().count().min(20);
        let fits = (line.chars().count() + 1 + word_length) * 20 < width * 17;
        // The first line of wire copy is short where a dateline was cut off it.
        if fits && at == 0 && lengths.len() > 2 {
            continue;
        }
        pairs += 1;
        full += usize::from(!fits);
        let lower = word.chars().next().is_some_and(char::is_lowercase);
        sentences += usize::from(ends_sentence(line) && !lower);
    }
    pairs > 0 && full * 10 >= pairs * 6 && sentences * 2 < pairs
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '»', ')', '\''])
        .ends_with(['.', '!', '?', ':', '。', '！', '？', '؟', '…'])
}

/// The indent that all lines have.
fn base_indent(lines: &[&str]) -> usize {
    lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| indent(line))
        .min()
        .unwrap_or(0)
}

/// Columns before the first word; a tab counts four.
fn indent(line: &str) -> usize {
    line.chars()
        .take_while(|char| char.is_whitespace())
        .map(|char| if char == '\t' { 4 } else { 1 })
        .sum()
}

/// Whether a line ends inside a compound: `cyber-`, but no dash.
fn ends_with_hyphen(text: &str) -> bool {
    let mut end = text.chars().rev();
    end.next() == Some('-') && end.next().is_some_and(char::is_alphanumeric)
}
