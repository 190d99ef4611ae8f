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

fn similarity(left: &str, right: &str) -> f32 {
    let (left, right) = (Sketch::of(left), Sketch::of(right));
    let found = left.similarity(&right);
    assert!((found - right.similarity(&left)).abs() < f32::EPSILON);
    found
}

#[test]
fn copies_are_similar() {
    for seed in 0..40 {
        let whole = story(seed, 40);
        let sentences: Vec<&str> = whole.split_inclusive(". ").collect();
        let half = sentences.iter().take(20).copied().collect::<String>();
        let tail = format!(
            "{whole}Reporting by our staff; editing by the desk. More follows at noon from the capital."
        );
        let headed = format!("A headline that only this outlet gave the story\n\n{whole}");
        let edited = whole.replacen("The ", "Yesterday the ", 4);
        let shouted = whole.to_uppercase().replace(". ", " — ");
        for (what, copy, least) in [
            ("itself", whole.clone(), 0.999),
            ("cut", half, 0.7),
            ("tail added", tail, 0.8),
            ("headed", headed, 0.8),
            ("edited", edited, 0.7),
            ("case and marks", shouted, 0.999),
        ] {
            let found = similarity(&whole, &copy);
            assert!(found >= least, "seed {seed}, {what}: {found}");
        }
    }
}

#[test]
fn different_stories_of_one_template_are_not() {
    let template = |seed| {
        format!(
            "Our markets desk reports every morning. {} That is all for today, dear readers.",
            story(seed, 12)
        )
    };
    for seed in 0..40 {
        let found = similarity(&template(seed), &template(seed + 1000));
        assert!(found < 0.5, "seed {seed}: {found}");
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
            (similarity(left, right) - expected).abs() < f32::EPSILON,
            "{left} / {right}"
        );
    }
}

#[test]
fn bytes_and_back() {
    for sentences in [0, 1, 3, 40, 400] {
        let sketch = Sketch::of(&story(7, sentences));
        assert_eq!(Sketch::from_bytes(&sketch.to_bytes()), Some(sketch));
    }
    assert_eq!(Sketch::from_bytes(&[255; Sketch::BYTES]), None);
    assert_eq!(Sketch::from_bytes(&[0; 3]), None);
}
