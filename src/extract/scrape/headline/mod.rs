//! The title among the lines above a body: navigation, kickers, deks and lists of other stories stand beside it.

mod line;

use std::collections::HashSet;

use crate::extract::boilerplate::Boilerplate;
use crate::extract::scrape::block::Block;
use crate::extract::scrape::day;
use crate::extract::scrape::features::Traits;
use crate::extract::scrape::names::{
    has_date, is_name, is_no_name, is_opener_alone, is_photo_label, names_of,
};
use crate::extract::{byline, dateline, title};

use line::{content_words, is_clocked, is_joining, is_length, is_path, is_source_of_picture, stem};
pub(super) use line::{names_people, parted, with_kicker};

/// Characters that the shortest headline above a long dek has, in any script.
const SHORTEST_HEAD: usize = 10;

/// How a line fares as the title, given the lines of the body.
pub(super) struct TitleSearch<'a> {
    pub(super) blocks: &'a [Block],
    pub(super) traits: &'a [Traits],
    /// First line of the body.
    pub(super) body: usize,
    /// Which lines are of the body.
    pub(super) flags: &'a [bool],
    /// The page's own title where the dump printed it: the line after the first, or one with the site's name cut off.
    pub(super) stated: Option<&'a str>,
    /// The line that the dump opens with, which begins with the site's name.
    pub(super) site: Option<&'a str>,
    /// Which lines sign a title: a byline, a date, or both in one.
    pub(super) signs: Vec<bool>,
    /// Lines with a bar in them, which may be the title with the site's name.
    pub(super) echoes: Vec<&'a str>,
    /// Lines of rights, which name the owner.
    pub(super) rights: Vec<&'a str>,
}

impl<'a> TitleSearch<'a> {
    /// A search among these lines, of which those flagged are the body.
    pub(super) fn new(
        blocks: &'a [Block],
        traits: &'a [Traits],
        flags: &'a [bool],
        stated: Option<&'a str>,
        site: Option<&'a str>,
    ) -> Self {
        let body = flags.iter().position(|is| *is).unwrap_or(blocks.len());
        let echoes = blocks
            .iter()
            .map(|block| block.text.as_str())
            .filter(|text| text.len() < 400)
            .filter(|text| {
                [" - ", " | ", " – ", " — ", " :: "]
                    .iter()
                    .any(|bar| text.contains(bar))
            })
            .take(64)
            .collect();
        let rights = blocks
            .iter()
            .map(|block| block.text.as_str())
            .filter(|text| text.len() < 240 && (text.contains('©') || text.contains("opyright")))
            .take(16)
            .collect();
        let until = (body + 12).min(blocks.len());
        let signs = (0..blocks.len())
            .map(|at| {
                let text = blocks[at].text.as_str();
                traits[at].byline
                    || traits[at].date
                    || is_opener_alone(text)
                    || at < until
                        && at + 400 > until
                        && text.len() <= 120
                        && has_date(text)
                        && (names_of(text, true) || day::is_labelled(text))
            })
            .collect();
        Self {
            blocks,
            traits,
            body,
            flags,
            stated,
            site,
            signs,
            echoes,
            rights,
        }
    }

    /// The line that is the title; `None` where none fits.
    pub(super) fn best(&self) -> Option<usize> {
        let last = (self.body + 2).min(self.blocks.len());
        let first = last.saturating_sub(400);
        let words = self.body_words();
        let (score, at) = (first..last)
            .filter_map(|at| Some((self.score(at, &words)?, at)))
            .filter(|(score, _)| *score > 2.0)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
        let at = self.above_dek(at, score, &words);
        // The path of sections with the title at its end, or a kicker with it in one line: the title stands beside it by itself.
        let near = at.saturating_sub(6)..(at + 4).min(last);
        let text = self.blocks[at].text.as_str();
        let bare = near.into_iter().find(|other| {
            let own = self.blocks[*other].text.as_str();
            own.len() < text.len()
                && own.len() >= 24
                && own.len() * 3 > text.len()
                && (text.ends_with(own)
                    || text.starts_with(own)
                    || own.len() * 2 > text.len() && text.contains(own))
                && self.score(*other, &words).is_some()
        });
        let at = bare.unwrap_or(at);
        Some(self.whole(at).unwrap_or_else(|| self.signed_copy(at)))
    }

    /// The first printing of a title with its byline below, where a gallery or a video repeats it.
    fn signed_copy(&self, at: usize) -> usize {
        if self.signature(at) > 0.0 {
            return at;
        }
        let text = self.blocks[at].text.as_str();
        (at.saturating_sub(80)..at)
            .find(|other| {
                self.is_headline(*other)
                    && self.signature(*other) > 1.0
                    && !self.blocks[*other].text.starts_with(['>', '»', '›'])
                    && title::likeness(&self.blocks[*other].text, text) > 0.8
            })
            .unwrap_or(at)
    }

    /// The title above a line that may be its dek, or the line itself.
    fn above_dek(&self, at: usize, score: f32, words: &HashSet<String>) -> usize {
        // A dek shares more with the body than its title does: the title is the shorter line right above it.
        let line = &self.traits[at];
        let sentence = line.prose.ended || line.prose.length > 90.0;
        let margin: f32 = if sentence { 3.5 } else { 2.0 };
        let dek = self.is_signed(at);
        let unlike = |text: &str| {
            self.stated
                .is_none_or(|stated| title::likeness(stated, text) < 0.45)
        };
        let mut best: Option<(f32, usize)> = None;
        for above in (at.saturating_sub(2)..at).rev() {
            let own = &self.traits[above].prose;
            if self.blocks[above].bullet && !self.blocks[at].bullet {
                continue;
            }
            // Four headlines in a row are a list.
            let listed = (above.saturating_sub(1)..=at).all(|line| self.is_headline(line));
            if above + 1 < at && listed && !dek {
                continue;
            }
            // A line as long as this is a dek without its full stop.
            let short = dek
                && above + 1 == at
                && line.prose.length >= 76.0
                && (10.0..=60.0).contains(&own.length)
                && own.words >= 3.0
                && self.blocks[above]
                    .text
                    .chars()
                    .nth(SHORTEST_HEAD - 1)
                    .is_some()
                && !is_no_name(&self.blocks[above].text)
                && own.length * 1.6 < line.prose.length
                && !own.shouted
                && !own.ended
                && self.traits[above].boilerplate.is_none()
                && self.traits[above].copies < 4
                && !self.blocks[above].text.ends_with(':')
                && !self.blocks[at].text.contains(&self.blocks[above].text);
            let headed = dek
                && above + 1 == at
                && own.words >= 4.0
                && own.length < line.prose.length * 1.2
                && self.is_headline(above)
                && !self.blocks[above].bullet
                && self.traits[above].copies < 4
                && !self.blocks[above].text.contains(&self.blocks[at].text)
                && !self.blocks[at].text.contains(&self.blocks[above].text);
            // A dek shorter than its headline.
            let over = dek
                && above + 1 == at
                && self.is_headline(above)
                && !self.blocks[above].bullet
                && self.traits[above].copies < 4
                && own.length >= 32.0
                && own.length > line.prose.length * 1.1
                && own.length < line.prose.length * 2.2;
            let margin = match (short, headed) {
                (true, _) => 8.0,
                (_, true) => margin.max(3.0),
                _ if over => 1.0,
                // A line with its byline right below is no dek of a line further up.
                _ if dek && above + 1 < at => margin.min(if sentence { 1.2 } else { 0.8 }),
                _ => margin,
            };
            let heads = headed
                || short
                || over
                || (own.length >= 24.0 || above == 0 && self.stated.is_some())
                    && own.words >= 3.0
                    && (sentence || line.prose.length > 45.0)
                    && own.length < line.prose.length * if sentence { 1.2 } else { 3.0 }
                    && (!own.ended || self.blocks[above].text.ends_with(['?', '!']))
                    && !self.blocks[above].text.ends_with(':')
                    && !self.blocks[above].text.contains(&self.blocks[at].text)
                    && (above > 0 || self.stated.is_none() || unlike(&self.blocks[at].text));
            let Some(other) = heads.then(|| self.score(above, words)).flatten() else {
                continue;
            };
            if other > score - margin && best.is_none_or(|(known, _)| other > known - 0.5) {
                best = Some((other, above));
            }
        }
        best.map_or(at, |(_, above)| above)
    }

    fn body_words(&self) -> HashSet<String> {
        let mut words = HashSet::new();
        let lines = self.blocks.iter().zip(self.flags).skip(self.body);
        for (block, _) in lines.filter(|(_, body)| **body).take(40) {
            for word in content_words(&block.text).take(400) {
                if let Some(stem) = stem(&word) {
                    words.insert(stem);
                }
                words.insert(word);
            }
        }
        words
    }

    fn score(&self, at: usize, words: &HashSet<String>) -> Option<f32> {
        let (block, line) = (&self.blocks[at], &self.traits[at]);
        let length = line.prose.length;
        let known = matches!(
            line.boilerplate,
            Some(
                Boilerplate::Label
                    | Boilerplate::Related
                    | Boilerplate::ReadMore
                    | Boilerplate::Footer
                    | Boilerplate::Consent
            )
        );
        if !(10.0..=320.0).contains(&length)
            || line.prose.words < 2.0
            || known
            || line.date
            || line.byline
            || line.credit
        {
            return None;
        }
        // A name alone, a promise of a newsletter or a caption with its credit below is no title.
        let named = line.prose.words <= 4.0
            && self
                .stated
                .is_none_or(|stated| title::likeness(stated, &block.text) < 0.5)
            && is_name(block.text.trim_end_matches([' ', '/', '|', ',']))
            && (line.prose.words < 3.0
                || block
                    .text
                    .split(' ')
                    .next()
                    .is_some_and(byline::is_first_name));
        let captioned = self.traits.get(at + 1).is_some_and(|next| next.credit) || line.caption;
        let pictured = self
            .blocks
            .get(at + 1)
            .is_some_and(|next| is_photo_label(&next.text));
        let captioned = captioned || line.copies > 1 && self.is_captioned_copy(at);
        // A dateline opens a body, and an address or a list of people is no headline.
        if block.text.contains("://")
            || line.prose.length < 300.0 && dateline::parse(&block.text).is_some()
            || names_people(&block.text)
            || is_source_of_picture(&block.text)
        {
            return None;
        }
        let promised = line.boilerplate == Some(Boilerplate::Newsletter) && length < 120.0;
        let stamped = self.is_stamp(at);
        if named
            || promised
            || stamped
            || block
                .text
                .starts_with([',', '.', ';', ')', '/', '>', '|', ':'])
        {
            return None;
        }
        if at >= self.body
            && (line.prose.ended && length > 90.0
                || at > self.body && length > 160.0 && !self.is_signed(at))
        {
            return None;
        }
        let mut score = 0.0;
        let signature = self.signature(at);
        let own: Vec<String> = content_words(&block.text).collect();
        let held = own.iter().filter(|word| words.contains(*word)).count();
        score += 3.0 * held as f32 / own.len().max(3) as f32 + 0.2 * held.min(6) as f32;
        let akin = || {
            own.iter()
                .filter_map(|word| stem(word))
                .any(|stem| words.contains(&stem))
        };
        // What the article never speaks of is of the page.
        if held == 0 && own.len() >= 2 && !words.is_empty() && !akin() {
            // A byline right below vouches for it, where the body was found elsewhere.
            score -= if signature >= 2.0 { 0.6 } else { 1.2 };
        }
        score += ((length - 10.0) / 40.0).clamp(0.0, 1.5);
        if let Some(stated) = self.stated {
            score += 6.0 * title::likeness(stated, &block.text);
        }
        // Navigation stands far from the body, the title near.
        let far = self.body.saturating_sub(at) as f32;
        score += 2.5 - (far / 6.0).min(3.5);
        if at >= self.body {
            score -= 2.0;
        }
        // Below the text's first paragraph stands a subhead.
        if at > self.body && signature < 1.0 && self.traits[at - 1].prose.score > 0.85 {
            score -= 1.5;
        }
        if line.copies == 2 || line.copies == 3 {
            score += 0.7;
        }
        if length >= 24.0 && line.prose.words >= 4.0 && line.copies == 1 && self.is_after_path(at) {
            score += 1.2;
        }
        let ends_within = block.text.rsplit(' ').next().is_some_and(is_joining);
        if ends_within {
            score -= 2.0;
        }
        if is_clocked(&block.text) {
            score -= 2.5;
        }
        if self.is_piece(at) {
            score -= 3.0;
        }
        if signature == 0.0 && line.copies == 1 && self.is_listed(at) {
            score -= 1.0;
        }
        if line.prose.inner >= 1.0 && length > 120.0 {
            score -= 2.5;
        }
        if line.prose.ended && length > 110.0 && block.text.ends_with('.') {
            score -= 1.0;
        }
        // A film's name stands above its length, the owner's beside the rights.
        let timed = self
            .blocks
            .iter()
            .skip(at + 1)
            .take(2)
            .any(|block| is_length(&block.text));
        if timed {
            score -= 2.0;
        }
        let beside = [at.checked_sub(1), Some(at + 1)];
        if beside.into_iter().flatten().any(|other| {
            self.blocks
                .get(other)
                .is_some_and(|block| block.text.len() <= 120 && block.text.contains('©'))
        }) && self.signature(at) < 1.0
        {
            score -= 2.0;
        }
        let named_often = line.copies >= 3 && line.prose.words <= 4.0 && line.prose.lower < 0.01;
        if self.is_owner(&block.text) || named_often {
            score -= if line.copies >= 4 { 3.0 } else { 2.0 };
        }
        if block.bullet {
            score -= 2.5;
        }
        if block
            .text
            .trim_end_matches(['"', '”', '»', '’'])
            .ends_with(['.', ':', ';', ','])
        {
            score -= if length > 160.0 { 2.7 } else { 2.0 };
        } else if line.prose.length > 140.0 {
            score -= 1.3;
        }
        if block.text.contains("www.") || block.text.starts_with(['"', '“', '«']) && length > 100.0
        {
            score -= 1.5;
        }
        if line.caption {
            score -= 1.5;
        }
        if captioned || block.text.starts_with(|c: char| c.is_lowercase()) {
            score -= 2.0;
        }
        if pictured {
            score -= 3.0;
        }
        if is_path(&block.text) || block.text.matches("/ ").count() >= 2 {
            score -= 2.5;
        }
        if length < 40.0 && self.is_site(&block.text) {
            score -= 3.0;
        }
        // Below the header a line is a caption or a subhead, not the title.
        let before = &self.traits[at.saturating_sub(5)..at];
        let from = at.saturating_sub(5);
        let opens_text = self.opens_text(at);
        if opens_text {
            score += 0.8;
        } else if before.iter().any(|line| line.byline)
            || self.blocks[from..at]
                .iter()
                .any(|block| is_opener_alone(&block.text))
        {
            // With a byline of its own it heads the story below the other.
            score -= if signature >= 1.0 { 1.0 } else { 2.0 };
        }
        let pointed = before.iter().rev().take(3).any(|line| {
            matches!(
                line.boilerplate,
                Some(Boilerplate::Related | Boilerplate::ReadMore)
            )
        });
        if pointed {
            score -= if signature >= 1.0 { 0.3 } else { 1.0 };
        }
        if line.prose.ended && line.prose.function > 0.2 && !block.text.ends_with(['?', '!']) {
            score -= 1.0;
        }
        if before.iter().any(|line| line.prose.score > 0.85) {
            score -= 0.8;
        }
        let told = self.traits[at.saturating_sub(7)..at]
            .iter()
            .filter(|line| line.prose.score > 0.6 && line.prose.ended && line.prose.words >= 8.0)
            .count();
        let headed = self.signs[at.saturating_sub(12)..at].contains(&true);
        if told >= 2 && headed {
            score -= 1.5;
        }
        if at == 0 && self.stated.is_some() {
            // The line that the dump opens with is the page's title for browsers: the headline itself may read otherwise.
            score -= 1.5;
        }
        if line.copies >= 4 && length < 40.0 {
            score -= 1.5;
        }
        let opens = at == 0 && self.stated.is_some();
        if !opens && self.is_kicker(at) {
            score -= 2.0;
        }
        if self.is_echoed(at) {
            score += 2.0;
        }
        if block.text.contains(" | ") {
            score -= 0.7;
        }
        let dated = self.traits[at.saturating_sub(12)..at]
            .iter()
            .any(|line| line.date || line.byline);
        if dated && !opens && !opens_text {
            score -= 1.0;
        }
        Some(score + signature)
    }
}
