use super::*;

#[test]
fn cursors_are_written_and_read_back() {
    let place = |date, id: &str| Place {
        date,
        id: id.to_owned(),
    };
    let dated = |newest| {
        Cursor::Dated(Dated {
            newest,
            shown: 20,
            articles: 31,
            first: place(Some(-86_400), "c7071138fb0ade03"),
            last: place(None, "00ff"),
        })
    };
    for (cursor, text, sort) in [
        (
            Cursor::Ranked {
                shown: 10,
                version: 0xbeef,
            },
            "r.10.beef",
            Sort::Relevance,
        ),
        (
            dated(true),
            "n.20.31.-86400.c7071138fb0ade03.x.00ff",
            Sort::Newest,
        ),
        (
            dated(false),
            "o.20.31.-86400.c7071138fb0ade03.x.00ff",
            Sort::Oldest,
        ),
    ] {
        assert_eq!(cursor.to_string(), text);
        assert_eq!(text.parse(), Ok(cursor.clone()));
        for other in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
            assert_eq!(cursor.is_of(other), other == sort, "{text}");
        }
    }
    for text in [
        "",
        "10",
        "r.10",
        "r.x.1",
        "q.1.2",
        "n.1.2.3",
        "n.1.2.x.a.b.c",
        "n.1.2.x.a.x.b.c",
    ] {
        assert_eq!(text.parse::<Cursor>(), Err(NoCursor), "{text}");
    }
}
