//! Groups of forms that stand for each other, and the notation of their tables.
//!
//! A group is a line of forms as the index has them, folded, parted by blanks. `_` parts the words of a form; `*` stands for the form
//! and the form with an `s`; what begins with `>` is only added, what begins with `<` only asks for the others.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::search::ExpansionKind;
use crate::search::plan::variants::acronyms::ACRONYMS;
use crate::search::plan::variants::countries::COUNTRIES;
use crate::search::plan::variants::names::NAMES;

/// What stands for a word behind a number in wire copy; inside quotes as well.
const WIRE: [&str; 5] = [
    "percent per_cent pct",
    "million mln",
    "billion bln",
    "trillion trln",
    "dollar* dlr*",
];

/// The most words of a form that is asked for.
pub(super) const LONGEST: usize = 6;

/// The groups, and in which of them a form asks for the others.
struct Groups {
    lines: Vec<(ExpansionKind, Vec<Form>)>,
    asking: HashMap<String, Vec<usize>>,
}

struct Form {
    text: String,
    /// Whether it is added where another form of the group is asked.
    added: bool,
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| {
    let mut groups = Groups {
        lines: Vec::new(),
        asking: HashMap::new(),
    };
    let tables = [
        (ExpansionKind::Country, &COUNTRIES[..]),
        (ExpansionKind::Acronym, &ACRONYMS[..]),
        (ExpansionKind::Name, &NAMES[..]),
        (ExpansionKind::Number, &WIRE[..]),
    ];
    for (kind, lines) in tables {
        for line in lines {
            groups.add(kind, line);
        }
    }
    groups
});

impl Groups {
    fn add(&mut self, kind: ExpansionKind, line: &str) {
        let mut forms = Vec::new();
        for written in line.split(' ') {
            let bare = written.trim_start_matches(['<', '>']);
            let (bare, plural) = match bare.strip_suffix('*') {
                Some(bare) => (bare, true),
                None => (bare, false),
            };
            let several = plural.then(|| format!("{bare}s"));
            for text in std::iter::once(bare.to_owned()).chain(several) {
                if !written.starts_with('>') {
                    let lines = self.asking.entry(text.clone()).or_default();
                    lines.push(self.lines.len());
                }
                let added = !written.starts_with('<');
                forms.push(Form { text, added });
            }
        }
        self.lines.push((kind, forms));
    }
}

/// The forms that stand for `asked` (its words joined by `_`), and why; none where no table knows it.
pub(super) fn beside(asked: &str) -> impl Iterator<Item = (ExpansionKind, &'static str)> {
    let lines = GROUPS.asking.get(asked).map_or(&[][..], Vec::as_slice);
    lines.iter().flat_map(move |&line| {
        let (kind, forms) = &GROUPS.lines[line];
        let others = forms
            .iter()
            .filter(move |form| form.added && form.text != asked);
        others.map(|form| (*kind, form.text.as_str()))
    })
}

/// Spellings of given names that are one, for telling people apart; as words of a query they are too common to stand for each other.
const GIVEN: [&str; 14] = [
    "benjamin binyamin benyamin",
    "vladimir wladimir",
    "alexander aleksandr alexandr aleksander",
    "sergei sergey serguei sergej",
    "mikhail michail mihail",
    "yevgeny evgeny evgeni yevgeni evgenii",
    "dmitry dmitri dmitrii dmitriy",
    "yuri yury juri iouri",
    "andrei andrey andrej",
    "nikolai nikolay nicolai",
    "alexei aleksei alexey aleksey",
    "mahmoud mahmud",
    "yasser yasir yassir",
    "osama usama",
];

static SPELLINGS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = NAMES.iter().chain(&GIVEN);
    let forms = lines.flat_map(|line| {
        let mut forms = line
            .split(' ')
            .map(|form| form.trim_matches(['<', '>', '*']));
        let first = forms.next().unwrap_or_default();
        forms.map(move |form| (form, first))
    });
    forms.collect()
});

/// One spelling for all that a name has in the news; words are joined by `_`.
pub(in crate::search) fn one_spelling(name: &str) -> &str {
    SPELLINGS.get(name).copied().unwrap_or(name)
}
