use super::*;

#[test]
fn length_counts_the_more_the_more_words_a_query_has() {
    let share = |weights: &[f32], length| {
        let norm = Norm::new(500.0, weights);
        norm.saturate(2.0, length) / norm.saturate(2.0, 500)
    };
    for (weights, brief, long) in [
        (&[3.0][..], 1.0..1.03, 0.75..1.0),
        (&[3.0, 3.0, 3.0], 1.08..1.15, 0.5..0.75),
        (&[3.0; 12], 1.15..1.30, 0.35..0.6),
        // `of` and `the` make no long query.
        (&[3.0, 0.05, 0.05], 1.0..1.03, 0.75..1.0),
        (&[], 1.0..1.03, 0.75..1.0),
    ] {
        assert!(
            brief.contains(&share(weights, 20)),
            "{weights:?} brief {}",
            share(weights, 20)
        );
        assert!(
            long.contains(&share(weights, 3_000)),
            "{weights:?} long {}",
            share(weights, 3_000)
        );
    }
}

#[test]
fn rare_and_repeated_words_are_worth_more() {
    assert!(idf(1, 1_000) > idf(10, 1_000));
    assert!(idf(1_000, 1_000) > 0.0);
    assert!(topical(3.0) > topical(1.5));
    assert!((topical(0.0) - 1.0).abs() < f32::EPSILON);
}
