use crate::cli::size::{parse, show};

#[test]
fn sizes_are_read() {
    for (text, bytes) in [
        ("4096", Some(4096)),
        ("64k", Some(64 << 10)),
        ("128M", Some(128 << 20)),
        ("1GB", Some(1 << 30)),
        ("1.5GiB", Some(3 << 29)),
        ("2T", Some(2 << 40)),
        ("", None),
        ("much", None),
        ("-1M", None),
        ("NaN", None),
    ] {
        assert_eq!(parse(text).ok(), bytes, "{text}");
    }
}

#[test]
fn sizes_are_shown() {
    for (bytes, text) in [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1500, "1.5 kB"),
        (6_990_420, "7.0 MB"),
        (5_000_000_000_000_000, "5000.0 TB"),
    ] {
        assert_eq!(show(bytes), text);
    }
}
