use super::*;

/// A text of `sentences` sentences that no other seed gives.
fn story(seed: u64, sentences: usize) -> String {
    const NOUNS: &[&str] = &[
        "minister", "harbour", "council", "engineer", "ferry", "budget", "river", "orchard",
        "union", "bridge", "court", "hospital", "teacher", "market", "railway", "village",
        "festival", "pilot", "museum", "farmer",
    ];
    const VERBS: &[&str] = &[
        "opened", "refused", "praised", "delayed", "bought", "repaired", "visited", "closed",
        "counted", "promised", "measured", "painted",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut pick = |list: &[&'static str]| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        list.get((state >> 33) as usize % list.len())
            .copied()
            .unwrap_or("")
    };
    let mut text = String::new();
    for _ in 0..sentences {
        text += &format!(
            "The {} {} a {} near the {} before the {} {} it. ",
            pick(NOUNS),
            pick(VERBS),
            pick(NOUNS),
            pick(NOUNS),
            pick(NOUNS),
            pick(VERBS)
        );
    }
    text
}

fn likeness(left: &str, right: &str) -> f32 {
    let (left, right) = (Parts::of(left), Parts::of(right));
    let found = left.likeness(&right);
    assert!((found - right.likeness(&left)).abs() < f32::EPSILON);
    found
}

fn is_proposed(left: &str, right: &str) -> bool {
    let (left, right) = (Sketch::of(left), Sketch::of(right));
    let mut keys = std::collections::BTreeSet::new();
    left.keys(|key| {
        keys.insert(key);
    });
    let mut shared = false;
    right.keys(|key| shared |= keys.contains(&key));
    assert_eq!(left.is_near(&right), right.is_near(&left));
    shared && left.is_near(&right)
}

#[test]
fn copies_are_proposed_and_alike() {
    for seed in 0..40 {
        let whole = story(seed, 60);
        let sentences: Vec<&str> = whole.split_inclusive(". ").collect();
        let cut = |count: usize| sentences[..count].concat();
        let tail = format!(
            "{whole}Reporting by our staff; editing by the desk. More follows at noon from the capital."
        );
        let headed = format!("A headline that only this outlet gave the story\n\n{whole}");
        let edited = whole.replacen("The ", "Yesterday the ", 4);
        let shouted = whole.to_uppercase().replace(". ", " — ");
        for (what, copy, least) in [
            ("itself", whole.clone(), 0.999),
            ("cut to half", cut(30), 0.99),
            ("cut to a fifth", cut(12), 0.99),
            ("cut to the opening", cut(3), 0.99),
            ("tail added", tail, 0.99),
            ("headed", headed, 0.99),
            ("edited", edited, 0.9),
            ("case and marks", shouted, 0.999),
        ] {
            let found = likeness(&whole, &copy);
            assert!(found >= least, "seed {seed}, {what}: {found}");
            assert!(is_proposed(&whole, &copy), "seed {seed}, {what}");
        }
    }
}

#[test]
fn different_stories_of_one_template_are_not_alike() {
    let template = |seed| {
        format!(
            "Our markets desk reports every morning. {} That is all for today, dear readers.",
            story(seed, 12)
        )
    };
    for seed in 0..40 {
        let found = likeness(&template(seed), &template(seed + 1000));
        assert!(found < 0.5, "seed {seed}: {found}");
    }
}

#[test]
fn numbers_tell_texts_of_one_template_apart() {
    for (left, right, alike) in [
        (
            "The index closed at 6,412.5 points, up 31, on a volume of 212 million shares in quiet trade before the holiday.",
            "The index closed at 6,398.1 points, up 14, on a volume of 187 million shares in quiet trade before the holiday.",
            false,
        ),
        (
            "The index closed at 6,412.5 points, up 31, on a volume of 212 million shares in quiet trade before the holiday.",
            "The index closed at 6,412.5 points, up 31, on a volume of 212 million shares in quiet trade, before the holiday.",
            true,
        ),
        (
            "Rain fell for 3 days and the river rose to the marks of the great flood on the old mill wall.",
            "Rain fell for 4 days and the river rose to the marks of the great flood on the old mill wall.",
            true,
        ),
    ] {
        assert_eq!(likeness(left, right) >= 0.75, alike, "{left} / {right}");
    }
}

#[test]
fn short_and_empty_texts() {
    for (left, right, expected) in [
        ("", "", 0.0),
        ("", "one two three four five", 0.0),
        ("Rain.", "rain", 1.0),
        ("Rain.", "Snow.", 0.0),
        ("one two three four five", "One two, three four five!", 1.0),
        ("雨が降る町の朝", "雨が降る町の朝", 1.0),
    ] {
        assert!(
            (likeness(left, right) - expected).abs() < f32::EPSILON,
            "{left} / {right}"
        );
    }
}

#[test]
fn numbers_and_back() {
    for sentences in [0, 1, 3, 40, 400] {
        let sketch = Sketch::of(&story(7, sentences));
        assert_eq!(Sketch::from_numbers(sketch.to_numbers()), Some(sketch));
    }
    assert_eq!(Sketch::from_numbers([u64::MAX; Sketch::BYTES / 8]), None);
    assert_eq!(Sketch::from_numbers([0; 3]), None);
    assert_eq!(Sketch::from_numbers([0; 6]), None);
}

#[test]
fn words_of_ascii_are_read_as_any_others() {
    let long = "x".repeat(600);
    for text in [
        "It's  a\u{7f}dog's 'life', no? 6-1/4",
        "",
        "''",
        "a",
        long.as_str(),
    ] {
        let mut one = Vec::new();
        parts::each_word(text, |word| one.push(word));
        let mut other = Vec::new();
        parts::each_word_of_any_script(text, |word| other.push(word));
        assert_eq!(one, other, "{text}");
    }
}
