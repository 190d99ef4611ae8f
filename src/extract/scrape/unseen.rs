//! What pages say of their links to readers who cannot see them: `, opens new tab`, `(öffnet in neuem Fenster)`.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

const HINTS: &[&str] = &[
    ", opens new tab",
    ", opens in new tab",
    ", opens in a new tab",
    "(opens new tab)",
    "(opens in new tab)",
    "(opens in a new tab)",
    "(opens new window)",
    "(opens in new window)",
    "(opens in a new window)",
    "(opens in a new tab or window)",
    "(öffnet in neuem fenster)",
    "(öffnet im neuen fenster)",
    "(öffnet in einem neuen fenster)",
    "(öffnet in neuem tab)",
    "(öffnet in einem neuen tab)",
    "(Öffnet in neuem fenster)",
    "(Öffnet in einem neuen fenster)",
    "(nouvelle fenêtre)",
    "(s'ouvre dans un nouvel onglet)",
    "(s'ouvre dans une nouvelle fenêtre)",
    "(nouvel onglet)",
    "(se abre en una ventana nueva)",
    "(se abre en una nueva ventana)",
    "(se abre en una nueva pestaña)",
    "(abre em nova janela)",
    "(abre em uma nova aba)",
    "(si apre in una nuova finestra)",
    "(si apre in una nuova scheda)",
    "(opent in nieuw venster)",
    "(opent in een nieuw venster)",
    "(opent in een nieuw tabblad)",
    "(åbner i nyt vindue)",
    "(åpnes i nytt vindu)",
    "(öppnas i nytt fönster)",
];

static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(HINTS)
        .ok()
});

/// The text without them; a line that held nothing else goes, too. Linear in its length.
pub(super) fn without(text: &str) -> Cow<'_, str> {
    let Some(finder) = FINDER.as_ref() else {
        return Cow::Borrowed(text);
    };
    let mut out = String::new();
    let mut done = 0;
    for found in finder.find_iter(text) {
        // `opens new tabloid` is none.
        if text[found.end()..].starts_with(char::is_alphanumeric) {
            continue;
        }
        let before = &text[done..found.start()];
        let before = before.strip_suffix(' ').unwrap_or(before);
        out.push_str(before);
        done = found.end();
        let opens = before.ends_with('\n') || before.is_empty() && found.start() == 0;
        if opens && text[done..].starts_with('\n') {
            done += 1;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_at_links_go() {
        for (text, without_hints) in [
            (
                "Ashe Mills (ASHE.X), opens new tab rose 2%, the most since May.",
                "Ashe Mills (ASHE.X) rose 2%, the most since May.",
            ),
            (
                "Die Mühle (öffnet in einem neuen Fenster) steht still.",
                "Die Mühle steht still.",
            ),
            (
                "Ashe Mills\n, opens new tab\nrose 2%.",
                "Ashe Mills\nrose 2%.",
            ),
            (
                "In spring, opens new tabloid bills the paper.",
                "In spring, opens new tabloid bills the paper.",
            ),
            ("(Opens in new window)\nNews", "News"),
            ("She opens new tabs daily.", "She opens new tabs daily."),
        ] {
            assert_eq!(without(text), without_hints, "{text}");
        }
    }
}
