//! Spellings of one word on both sides of the Atlantic, and other pairs: `labour` and `labor`, `organise` and `organize`.
//!
//! Rules propose, the index disposes: a spelling is searched only where the index has it. A rule is here if the pairs it makes of the
//! words of a large archive are one word each; where that is not so (`planned` and `planed`), the words are listed.

/// Beginnings of words with `our` where others write `or`.
const OUR: [&str; 33] = [
    "arbour",
    "ardour",
    "armour",
    "behaviour",
    "candour",
    "clamour",
    "colour",
    "demeanour",
    "discolour",
    "dishonour",
    "enamour",
    "endeavour",
    "favour",
    "fervour",
    "flavour",
    "glamour",
    "harbour",
    "honour",
    "humour",
    "labour",
    "misbehaviour",
    "misdemeanour",
    "neighbour",
    "odour",
    "parlour",
    "rancour",
    "rigour",
    "rumour",
    "saviour",
    "splendour",
    "tumour",
    "valour",
    "vapour",
];

/// Words with `re` at their end where others write `er`.
const RE: [&str; 20] = [
    "accoutre",
    "amphitheatre",
    "calibre",
    "centimetre",
    "centre",
    "epicentre",
    "fibre",
    "kilometre",
    "litre",
    "lustre",
    "manoeuvre",
    "meagre",
    "metre",
    "millilitre",
    "millimetre",
    "sabre",
    "saltpetre",
    "sombre",
    "spectre",
    "theatre",
];

/// Beginnings of words with `ae` or `oe` where others write `e`.
const LIGATURES: [&str; 26] = [
    "aesthet",
    "anaem",
    "anaesth",
    "archaeolog",
    "caesarean",
    "diarrhoea",
    "encyclopaed",
    "faeces",
    "foetal",
    "foetus",
    "gynaecolog",
    "haemo",
    "haemorrh",
    "homoeopath",
    "leukaem",
    "manoeuvr",
    "mediaeval",
    "oedema",
    "oesophag",
    "oestrogen",
    "orthopaed",
    "paediatr",
    "paedophil",
    "palaeo",
    "septicaem",
    "toxaem",
];

/// Words whose last letter may be doubled before an ending.
const DOUBLED: [&str; 14] = [
    "benefit", "bias", "budget", "combat", "ballot", "focus", "format", "kidnap", "program",
    "rivet", "target", "trumpet", "worship", "refocus",
];

/// Pairs and triples that follow no rule. Each form also stands with `s`, `d`, `ed` and `ing` where it takes them.
const LISTED: [&str; 66] = [
    "adviser advisor",
    "aeroplane airplane",
    "ageing aging",
    "aluminium aluminum",
    "analogue analog",
    "appal appall",
    "artefact artifact",
    "axe ax",
    "catalogue catalog",
    "connexion connection",
    "conveyor conveyer",
    "cosy cozy",
    "defence defense",
    "dialogue dialog",
    "disc disk",
    "distil distill",
    "doughnut donut",
    "enquiry inquiry",
    "enquire inquire",
    "enrol enroll",
    "enrolment enrollment",
    "fulfil fulfill",
    "fulfilment fulfillment",
    "gaol jail",
    "gipsy gypsy",
    "grey gray",
    "guerrilla guerilla",
    "homage hommage",
    "impostor imposter",
    "instal install",
    "instalment installment",
    "instil instill",
    "jewellery jewelry",
    "jeweller jeweler",
    "judgement judgment",
    "acknowledgement acknowledgment",
    "lacklustre lackluster",
    "licence license",
    "liquorice licorice",
    "marvellous marvelous",
    "mould mold",
    "moustache mustache",
    "offence offense",
    "omelette omelet",
    "orang-utan orangutan",
    "plough plow",
    "practise practice",
    "pretence pretense",
    "programme program",
    "protester protestor",
    "pyjamas pajamas",
    "sceptic skeptic",
    "sceptical skeptical",
    "scepticism skepticism",
    "skilful skillful",
    "smoulder smolder",
    "sulphur sulfur",
    "sulphuric sulfuric",
    "traveller traveler",
    "counsellor counselor",
    "tyre tire",
    "tsar czar tzar",
    "whisky whiskey",
    "wilful willful",
    "woollen woolen",
    "yoghurt yogurt yoghourt",
];

/// Spellings that a word (folded) may have beside its own, to be looked up.
pub(super) fn spellings(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !word.is_ascii() || word.len() < 3 || word.len() > 32 {
        return found;
    }
    ise(word, &mut found);
    our(word, &mut found);
    re(word, &mut found);
    ligature(word, &mut found);
    doubled(word, &mut found);
    listed(word, &mut found);
    found.retain(|other| other != word);
    found
}

/// The commonest inflections of a word.
pub(super) fn inflections(word: &str) -> Vec<String> {
    if word.ends_with('s') || word.ends_with("ed") || word.ends_with("ing") {
        return Vec::new();
    }
    match word.strip_suffix('e') {
        Some(stem) => vec![format!("{word}s"), format!("{word}d"), format!("{stem}ing")],
        None if word.ends_with("ion") => vec![format!("{word}s")],
        None => vec![
            format!("{word}s"),
            format!("{word}ed"),
            format!("{word}ing"),
        ],
    }
}

/// `-ise` and `-ize`, `-yse` and `-yze`, and what is made of them.
fn ise(word: &str, found: &mut Vec<String>) {
    const ENDINGS: [&str; 10] = [
        "e", "ed", "es", "er", "ers", "ing", "ation", "ations", "able", "ational",
    ];
    for ending in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else {
            continue;
        };
        let pairs = [("is", "iz"), ("iz", "is"), ("lys", "lyz"), ("lyz", "lys")];
        for (from, to) in pairs {
            if let Some(root) = stem.strip_suffix(from)
                // `rise`, `size` and `prize` are other words than `rize`, `sise` and `prise`.
                && (root.len() >= 4 || (from.len() == 3 && root.len() >= 3))
            {
                found.push(format!("{root}{to}{ending}"));
            }
        }
    }
}

fn our(word: &str, found: &mut Vec<String>) {
    for root in OUR {
        let short = root.strip_suffix("our").unwrap_or(root);
        if let Some(rest) = word.strip_prefix(root) {
            found.push(format!("{short}or{rest}"));
        } else if let Some(rest) = word
            .strip_prefix(short)
            .and_then(|rest| rest.strip_prefix("or"))
        {
            found.push(format!("{root}{rest}"));
        }
    }
}

fn re(word: &str, found: &mut Vec<String>) {
    for whole in RE {
        let stem = whole.strip_suffix("re").unwrap_or(whole);
        let Some(rest) = word.strip_prefix(stem) else {
            continue;
        };
        let other = match rest {
            "re" => "er",
            "res" => "ers",
            "red" => "ered",
            "ring" => "ering",
            "er" => "re",
            "ers" => "res",
            "ered" => "red",
            "ering" => "ring",
            _ => continue,
        };
        found.push(format!("{stem}{other}"));
    }
}

fn ligature(word: &str, found: &mut Vec<String>) {
    for long in LIGATURES {
        let short = long.replacen("ae", "e", 1).replacen("oe", "e", 1);
        if let Some(rest) = word.strip_prefix(long) {
            found.push(format!("{short}{rest}"));
        } else if let Some(rest) = word.strip_prefix(short.as_str()) {
            found.push(format!("{long}{rest}"));
        }
    }
}

/// `travelled` and `traveled`; `focussed` and `focused`.
fn doubled(word: &str, found: &mut Vec<String>) {
    for ending in ["ed", "ing", "er", "ers", "or", "ors"] {
        let Some(stem) = word.strip_suffix(ending) else {
            continue;
        };
        // Of `l`, the index knows: `controled` and `traveled` are no other words.
        if let Some(one) = stem.strip_suffix('l')
            && one.len() >= 4
        {
            match one.strip_suffix('l') {
                Some(_) => found.push(format!("{one}{ending}")),
                None if one.ends_with(['a', 'e', 'o']) => found.push(format!("{stem}l{ending}")),
                None => {}
            }
        }
        for base in DOUBLED {
            let Some(last) = base.chars().next_back() else {
                continue;
            };
            if stem == base {
                found.push(format!("{stem}{last}{ending}"));
            } else if stem.strip_suffix(last) == Some(base) {
                found.push(format!("{base}{ending}"));
            }
        }
    }
}

fn listed(word: &str, found: &mut Vec<String>) {
    for line in LISTED {
        let forms = || line.split(' ');
        for (at, form) in forms().enumerate() {
            let others = || {
                forms()
                    .enumerate()
                    .filter(move |(other, _)| *other != at)
                    .map(|(_, other)| other)
            };
            for ending in ["", "s", "d", "ed", "ing"] {
                if word.strip_suffix(ending).is_some_and(|rest| rest == form) {
                    found.extend(others().map(|other| format!("{other}{ending}")));
                }
            }
            // `defences`, `cosier`: the last letter goes.
            if let Some(stem) = form.strip_suffix(['e', 'y'])
                && let Some(ending) = word.strip_prefix(stem)
                && ["ies", "ing", "ier"].contains(&ending)
            {
                found.extend(others().filter_map(|other| {
                    let stem = other.strip_suffix(['e', 'y'])?;
                    Some(format!("{stem}{ending}"))
                }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_propose_each_other() {
        for (a, b) in [
            ("labour", "labor"),
            ("labourers", "laborers"),
            ("neighbourhood", "neighborhood"),
            ("organise", "organize"),
            ("organisation", "organization"),
            ("organising", "organizing"),
            ("analysed", "analyzed"),
            ("centre", "center"),
            ("centres", "centers"),
            ("kilometre", "kilometer"),
            ("travelled", "traveled"),
            ("cancelling", "canceling"),
            ("focussed", "focused"),
            ("kidnapped", "kidnaped"),
            ("defence", "defense"),
            ("programmes", "programs"),
            ("licensing", "licencing"),
            ("inquiries", "enquiries"),
            ("paediatrician", "pediatrician"),
            ("haemorrhage", "hemorrhage"),
            ("tsar", "czar"),
        ] {
            assert!(
                spellings(a).contains(&b.to_owned()),
                "{a}: {:?}",
                spellings(a)
            );
            assert!(
                spellings(b).contains(&a.to_owned()),
                "{b}: {:?}",
                spellings(b)
            );
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for word in [
            "rise", "size", "prize", "wise", "four", "hour", "tour", "planned", "hopped", "her",
            "paper", "called", "sold", "shoe", "does", "us", "", "2000",
        ] {
            assert_eq!(spellings(word), Vec::<String>::new(), "{word}");
        }
    }
}
