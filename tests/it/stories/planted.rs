//! Stories made up for the purpose: each in several copies, as outlets print them, and texts that share a template alone.

/// An article and the story it tells.
#[derive(Clone, Debug)]
pub(crate) struct Planted {
    /// Articles of the same number are copies.
    pub(crate) story: usize,
    /// How it came about.
    pub(crate) kind: &'static str,
    pub(crate) outlet: &'static str,
    pub(crate) title: String,
    pub(crate) body: String,
}

/// Stories of each length.
const STORIES: usize = 12;
/// Texts of each template.
const OF_TEMPLATE: usize = 16;

const OUTLETS: &[&str] = &[
    "The Harbour Post",
    "Valley News",
    "The Courier",
    "Morning Star",
];
const NAMES: &[&str] = &[
    "Ana Kola",
    "Peter Lund",
    "Mira Dass",
    "Tom Okoro",
    "Elena Rusu",
    "Jan Novik",
    "Sara Bent",
    "Luis Prado",
    "Ines Falk",
    "Omar Haddad",
    "Ruth Weller",
    "Karl Stein",
    "Nora Quist",
    "Ivo Marin",
];
const PLACES: &[&str] = &[
    "Westport",
    "Hollin",
    "Karsk",
    "Lower Dene",
    "Tarrow",
    "Saint Brice",
    "Vello",
    "Ostby",
    "Marlow",
    "Quay Hill",
    "Brenn",
    "Aldersea",
    "Pinto",
    "Northam",
    "Greyfield",
    "Sund",
];
const BODIES: &[&str] = &[
    "the port authority",
    "the teachers' union",
    "the county court",
    "the water board",
    "the regional hospital",
    "the railway company",
    "the fishing fleet",
    "the city council",
    "the labour ministry",
    "the harbour police",
    "the dairy cooperative",
    "the museum trust",
];
const ACTS: &[&str] = &[
    "rejected the plan to close",
    "agreed to rebuild",
    "asked for an inquiry into",
    "put off the vote about",
    "defended the price paid for",
    "warned of cracks in",
    "signed a lease on",
    "sued the former owners of",
    "opened the books of",
    "promised more staff at",
];
const THINGS: &[&str] = &[
    "the old grain terminal",
    "the coast road",
    "the children's ward",
    "the swing bridge",
    "the ferry to the islands",
    "the night train",
    "the reservoir above the town",
    "the technical school",
    "the fish market",
    "the east quay",
    "the glass works",
    "the archive",
];
const REASONS: &[&str] = &[
    "because the money had run out before the summer",
    "after months of talks behind closed doors",
    "although nobody had been asked",
    "while the other side called it theatre",
    "on the advice of engineers from abroad",
    "since the colour of the water had changed",
    "as the harvest was better than feared",
    "despite a petition that filled four boxes",
    "to the surprise of its own lawyers",
    "for the second time in a decade",
];

/// Numbers that look random and are always the same.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    pub(crate) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

pub(crate) fn sentence(dice: &mut Dice) -> String {
    let number = dice.below(9_000) + 100;
    let (name, place, who) = (dice.pick(NAMES), dice.pick(PLACES), dice.pick(BODIES));
    let (act, thing, why) = (dice.pick(ACTS), dice.pick(THINGS), dice.pick(REASONS));
    match dice.below(6) {
        0 => format!("In {place}, {who} {act} {thing} {why}."),
        1 => format!("{name} said {who} {act} {thing}, {why}."),
        2 => format!("About {number} people in {place} depend on {thing}, according to {name}."),
        3 => format!(
            "\"We never {act} anything,\" said {name} of {who}; {thing} was \"another matter\"."
        ),
        4 => format!(
            "The bill for {thing} came to {number} crowns {why}, and {place} pays a third of it."
        ),
        _ => format!(
            "{who} {act} {thing} near {place} {why}, {name} wrote in a letter of {number} words."
        ),
    }
}

fn paragraphs(dice: &mut Dice, count: usize) -> Vec<String> {
    (0..count)
        .map(|_| {
            (0..2 + dice.below(2))
                .map(|_| sentence(dice))
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

fn title(dice: &mut Dice) -> String {
    let (place, act, thing) = (dice.pick(PLACES), dice.pick(ACTS), dice.pick(THINGS));
    format!("{place} {act} {thing}")
}

/// All of them.
pub(crate) fn all() -> Vec<Planted> {
    made(&TEMPLATES[..9])
}

/// The same, with what else is made from templates.
pub(crate) fn with_all_templates() -> Vec<Planted> {
    made(TEMPLATES)
}

fn made(templates: &[Template]) -> Vec<Planted> {
    let mut planted = Vec::new();
    for story in 0..STORIES * 2 {
        let mut dice = Dice::new(story as u64 + 1);
        let count = if story < STORIES { 5 } else { 14 };
        copies(story, &mut dice, count, &mut planted);
    }
    for (number, template) in templates.iter().enumerate() {
        for at in 0..OF_TEMPLATE {
            let mut dice = Dice::new((number * 1_000 + at + 77) as u64);
            let (title, body) = template(&mut dice, at);
            planted.push(Planted {
                story: 100_000 + number * 1_000 + at,
                kind: "template",
                outlet: dice.pick(OUTLETS),
                title,
                body,
            });
        }
    }
    planted
}

/// A story as it was first printed, and what others made of it.
fn copies(story: usize, dice: &mut Dice, count: usize, planted: &mut Vec<Planted>) {
    let whole = paragraphs(dice, count);
    let head = title(dice);
    let other_head = title(dice);
    let tail = paragraphs(&mut Dice::new(story as u64 + 9_000), 1).join(" ");
    let local = paragraphs(&mut Dice::new(story as u64 + 5_000), 1).join(" ");
    let text = whole.join("\n\n");
    let words: Vec<&str> = text.split(' ').collect();
    let edited: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            if at % 31 == 30 {
                "indeed".to_owned()
            } else {
                (*word).to_owned()
            }
        })
        .collect();
    let dropped: Vec<&str> = text
        .split_inclusive(". ")
        .enumerate()
        .filter(|(at, _)| at % 6 != 5)
        .map(|(_, sentence)| sentence)
        .collect();
    let local_first = [vec![local.clone()], whole.clone()].concat();
    let local_inside = [&whole[..2], &[local], &whole[2..]].concat();
    let made = [
        ("whole", text.clone()),
        ("same", text.clone()),
        ("retitled", text.clone()),
        ("cut to two thirds", whole[..count * 2 / 3].join("\n\n")),
        ("cut to a third", whole[..(count / 3).max(2)].join("\n\n")),
        ("first two paragraphs", whole[..2].join("\n\n")),
        ("tail", format!("{text}\n\n{tail}")),
        (
            "slug",
            format!(
                "TARROW, March 3 (Northern Wire) - {text}\n\n(Reporting by A. Writer; editing by B. Desk)"
            ),
        ),
        ("local first", local_first.join("\n\n")),
        ("local inside", local_inside.join("\n\n")),
        (
            "spelling",
            text.replace("labour", "labor")
                .replace("harbour", "harbor")
                .replace("colour", "color")
                .replace('"', "\u{201d}"),
        ),
        ("edited", edited.join(" ")),
        ("sentences dropped", dropped.concat()),
        ("in capitals", text.to_uppercase()),
        (
            "corrected",
            format!(
                "{}\n\nThis article was corrected: the sum was misstated.",
                text.replacen("crowns", "thousand crowns", 1)
            ),
        ),
    ];
    for (at, (kind, body)) in made.into_iter().enumerate() {
        // A long story's first two paragraphs are a brief of their own, unless their title says otherwise.
        let title = if kind == "retitled" || at % 4 == 3 {
            other_head.clone()
        } else {
            head.clone()
        };
        planted.push(Planted {
            story,
            kind,
            outlet: OUTLETS[at % OUTLETS.len()],
            title,
            body,
        });
    }
}

type Template = fn(&mut Dice, usize) -> (String, String);

const TEMPLATES: &[Template] = &[
    weather, market, results, brief, earnings, bank, lottery, court, dividend, notice, exchange,
    auction,
];

fn notice(dice: &mut Dice, at: usize) -> (String, String) {
    let (who, place, age) = (dice.pick(NAMES), dice.pick(PLACES), dice.below(50) + 45);
    let body = format!(
        "{who}, of {place}, formerly of {}, passed away peacefully at home on {} {}, aged {age}, after a short illness. Much loved by the family and missed by all friends. The funeral service will be held at the parish church on {} at {} o'clock, followed by interment in the churchyard. Family flowers only, please. Donations in lieu may be made to the lifeboat fund.",
        PLACES[at],
        dice.pick(&["March", "April", "May"]),
        dice.below(28) + 1,
        dice.pick(&["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        dice.pick(&["ten", "eleven", "one", "two", "three"])
    );
    (format!("Deaths: {who}"), body)
}

fn exchange(dice: &mut Dice, at: usize) -> (String, String) {
    let mut rate = || format!("{}.{:04}", dice.below(9) + 1, dice.below(10_000));
    let body = format!(
        "Exchange rates fixed by the central bank at noon, in crowns for one unit: dollar {}, pound {}, franc {}, mark {}, guilder {}, yen (hundred) {}. The rates are for guidance and not binding on the banks. The next fixing is tomorrow at noon.",
        rate(),
        rate(),
        rate(),
        rate(),
        rate(),
        rate()
    );
    (format!("Exchange rates, fixing {}", at + 1), body)
}

fn auction(dice: &mut Dice, _: usize) -> (String, String) {
    let mut price = || dice.below(90) + 20;
    let body = format!(
        "Average prices for farmer-owned reserves in the week, as given by the ministry of agriculture, in crowns a bushel. Natl wheat {} loan level 55 release level 70 call level 90. Natl maize {} loan level 55 release level 70 call level 90. Natl barley {} loan level 55 release level 70 call level 90. The ministry publishes the averages every week on its own account.",
        price(),
        price(),
        price()
    );
    ("Average prices for reserves".to_owned(), body)
}

fn weather(dice: &mut Dice, at: usize) -> (String, String) {
    let place = PLACES[at];
    let (high, low, wind, rain) = (
        dice.below(30),
        dice.below(15),
        dice.below(60),
        dice.below(100),
    );
    let body = format!(
        "The weather service expects a mixed day in {place} and the country around it. The highest temperature will be {high} degrees in the afternoon, the lowest {low} degrees before sunrise. Winds from the {} reach {wind} kilometres an hour on the coast. The chance of rain is {rain} per cent, mostly towards the evening. The outlook for the following days is unchanged. The next forecast will be published at six in the morning.",
        dice.pick(&["north", "south", "east", "west"])
    );
    (format!("Weather in {place}"), body)
}

fn market(dice: &mut Dice, at: usize) -> (String, String) {
    let (index, change, volume) = (dice.below(4_000) + 6_000, dice.below(300), dice.below(900));
    let body = format!(
        "Shares on the exchange closed {} on {} as traders waited for figures from abroad. The main index ended at {index}.{:02} points, a change of {change} points from the day before. Volume was {volume} million shares. Banks and insurers moved most, dealers said. The crown stood at {}.{:02} to the dollar late in the session. Trading resumes at nine tomorrow. This report is made by our markets desk from the figures of the exchange and is not advice.",
        dice.pick(&["higher", "lower", "mixed"]),
        dice.pick(&["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        dice.below(100),
        dice.below(9) + 3,
        dice.below(100)
    );
    (format!("Markets report {}", at + 1), body)
}

fn results(dice: &mut Dice, at: usize) -> (String, String) {
    let mut body = format!(
        "Results of round {} of the coastal league, with the scorers of the day:\n\n",
        at + 1
    );
    for _ in 0..10 {
        body += &format!(
            "{} {}, {} {} ({})\n",
            dice.pick(PLACES),
            dice.below(6),
            dice.pick(PLACES),
            dice.below(6),
            dice.pick(NAMES)
        );
    }
    body += "\nThe next round is played on Saturday. Tickets are sold at the grounds from noon.";
    ("Coastal league results".to_owned(), body)
}

fn brief(dice: &mut Dice, at: usize) -> (String, String) {
    let news: Vec<String> = (0..5).map(|_| sentence(dice)).collect();
    let body = format!(
        "Good morning. Here is what you need to know today, from our newsroom to your table. Our editors choose the stories that matter, every day before seven.\n\n{}\n\nThat is all for now. If somebody sent you this letter, subscribe to get it every morning. Write to us at any time: we read every letter. See you tomorrow.",
        news.join("\n\n")
    );
    (format!("Morning brief, number {}", at + 1), body)
}

fn earnings(dice: &mut Dice, at: usize) -> (String, String) {
    let (sales, profit, before) = (dice.below(900) + 10, dice.below(90) + 1, dice.below(90) + 1);
    let name = format!("{} Works", PLACES[at]);
    let body = format!(
        "{name} said net profit for the third quarter was {profit}.{} million crowns, against {before}.{} million a year ago. Sales were {sales} million crowns. The company said it expects the full year in line with its forecast, and gave no further details. The board will propose an unchanged dividend to the annual meeting in spring.",
        dice.below(10),
        dice.below(10)
    );
    (format!("{name} third-quarter profit"), body)
}

fn bank(dice: &mut Dice, _: usize) -> (String, String) {
    let (sum, rate) = (dice.below(9_000) + 200, dice.below(12) + 1);
    let body = format!(
        "The central bank entered the money market to arrange {sum} million crowns of seven-day repurchase agreements, a spokesman for the bank said. Dealers said overnight funds were trading at {rate}-{}/8 per cent when the bank began its operation.",
        dice.below(7) + 1
    );
    ("Central bank adds reserves".to_owned(), body)
}

fn lottery(dice: &mut Dice, at: usize) -> (String, String) {
    let numbers: Vec<String> = (0..6).map(|_| (dice.below(48) + 1).to_string()).collect();
    let body = format!(
        "The winning numbers of draw {} are {}. The jackpot is {} thousand crowns. Prizes can be claimed at all post offices for ninety days. All figures without guarantee.",
        1_400 + at,
        numbers.join(", "),
        dice.below(900) + 100
    );
    ("Lottery numbers".to_owned(), body)
}

fn court(dice: &mut Dice, _: usize) -> (String, String) {
    let (who, place, age) = (dice.pick(NAMES), dice.pick(PLACES), dice.below(50) + 18);
    let body = format!(
        "{who}, {age}, of {place}, appeared before the county court on {} charged with {}. The defendant pleaded {} and was released until the hearing on {} {}. Reporting restrictions apply to the other persons in the case. The court sits in public and its list is printed every week in this newspaper.",
        dice.pick(&["Monday", "Tuesday", "Wednesday"]),
        dice.pick(&[
            "theft from a shop",
            "driving without a licence",
            "breaking a window of the town hall",
            "assault on a neighbour"
        ]),
        dice.pick(&["guilty", "not guilty"]),
        dice.pick(&["April", "May", "June", "July"]),
        dice.below(28) + 1
    );
    (format!("Before the court: {who}"), body)
}

fn dividend(dice: &mut Dice, at: usize) -> (String, String) {
    let sum = dice.below(90) + 5;
    let body = format!(
        "Quarterly dividend {sum} cents against {sum} cents before. Payable {} {}, record date {} {}.",
        dice.pick(&["April", "May"]),
        dice.below(28) + 1,
        dice.pick(&["March", "April"]),
        dice.below(28) + 1
    );
    (format!("{} Stores sets payout", PLACES[at]), body)
}
