mod containers;

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::source::{Contents, Filled, Item, Limits, SourceError, printable, unpack_from};

/// The only document in a stream.
fn read_from(input: impl Read + Send, limits: &Limits) -> Result<Contents, SourceError> {
    let mut read = Ok(Contents::default());
    let _ = unpack_from(input, limits, &mut |item| {
        read = match item {
            Item::Document(mut stream) => {
                let mut bytes = Vec::new();
                match stream.fill(&mut bytes, limits.file) {
                    Ok(Filled::More) => Err(SourceError::TooLarge { limit: limits.file }),
                    Ok(filled) => Ok(Contents {
                        bytes,
                        truncated: filled == Filled::Truncated,
                    }),
                    Err(error) => Err(error),
                }
            }
            Item::Failed { error, .. } => Err(error),
            Item::Passed {
                place,
                reason: note,
            }
            | Item::Noted { place, note } => {
                panic!("{place}: {note}")
            }
        };
        ControlFlow::Break(())
    });
    read
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

#[test]
fn a_gzip_is_undone_members_and_all() {
    let mut packed = gzip(b"one ");
    packed.extend(gzip(b"two"));
    let contents = read_from(Cursor::new(packed), &Limits::default()).expect("two members");
    assert_eq!(contents.bytes, b"one two");
    assert!(!contents.truncated);
}

#[test]
fn a_gzip_cut_short_gives_what_it_has() {
    let numbers: Vec<String> = (0..5000).map(|n| (n * 7919 % 10007).to_string()).collect();
    let text = numbers.join(" ");
    let mut packed = gzip(text.as_bytes());
    packed.truncate(packed.len() * 2 / 3);
    let contents = read_from(Cursor::new(packed), &Limits::default()).expect("a part");
    assert!(contents.truncated);
    assert!(contents.bytes.len() > 100 && text.as_bytes().starts_with(&contents.bytes));
}

#[test]
fn bombs_and_giants_are_refused() {
    let limits = Limits {
        file: 1 << 20,
        ratio_from: 1 << 16,
        ..Limits::default()
    };
    let giant = read_from(Cursor::new(vec![0; 2 << 20]), &limits);
    assert!(
        matches!(giant, Err(SourceError::TooLarge { .. })),
        "{giant:?}"
    );
    let bomb = read_from(Cursor::new(gzip(&vec![0; 1 << 19])), &limits);
    assert!(matches!(bomb, Err(SourceError::Bomb { .. })), "{bomb:?}");
}

#[test]
fn small_streams_are_read_as_they_are() {
    for bytes in [&b""[..], b"a", b"\x1f", b"\x1fa", b"plain"] {
        let contents = read_from(Cursor::new(bytes), &Limits::default()).expect("plain");
        assert_eq!(contents.bytes, bytes);
    }
    let damaged = read_from(Cursor::new(b"\x1f\x8bnot gzip"), &Limits::default());
    assert!(matches!(
        damaged,
        Err(SourceError::Damaged { what: "gzip", .. })
    ));
}

#[test]
fn paths_are_printed_with_slashes() {
    for (path, printed) in [
        ("a/b.txt", "a/b.txt"),
        ("./a//b.txt", "a/b.txt"),
        ("../a", "../a"),
        ("/a/b", "/a/b"),
        ("é", "é"),
    ] {
        assert_eq!(printable(Path::new(path)), printed);
    }
}

#[cfg(unix)]
#[test]
fn bytes_that_are_not_utf8_are_printed_as_hexadecimal() {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
    assert_eq!(printable(Path::new(name)), "caf%E9.txt");
}
