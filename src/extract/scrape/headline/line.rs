//! What a line above the body is: a kicker, a stamp, a path, a caption, the site's name.

use crate::extract::scrape::block::Block;
use crate::extract::scrape::headline::TitleSearch;
use crate::extract::scrape::names::{has_date, is_name};

impl TitleSearch<'_> {
    /// The first line of a page that may be its title, where none was found: no address, no list of people, no paragraph.
    pub(in crate::extract::scrape) fn first(&self) -> Option<usize> {
        let first = |at: &usize| {
            let (block, line) = (&self.blocks[*at], &self.traits[*at]);
            line.prose.words >= 3.0
                && line.prose.length <= 200.0
                && !(line.prose.ended && line.prose.inner >= 1.0)
                && line.boilerplate.is_none()
                && !line.date
                && !line.byline
                && !line.credit
                && !block.text.contains("://")
                && !names_people(&block.text)
        };
        (0..self.blocks.len().min(6)).find(first)
    }

    /// Whether a printing of the line stands beside the credit of a picture.
    pub(super) fn is_captioned_copy(&self, at: usize) -> bool {
        let text = self.blocks[at].text.as_str();
        (at.saturating_sub(8)..(at + 8).min(self.blocks.len())).any(|other| {
            other != at
                && self.blocks[other].text == text
                && [other.wrapping_sub(1), other + 1]
                    .into_iter()
                    .any(|beside| self.traits.get(beside).is_some_and(|line| line.credit))
        })
    }

    /// Whether the line is the name that the page opens with.
    pub(super) fn is_site(&self, text: &str) -> bool {
        self.site.is_some_and(|site| {
            site.strip_prefix(text)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '|', '-', ',']))
        })
    }

    /// Whether a byline or date stands right below the line.
    pub(super) fn is_signed(&self, at: usize) -> bool {
        self.signs.get(at + 1).copied().unwrap_or(false)
    }

    /// What a byline or date below the line is worth to it: less where other headlines stand between.
    pub(super) fn signature(&self, at: usize) -> f32 {
        let mut between = 0;
        for next in (at + 1..self.traits.len()).take(7) {
            if self.signs[next] || self.is_stamp(next) {
                return match between {
                    0 => 2.4,
                    1 => 1.2,
                    _ => 0.4,
                };
            }
            between += usize::from(self.is_headline(next));
        }
        0.0
    }

    /// Whether a line is about its date: `Last updated: 5 hours ago`, `13/06/2014 Jane Doe`.
    pub(super) fn is_stamp(&self, at: usize) -> bool {
        let text = self.blocks[at].text.as_str();
        if text.len() > 120 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let lower = text.to_lowercase();
        let labelled = ["last updated", "updated", "published", "posted", "stand:"]
            .iter()
            .any(|label| lower.starts_with(label));
        labelled
            || lower.ends_with(" ago")
            || (self.traits[at].prose.digits > 0.2
                || lower.starts_with(|c: char| c.is_ascii_digit()))
                && has_date(text)
    }

    /// Whether a line may head a story: of some length, and no sentence, caption or label.
    pub(super) fn is_headline(&self, at: usize) -> bool {
        let line = &self.traits[at];
        (24.0..=110.0).contains(&line.prose.length)
            && line.prose.words >= 3.0
            && line.boilerplate.is_none()
            && !line.credit
            && !line.caption
            && !line.date
            && !line.byline
            && (!line.prose.ended || calls(&self.blocks[at].text))
    }

    /// Whether the line ends the header: a date or byline stands right above it, the text or a byline right below, and no headline that
    /// the date could be of further up.
    pub(super) fn opens_text(&self, at: usize) -> bool {
        let headed = at
            .checked_sub(1)
            .is_some_and(|above| self.traits[above].date || self.traits[above].byline);
        let near = self.body > at && (self.body - at <= 2 || self.signature(at) > 1.5);
        let other = || {
            (at.saturating_sub(10)..at)
                .any(|above| self.is_headline(above) && !self.blocks[above].bullet)
        };
        headed && near && !other()
    }

    /// Whether the path of sections that begins at the site's first page leads to the line: `Home` / `News` / `Politics`.
    /// Where a headline follows, the line may be the path's last step.
    pub(super) fn is_after_path(&self, at: usize) -> bool {
        const STEPS: usize = 5;
        let end = (at + 4).min(self.blocks.len());
        if (at + 1..end).any(|below| self.is_headline(below)) {
            return false;
        }
        for above in (at.saturating_sub(STEPS)..at).rev() {
            let text = self.blocks[above].text.as_str();
            if is_home(text) {
                return above + 1 < at;
            }
            if text.len() > 30 || self.traits[above].prose.words > 3.0 || self.traits[above].date {
                return false;
            }
        }
        false
    }

    /// Whether the line goes on where the one above was cut: `… and starring in` / `La La Land`.
    pub(super) fn is_piece(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1) else {
            return false;
        };
        let text = self.blocks[above].text.as_str();
        self.traits[at].prose.words <= 4.0
            && self.traits[above].prose.words >= 5.0
            && text
                .rsplit(' ')
                .next()
                .is_some_and(|word| word.starts_with(char::is_lowercase) && is_joining(word))
    }

    /// The line not far above that prints in one what the lines from below it to this one print in pieces: `A bridge -- It fell!` above
    /// `A bridge` / `It fell!`.
    pub(super) fn whole(&self, at: usize) -> Option<usize> {
        const FAR: usize = 8;
        const PIECES: usize = 3;
        let letters = |at: usize| -> String {
            let text = self.blocks[at].text.as_str();
            text.chars().filter(|c| c.is_alphanumeric()).collect()
        };
        let mut pieces = letters(at);
        for from in (at.saturating_sub(PIECES)..at).rev() {
            let above = &self.blocks[from].text;
            if above.len() > 160 {
                return None;
            }
            pieces.insert_str(0, &letters(from));
            let whole = (from.saturating_sub(FAR)..from).rev().find(|other| {
                let length = self.blocks[*other].text.len();
                (pieces.len()..=pieces.len() + 40).contains(&length) && letters(*other) == pieces
            });
            if let Some(whole) = whole {
                // A kicker is no piece of its headline.
                let own = &self.blocks[at].text;
                let led = self.blocks[whole]
                    .text
                    .strip_suffix(own.as_str())
                    .is_some_and(|rest| rest.trim_end().ends_with(':'));
                return (!led).then_some(whole);
            }
        }
        None
    }

    /// Whether the line is one of several in a row that could each be a headline.
    pub(super) fn is_listed(&self, at: usize) -> bool {
        const ROW: usize = 3;
        let up = (0..at)
            .rev()
            .take(ROW - 1)
            .take_while(|line| self.is_headline(*line));
        let down = (at + 1..self.blocks.len())
            .take(ROW - 1)
            .take_while(|line| self.is_headline(*line));
        self.is_headline(at) && up.count() + down.count() + 1 >= ROW
    }

    /// Whether the page names the line beside its rights: `© 2022 The Example`.
    pub(super) fn is_owner(&self, text: &str) -> bool {
        text.len() <= 40 && self.rights.iter().any(|line| line.contains(text))
    }

    /// Whether the line only leads to the headline below it: `Landtagswahl` / `Wer gewinnt den Osten?`, or `Kicker` / `:` / `Headline`.
    pub(super) fn is_kicker(&self, at: usize) -> bool {
        let own = self.traits[at].prose.length;
        // A headline of some words with its dek, and the byline right below.
        if self.traits[at].prose.words >= 4.0 && self.is_signed(at + 1) {
            return false;
        }
        for next in (at + 1..self.traits.len()).take(3) {
            let line = &self.traits[next];
            if self.blocks[next].text == ":" {
                return true;
            }
            let section = own < 18.0 && self.traits[at].prose.words <= 2.0;
            if (line.date || line.byline) && !section || line.prose.score > 0.85 {
                return false;
            }
            if own < 45.0 && line.prose.length > own * 1.3 && self.is_headline(next) {
                return true;
            }
        }
        false
    }

    /// Whether the page prints the line again with its own name behind it, as browsers show it: `A bridge fell - The Example`.
    pub(super) fn is_echoed(&self, at: usize) -> bool {
        let text = self.blocks[at].text.as_str();
        if text.len() < 20 {
            return false;
        }
        self.echoes.iter().any(|echo| {
            echo.strip_prefix(text).is_some_and(|rest| {
                [" - ", " | ", " – ", " — ", " :: "]
                    .iter()
                    .any(|bar| rest.starts_with(bar))
            })
        })
    }
}

/// Whether the line ends as headlines may that are whole sentences: with a question or an exclamation.
fn calls(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '“', '’', '\'', '»', '«', ')', '」'])
        .ends_with(['?', '!', '？', '！'])
}

/// Small words that no headline ends in, as a sentence must go on behind them.
pub(super) fn is_joining(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "of"
            | "and"
            | "from"
            | "in"
            | "with"
            | "by"
            | "at"
            | "to"
            | "his"
            | "her"
            | "their"
            | "der"
            | "dem"
            | "des"
            | "und"
            | "oder"
            | "von"
            | "im"
            | "le"
            | "la"
            | "les"
            | "de"
            | "du"
            | "et"
            | "un"
            | "une"
            | "el"
            | "los"
            | "las"
            | "del"
            | "y"
            | "il"
            | "di"
            | "och"
            | "og"
            | "av"
            | "fra"
            | "från"
    )
}

/// The first step of a path of sections.
fn is_home(text: &str) -> bool {
    text.len() <= 40
        && (matches!(
            text.to_lowercase().as_str(),
            "home"
                | "homepage"
                | "startseite"
                | "accueil"
                | "inicio"
                | "início"
                | "portada"
                | "forside"
                | "hem"
                | "etusivu"
                | "haberler"
                | "anasayfa"
                | "ana sayfa"
                | "главная"
                | "головна"
                | "domů"
                | "strona główna"
                | "beranda"
                | "trang chủ"
                | "ホーム"
                | "トップページ"
                | "首页"
                | "首頁"
                | "홈"
                | "الرئيسية"
                | "αρχική"
                | "acasă"
                | "početna"
        ) || text.ends_with(".com") && !text.contains(' '))
}

/// Whether the line ends in a time of day, as entries of a ticker do: `Minister resigns17:24`.
pub(super) fn is_clocked(text: &str) -> bool {
    let tail = text.as_bytes();
    let digit = |from_end: usize| {
        tail.len()
            .checked_sub(from_end)
            .and_then(|at| tail.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    text.len() > 12
        && text.is_char_boundary(text.len() - 3)
        && text[text.len() - 3..].starts_with(':')
        && digit(1)
        && digit(2)
        && digit(4)
}

/// Whether the line is who took a picture and for whom: `Ada Lindqvist/The Example Times`.
pub(super) fn is_source_of_picture(text: &str) -> bool {
    const LONGEST: usize = 80;
    text.len() <= LONGEST
        && text.split_once('/').is_some_and(|(name, house)| {
            !name.ends_with(' ')
                && is_name(name)
                && (1..=5).contains(&house.split(' ').count())
                && house.split(' ').all(|word| {
                    word.starts_with(char::is_uppercase) || word == "of" || word == "via"
                })
        })
}

/// How long a film or a recording takes: `02:06`.
pub(super) fn is_length(text: &str) -> bool {
    (4..=8).contains(&text.len())
        && text.split(':').count() >= 2
        && text.split(':').all(|part| {
            (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// The headline with its kicker, as another line of the page prints it, where the page parts them by a line of its own: `Kicker` / `:` /
/// `Headline`.
pub(in crate::extract::scrape) fn with_kicker(blocks: &[Block], at: usize) -> Option<String> {
    let kicker = at.checked_sub(2).filter(|_| blocks[at - 1].text == ":")?;
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let (kicker, title) = (blocks[kicker].text.as_str(), blocks[at].text.as_str());
    let wanted = bare(kicker) + &bare(title);
    blocks
        .iter()
        .map(|block| block.text.as_str())
        .filter(|text| text.len() > title.len() && text.len() <= title.len() + kicker.len() + 8)
        .find(|text| bare(text) == wanted)
        .map(str::to_owned)
}

/// The title as another line of the page prints it, where its kicker was glued to it: `Kicker: Headline` for `KickerHeadline`.
pub(in crate::extract::scrape) fn parted(blocks: &[Block], title: &str) -> String {
    let mut before = ' ';
    let glued = title.chars().any(|c| {
        let is = before.is_lowercase() && c.is_uppercase();
        before = c;
        is
    });
    if !glued {
        return title.to_owned();
    }
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let wanted = bare(title);
    blocks
        .iter()
        .map(|block| block.text.as_str())
        .filter(|text| text.len() > title.len() && text.len() <= title.len() + 6)
        .find(|text| bare(text) == wanted)
        .unwrap_or(title)
        .to_owned()
}

/// Whether a line is the path of sections that leads to the article: `Home > World > Europe`.
pub(super) fn is_path(text: &str) -> bool {
    [" > ", " » ", " › ", " ▸ ", " → "]
        .iter()
        .any(|mark| text.contains(mark))
        || [
            "Home ",
            "Startseite ",
            "Accueil ",
            "Inicio ",
            "Forside ",
            "Hem ",
            "Haberler ",
            "Главная ",
            "Anasayfa ",
        ]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Whether a line only names its section and its people: `Politik · Ada Lindqvist, Tom Hare`.
pub(in crate::extract::scrape) fn names_people(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    let authors = crate::extract::byline::parse(text).authors;
    // Names may follow each other with nothing between.
    if authors.len() < 2 && !text.contains([',', '·', '|', '•']) {
        return false;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let named: usize = authors.iter().map(|name| letters(name)).sum();
    let known = authors.iter().all(|name| {
        name.split_once(' ')
            .is_some_and(|(first, _)| crate::extract::byline::is_first_name(first))
    });
    !authors.is_empty() && known && named * 2 > letters(text)
}

/// The longer words of a line, in lower case; of dense scripts, pairs of characters.
pub(super) fn content_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).flat_map(|word| {
        let chars: Vec<char> = word.chars().take(200).collect();
        if chars.iter().any(|c| {
            crate::extract::scrape::block::is_dense(*c) || matches!(c, '\u{ac00}'..='\u{d7af}')
        }) {
            return chars
                .windows(2)
                .map(|pair| pair.iter().collect())
                .collect::<Vec<String>>();
        }
        if chars.len() >= 4
            || chars
                .first()
                .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
                && chars.len() >= 2
        {
            vec![chars.iter().flat_map(|c| c.to_lowercase()).collect()]
        } else {
            Vec::new()
        }
    })
}

/// The beginning of a longer word, marked, by which its forms meet: `government` and `governor's` do not, `regiert` and `regieren` do.
pub(super) fn stem(word: &str) -> Option<String> {
    let (end, _) = word.char_indices().nth(5)?;
    Some(format!("~{}", &word[..end]))
}
