//! Groups of forms that stand for each other, and the notation of their tables.
//!
//! A group is a line of forms as the index has them, folded, parted by blanks. `_` parts the words of a form; `*` stands for the form
//! and the form with an `s`; what begins with `>` is only added, what begins with `<` only asks for the others.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::article::COUNTRIES;
use crate::search::ExpansionKind;
use crate::search::plan::variants::acronyms::ACRONYMS;
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
    lines: Vec<(ExpansionKind, &'static str)>,
    /// Forms that ask, each with the number of its line, sorted.
    asking: Vec<(Form, usize)>,
}

/// A form as it is written in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    /// Without the signs.
    bare: &'static str,
    /// Whether it stands for itself with an `s` as well.
    plural: bool,
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| {
    let tables = [
        (ExpansionKind::Country, &COUNTRIES[..]),
        (ExpansionKind::Acronym, &ACRONYMS[..]),
        (ExpansionKind::Name, &NAMES[..]),
        (ExpansionKind::Number, &WIRE[..]),
    ];
    let lines = tables.iter().flat_map(|(kind, lines)| {
        let lines = lines.iter();
        lines.map(|line| (*kind, *line))
    });
    let lines: Vec<(ExpansionKind, &'static str)> = lines.collect();
    let mut asking = Vec::with_capacity(2_048);
    for ((_, line), number) in lines.iter().zip(0..) {
        let asks = line.split(' ').filter(|written| !written.starts_with('>'));
        asking.extend(asks.map(|written| (Form::of(written), number)));
    }
    asking.sort_unstable();
    Groups { lines, asking }
});

impl Form {
    fn of(written: &'static str) -> Self {
        let bare = written.trim_start_matches(['<', '>']);
        match bare.strip_suffix('*') {
            Some(bare) => Self { bare, plural: true },
            None => Self {
                bare,
                plural: false,
            },
        }
    }

    /// What it stands for.
    fn texts(self) -> impl Iterator<Item = Cow<'static, str>> {
        let several = self.plural.then(|| Cow::Owned(format!("{}s", self.bare)));
        std::iter::once(Cow::Borrowed(self.bare)).chain(several)
    }
}

impl Groups {
    /// The lines in which `asked` asks for the others, in their order.
    fn of(&self, asked: &str) -> Vec<usize> {
        let same = |bare: &str, plural: Option<bool>| {
            let from = self.asking.partition_point(|(form, _)| form.bare < bare);
            let same = self.asking[from..].iter();
            let bare = bare.to_owned();
            same.take_while(move |(form, _)| form.bare == bare)
                .filter(move |(form, _)| plural.is_none_or(|plural| form.plural == plural))
                .map(|(_, line)| *line)
        };
        let mut lines: Vec<usize> = same(asked, None).collect();
        if let Some(single) = asked.strip_suffix('s') {
            lines.extend(same(single, Some(true)));
        }
        lines.sort_unstable();
        lines
    }
}

/// The forms that stand for `asked` (its words joined by `_`), and why; none where no table knows it.
pub(super) fn beside(asked: &str) -> impl Iterator<Item = (ExpansionKind, Cow<'static, str>)> {
    let groups = &*GROUPS;
    groups.of(asked).into_iter().flat_map(move |line| {
        let (kind, line) = groups.lines[line];
        let added = line.split(' ').filter(|written| !written.starts_with('<'));
        let forms = added.flat_map(|written| Form::of(written).texts());
        let others = forms.filter(move |form| form != asked);
        others.map(move |form| (kind, form))
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
