//! Names of one and the same that the news print in several ways: `U.S.`, `United States`; `NATO`, `North Atlantic Treaty Organization`.
//!
//! Listed are forms that mean one thing in nearly every archive, so that an article that prints the one speaks of the other. `Britain` is
//! `United Kingdom`, as the news call the state by either; England, Scotland, Wales and Northern Ireland are parts of it and stay what
//! they are. `America` alone is the United States in English alone: elsewhere it is the continent.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::article::EntityKind;
use crate::text::fold::{fold_into, name_key};

/// What companies end with, that says nothing of who they are.
const COMPANIES: &[&str] = &[
    "inc",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "limited",
    "plc",
    "llc",
    "llp",
    "lp",
    "ag",
    "gmbh",
    "sa",
    "nv",
    "bv",
    "spa",
    "ab",
    "asa",
    "oyj",
    "kk",
    "pty",
    "incorporated",
    "cos",
    "companies",
    "se",
    "kgaa",
];

/// Countries and cities: the name that is shown, then its other forms.
const PLACES: &[&str] = &[
    "United States|US|USA|United States of America|U.S.A.",
    "United Kingdom|UK|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland",
    "United Arab Emirates|UAE|Emirates",
    "Soviet Union|USSR|Union of Soviet Socialist Republics",
    "Democratic Republic of Congo|DRC|DR Congo|D.R. Congo|Democratic Republic of the Congo|Congo-Kinshasa",
    "Republic of Congo|Congo-Brazzaville|Republic of the Congo",
    "Central African Republic|CAR",
    "East Germany|GDR|German Democratic Republic",
    "West Germany|FRG",
    "Germany|Federal Republic of Germany",
    "North Korea|DPRK|N. Korea|Democratic People's Republic of Korea",
    "South Korea|ROK|S. Korea|Republic of Korea",
    "China|PRC|People's Republic of China",
    "Bosnia|Bosnia and Herzegovina|Bosnia-Herzegovina|BiH",
    "Czech Republic|Czechia",
    "Ivory Coast|Cote d'Ivoire",
    "Russia|Russian Federation",
    "Iran|Islamic Republic of Iran|Islamic Republic",
    "Saudi Arabia|KSA|Kingdom of Saudi Arabia",
    "Trinidad and Tobago|Trinidad & Tobago",
    "East Timor|Timor-Leste",
    "Papua New Guinea|PNG",
    "New York City|NYC|New York, N.Y.",
    "Los Angeles|L.A.",
    "Washington|Washington, D.C.|Washington D.C.|Washington DC",
    "St. Petersburg|Saint Petersburg",
    "Alabama|Ala.",
    "Arizona|Ariz.",
    "Arkansas|Ark.",
    "California|Calif.",
    "Colorado|Colo.",
    "Connecticut|Conn.",
    "Delaware|Del.",
    "Florida|Fla.",
    "Illinois|Ill.",
    "Indiana|Ind.",
    "Kansas|Kan.",
    "Kentucky|Ky.",
    "Maryland|Md.",
    "Massachusetts|Mass.",
    "Michigan|Mich.",
    "Minnesota|Minn.",
    "Mississippi|Miss.",
    "Missouri|Mo.",
    "Montana|Mont.",
    "Nebraska|Neb.",
    "Nevada|Nev.",
    "New Hampshire|N.H.",
    "New Jersey|N.J.",
    "New Mexico|N.M.",
    "North Carolina|N.C.",
    "North Dakota|N.D.",
    "Oklahoma|Okla.",
    "Oregon|Ore.",
    "Pennsylvania|Pa.",
    "Rhode Island|R.I.",
    "South Carolina|S.C.",
    "South Dakota|S.D.",
    "Tennessee|Tenn.",
    "Vermont|Vt.",
    "Virginia|Va.",
    "Washington state|Wash.",
    "West Virginia|W.Va.|W. Va.",
    "Wisconsin|Wis.",
    "Wyoming|Wyo.",
    "British Columbia|B.C.",
];

/// Organisations: likewise. The acronym is shown where it is the usual name.
const ORGS: &[&str] = &[
    "NATO|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|North Atlantic Alliance",
    "United Nations|UN|UNO|United Nations Organization",
    "UN Security Council|United Nations Security Council|U.N. Security Council",
    "UN General Assembly|United Nations General Assembly",
    "European Union|EU",
    "European Community|EC|European Communities",
    "EEC|European Economic Community",
    "European Commission|EU Commission",
    "IMF|International Monetary Fund",
    "WHO|World Health Organization|World Health Organisation",
    "WTO|World Trade Organization|World Trade Organisation",
    "GATT|General Agreement on Tariffs and Trade",
    "OPEC|Organization of the Petroleum Exporting Countries|Organization of Petroleum Exporting Countries|Organisation of Petroleum Exporting Countries",
    "OECD|Organization for Economic Cooperation and Development|Organisation for Economic Co-operation and Development|Organization for Economic Co-operation and Development",
    "OSCE|Organization for Security and Cooperation in Europe|Organisation for Security and Co-operation in Europe|Organization for Security and Co-operation in Europe",
    "IAEA|International Atomic Energy Agency",
    "International Court of Justice|ICJ",
    "International Criminal Court|ICC",
    "UNHCR|United Nations High Commissioner for Refugees|U.N. High Commissioner for Refugees|UN Refugee Agency",
    "UNICEF|United Nations Children's Fund|U.N. Children's Fund",
    "UNESCO|United Nations Educational, Scientific and Cultural Organization",
    "UNRWA|United Nations Relief and Works Agency",
    "World Food Programme|WFP|World Food Program",
    "International Labour Organization|ILO|International Labor Organization|International Labour Organisation",
    "ASEAN|Association of Southeast Asian Nations|Association of South East Asian Nations",
    "African Union|AU",
    "Arab League|League of Arab States",
    "European Central Bank|ECB",
    "European Court of Human Rights|ECHR",
    "EBRD|European Bank for Reconstruction and Development",
    "Asian Development Bank|ADB",
    "Bank for International Settlements|BIS",
    "Bank of Japan|BOJ",
    "Bank of England|BoE",
    "Federal Reserve|Fed|Federal Reserve Board|U.S. Federal Reserve|US Federal Reserve",
    "FBI|Federal Bureau of Investigation",
    "CIA|Central Intelligence Agency",
    "NSA|National Security Agency",
    "FDA|Food and Drug Administration|Food & Drug Administration",
    "FCC|Federal Communications Commission",
    "FTC|Federal Trade Commission",
    "FAA|Federal Aviation Administration",
    "EPA|Environmental Protection Agency",
    "SEC|Securities and Exchange Commission|Securities & Exchange Commission",
    "CFTC|Commodity Futures Trading Commission",
    "FDIC|Federal Deposit Insurance Corporation|Federal Deposit Insurance Corp",
    "Department of Agriculture|USDA|U.S. Department of Agriculture|Agriculture Department|U.S. Agriculture Department",
    "NASA|National Aeronautics and Space Administration",
    "New York Stock Exchange|NYSE",
    "Chicago Board of Trade|CBOT|CBT",
    "London Metal Exchange|LME",
    "PLO|Palestine Liberation Organization|Palestine Liberation Organisation",
    "IRA|Irish Republican Army",
    "FARC|Revolutionary Armed Forces of Colombia",
    "PKK|Kurdistan Workers' Party|Kurdistan Workers Party",
    "ETA|Euskadi Ta Askatasuna",
    "ANC|African National Congress",
    "Islamic State|ISIS|ISIL|IS|Daesh|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant",
    "Al Qaeda|al-Qaeda|al Qaida|al-Qaida",
    "Hezbollah|Hizbollah|Hizbullah",
    "Israel Defense Forces|IDF|Israeli Defense Forces|Israel Defence Forces",
    "KGB|Committee for State Security",
    "NHS|National Health Service",
    "BBC|British Broadcasting Corporation|British Broadcasting Corp",
    "FIFA|Federation Internationale de Football Association",
    "UEFA|Union of European Football Associations",
    "IOC|International Olympic Committee",
    "NBA|National Basketball Association",
    "NFL|National Football League",
    "NHL|National Hockey League",
    "ACLU|American Civil Liberties Union",
    "NAACP|National Association for the Advancement of Colored People",
    "MSF|Medecins Sans Frontieres|Doctors Without Borders",
    "ICRC|International Committee of the Red Cross",
    "CDC|Centers for Disease Control and Prevention|Centers for Disease Control",
    "Republican Party|GOP",
    "General Motors|GM|General Motors Corp",
    "General Electric|GE|General Electric Co",
    "IBM|International Business Machines|International Business Machines Corp",
    "AT&T|American Telephone and Telegraph|American Telephone & Telegraph",
];

static KNOWN: LazyLock<HashMap<(EntityKind, String), &'static str>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for (kind, table) in [(EntityKind::Place, PLACES), (EntityKind::Org, ORGS)] {
        for line in table {
            let name = line.split('|').next().unwrap_or_default();
            for form in line.split('|') {
                known.insert((kind, form_key(form)), name);
            }
        }
    }
    known
});

/// The usual name of what the news call `form`; `None` where no table knows it.
pub fn known_name(kind: EntityKind, form: &str) -> Option<&'static str> {
    KNOWN.get(&(kind, form_key(form))).copied()
}

/// What forms of a name have in common that differ in case, accents, blanks and full points alone.
pub fn form_key(form: &str) -> String {
    let mut key = name_key(form);
    if key.contains(['.', '\u{2019}']) {
        key = key.replace('.', "").replace('\u{2019}', "'");
    }
    key
}

/// The words of a name, folded; full points within a word are left out: `U.S.` is `us`.
pub fn name_words(name: &str) -> Vec<String> {
    name.split_whitespace()
        .map(|word| {
            let mut folded = String::with_capacity(word.len());
            fold_into(
                word.trim_matches(|c: char| !c.is_alphanumeric()),
                &mut folded,
            );
            folded.retain(|c| c != '.');
            if folded.contains('\u{2019}') {
                folded = folded.replace('\u{2019}', "'");
            }
            folded
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether a word is what companies end with: `Inc`.
pub fn is_company_form(word: &str) -> bool {
    COMPANIES.contains(&word)
}

/// The words of an organisation's name without what companies end with.
pub fn company_core(words: &[String]) -> &[String] {
    let mut core = words;
    while let [rest @ .., last] = core
        && !rest.is_empty()
        && COMPANIES.contains(&last.as_str())
    {
        core = rest;
    }
    core
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name() {
        for (kind, form, name) in [
            (EntityKind::Place, "U.S.", Some("United States")),
            (EntityKind::Place, "USA", Some("United States")),
            (EntityKind::Place, "Britain", Some("United Kingdom")),
            (EntityKind::Place, "England", None),
            (
                EntityKind::Place,
                "C\u{f4}te d\u{2019}Ivoire",
                Some("Ivory Coast"),
            ),
            (EntityKind::Org, "Nato", Some("NATO")),
            (EntityKind::Org, "U.N.", Some("United Nations")),
            (EntityKind::Person, "US", None),
        ] {
            assert_eq!(known_name(kind, form), name, "{form}");
        }
    }

    #[test]
    fn no_form_has_two_names() {
        for table in [PLACES, ORGS] {
            let mut names: HashMap<String, &str> = HashMap::new();
            for line in table {
                for form in line.split('|') {
                    let before = names.insert(form_key(form), line);
                    assert!(before.is_none_or(|other| other == *line), "{form}");
                }
            }
        }
    }
}
