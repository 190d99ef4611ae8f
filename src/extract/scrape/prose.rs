//! How much a line reads like running text.

use std::sync::LazyLock;

use crate::extract::scrape::block::is_dense;
use crate::text::fold::small_into;
use crate::text::quick::QuickSet;

/// Words that prose cannot do without and navigation can, of some thirty languages.
const FUNCTION_WORDS: &str = "the of and to in that is was for it with as his her he she be on by at from are this have had not but were they which or an has their its been who will would said after when than about into more \
der die das und ist nicht von zu den mit sich des auf für im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sagte \
de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son aux été elle ont cette mais ou leur nous ses selon était \
el los las una por con para su al lo como más pero sus le ya este entre porque esta cuando muy sin sobre también me hasta hay donde han quien desde fue ha según \
o os da do dos das em um uma não na no se mais as foi ao ele tem seu sua ou ser quando muito nos já também pelo pela até isso ela entre era depois sem mesmo aos que \
il di che è per della sono non con si del nel dei alla più ma anche le gli ha delle dal questo come cui \
van het een dat niet te zijn met voor op aan er maar om ook dan zij bij nog naar heeft hebben deze door over ze uit wordt worden werd \
og det som på av til er han var ikke at har men om den jeg seg vi skal sig kan blir ble blev efter etter \
att som är för inte med den till av ett har jag hon sig så från men också \
ja on ei se että oli hän mutta kun myös ovat joka sen mukaan \
w i na z się do nie że jest o jak po co dla przez ale są od tym za był oraz jego ich \
v a se na je že s z do o k i ale by po od za to jako jsou který která pro také \
és a az hogy nem is egy ez volt de meg el már csak mint \
și în a cu nu este din care la pe pentru mai au sunt fost dar \
i u je se na da su za od ne kao što koji će bi iz sa ali samo \
dhe të në e për me një që nga është se ka si do më ky kjo por janë ishte \
ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ama ne var oldu \
и в не на что он с как это по но из у за от так же для его к о бы был она мы вы все при или до также может \
і в на що з не як до за це та від про але або його вона був які він \
και το να του η της με που για την τον από στο είναι θα δεν στην τα \
yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh ke adalah juga telah sudah kepada karena \
và của là có được cho trong với không một các người này đã những khi đến từ cũng \
في من على إلى أن التي الذي عن مع هذا هذه كان وقال بعد ما لا قد كما بين ولم \
در به از که این را با است برای آن یک های می بود شد کرد \
של את על לא זה הוא עם כי גם היא אל \
के में की है और से का को पर ने यह कि एक हैं भी नहीं था \
na ya wa kwa katika ni za la kuwa huo hiyo ku nga uma kanti ukuthi ngoba kodwa lo le \
og að er í á sem ekki til hann við var um með en það af \
ir yra tai kad su bet kaip iš už buvo jis dėl \
un ir ka par no ar bija viņš arī uz \
ja on et ei see oli kui ning ka";

/// Bytes of the longest word that is looked up.
const LONGEST_FUNCTION_WORD: usize = 14;

static FUNCTION: LazyLock<QuickSet<&'static str>> =
    LazyLock::new(|| FUNCTION_WORDS.split_whitespace().collect());

/// Whether the word, as printed in lower case, is one that prose cannot do without.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION.contains(word)
}

/// What can be counted in a line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prose {
    /// Characters, those of dense scripts counting for two and a half.
    pub(super) length: f32,
    /// Words; a run of a dense script counts by its characters.
    pub(super) words: f32,
    /// Share of words that are function words.
    pub(super) function: f32,
    /// Share of words that begin in lower case.
    pub(super) lower: f32,
    /// Commas and their like.
    pub(super) commas: f32,
    /// Sentences that end before the line does.
    pub(super) inner: f32,
    /// Share of characters that are digits.
    pub(super) digits: f32,
    /// Whether it ends as sentences do.
    pub(super) ended: bool,
    /// Whether all its letters are capitals.
    pub(super) shouted: bool,
    /// How much it is prose, 0 to 1.
    pub(super) score: f32,
}

/// Counts a line; linear in its length.
pub(super) fn measure(line: &str) -> Prose {
    let mut prose = Prose::default();
    let (chars, dense) = count_characters(line, &mut prose);
    let (mut words, mut function, mut lower, mut cased) = (0u32, 0u32, 0u32, 0u32);
    let mut folded = String::new();
    for word in line.split_whitespace() {
        let bare = bare(word);
        let Some(first) = bare.chars().next() else {
            continue;
        };
        words += 1;
        lower += u32::from(first.is_lowercase());
        cased += u32::from(first.is_lowercase() || first.is_uppercase());
        if bare.len() <= LONGEST_FUNCTION_WORD {
            folded.clear();
            small_into(bare, &mut folded);
            function += u32::from(FUNCTION.contains(folded.as_str()));
        }
    }
    let words = words as f32;
    prose.length = chars + 1.5 * dense;
    prose.words = words + dense / 2.0;
    prose.ended = is_ended(line);
    let mostly_dense = dense * 2.0 > chars;
    prose.function = if mostly_dense {
        0.3
    } else {
        function as f32 / words.max(1.0)
    };
    prose.lower = if cased == 0 {
        0.7
    } else {
        lower as f32 / words.max(1.0)
    };
    let length = (prose.length / 140.0).min(1.0);
    let ended = if prose.ended { 1.0 } else { 0.0 };
    prose.score =
        0.5 * length + 0.25 * ended + 0.25 * (prose.function / 0.35).min(1.0) * length.sqrt();
    prose
}

/// Counts what single characters tell; returns all of them, and those of dense scripts.
fn count_characters(line: &str, prose: &mut Prose) -> (f32, f32) {
    let (mut chars, mut dense, mut digits, mut upper) = (0u32, 0u32, 0u32, 0u32);
    let (mut commas, mut inner) = (0u32, 0u32);
    let mut any_lower = false;
    let mut before = ' ';
    // Whether the character before is of lower case.
    let mut after_lower = false;
    let mut end_seen = false;
    for c in line.chars() {
        chars += 1;
        let is_lower = c.is_lowercase();
        any_lower |= is_lower;
        dense += u32::from(!c.is_ascii() && is_dense(c));
        if is_lower {
            end_seen = false;
        } else {
            digits += u32::from(c.is_ascii_digit());
            upper += u32::from(c.is_uppercase());
            commas += u32::from(matches!(c, ',' | '،' | '、' | '，' | ';' | '؛'));
            inner += u32::from(end_seen && c.is_whitespace() && before != ' ');
            if !matches!(c, '"' | '”' | '’' | '»' | ')') {
                let full = matches!(c, '。' | '！' | '？');
                inner += u32::from(full);
                end_seen = full || (after_lower && matches!(c, '.' | '!' | '?' | '؟' | '।'));
            }
        }
        after_lower = is_lower;
        before = c;
    }
    prose.commas = commas as f32;
    prose.inner = inner as f32;
    prose.digits = digits as f32 / (chars as f32).max(1.0);
    prose.shouted = upper >= 3 && !any_lower;
    (chars as f32, dense as f32)
}

/// The word without the marks around it.
fn bare(word: &str) -> &str {
    let bytes = word.as_bytes();
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if plain(bytes.first()) && plain(bytes.last()) {
        return word;
    }
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether the line ends as sentences do, closing quotes and brackets aside.
pub(super) fn is_ended(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '”' | '“' | '’' | '\'' | '»' | '«' | ')' | ']' | '」' | '』'
            )
    });
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '។', '։']) && !bare.is_empty()
}
