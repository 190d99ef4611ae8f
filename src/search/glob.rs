//! Patterns over paths, as `--path` takes them.

/// A pattern: `*` any characters but `/`, `**` any at all, `?` one that isn't `/`. Without a `/` in it, it may match the last
/// part of a path alone; a folder's name with a `/` behind matches what lies below it.
#[derive(Clone, Debug)]
pub(crate) struct Glob {
    steps: Vec<Step>,
    /// Whether the pattern speaks of names, not of paths.
    name: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Letter(char),
    One,
    Some,
    Any,
}

impl Glob {
    /// Reads a pattern; every text is one.
    pub(crate) fn new(pattern: &str) -> Self {
        let mut steps = Vec::new();
        let mut letters = pattern.chars().peekable();
        while let Some(letter) = letters.next() {
            steps.push(match letter {
                '*' if letters.next_if_eq(&'*').is_some() => {
                    while letters.next_if_eq(&'*').is_some() {}
                    // `**/` stands for no folder as well.
                    letters.next_if_eq(&'/');
                    Step::Any
                }
                '*' => Step::Some,
                '?' => Step::One,
                letter => Step::Letter(letter),
            });
        }
        if pattern.ends_with('/') {
            steps.push(Step::Any);
        }
        Self {
            steps,
            name: !pattern.contains('/'),
        }
    }

    /// Whether a path matches; time is at most the product of the lengths.
    pub(crate) fn matches(&self, path: &str) -> bool {
        let name = || path.rsplit('/').next().unwrap_or(path);
        self.fits(path) || (self.name && self.fits(name()))
    }

    fn fits(&self, text: &str) -> bool {
        // Which beginnings of the pattern the text so far fits: plain dynamic programming, no going back.
        let mut live = vec![false; self.steps.len() + 1];
        live[0] = true;
        self.skip(&mut live);
        let mut next = vec![false; live.len()];
        for letter in text.chars() {
            next.fill(false);
            for (at, step) in self.steps.iter().enumerate() {
                if !live[at] {
                    continue;
                }
                match step {
                    Step::Letter(wanted) => next[at + 1] |= *wanted == letter,
                    Step::One => next[at + 1] |= letter != '/',
                    Step::Some => next[at] |= letter != '/',
                    Step::Any => next[at] = true,
                }
            }
            self.skip(&mut next);
            std::mem::swap(&mut live, &mut next);
        }
        live[self.steps.len()]
    }

    /// Stars may stand for nothing.
    fn skip(&self, live: &mut [bool]) {
        for (at, step) in self.steps.iter().enumerate() {
            if live[at] && matches!(step, Step::Some | Step::Any) {
                live[at + 1] = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_paths() {
        for (pattern, path, matches) in [
            ("*.html", "a.html", true),
            ("*.html", "2022/a.html", true),
            ("*.html", "2022/a.txt", false),
            ("2022/*", "2022/a.txt", true),
            ("2022/*", "2022/07/a.txt", false),
            ("2022/", "2022/07/a.txt", true),
            ("2022/**", "2022/07/a.txt", true),
            ("**/07/*.txt", "2022/07/a.txt", true),
            ("**/a.txt", "a.txt", true),
            ("b?g", "big", true),
            ("b?g", "b/g", false),
            ("", "a", false),
            ("a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
        ] {
            assert_eq!(
                Glob::new(pattern).matches(path),
                matches,
                "{pattern} {path}"
            );
        }
    }
}
