//! Text dumps and plain text.

use super::{Make, fill, repeat, sentence, word, wrapped};

/// What each consists of, and how it is made to a size.
pub(super) const FAMILIES: &[(&str, Make)] = &[
    ("lines of two words", |n| {
        fill(n, |i| format!("{} {}\n", word(i), word(i + 1)))
    }),
    ("lines of one letter", |n| repeat(n, "x\n")),
    ("empty lines", |n| format!("x{}x", repeat(n, "\n"))),
    ("lines of sentences", |n| {
        fill(n, |i| format!("{}\n", sentence(i, 16)))
    }),
    ("paragraphs", |n| {
        fill(n, |i| {
            format!("{}{}\n\n", sentence(i, 16), sentence(i + 5, 12))
        })
    }),
    ("one line of letters", |n| repeat(n, "x")),
    ("one line of words", |n| {
        fill(n, |i| format!("{} ", word(i)))
    }),
    ("one line of sentences", |n| fill(n, |i| sentence(i, 12))),
    ("one line of spaces", |n| format!("x{}x", repeat(n, " "))),
    ("one line of full stops", |n| repeat(n, ".")),
    ("one line of quotes", |n| repeat(n, "“x” ")),
    ("one line of brackets", |n| repeat(n, "(")),
    ("one line of digits", |n| repeat(n, "1234567890")),
    ("the same line", |n| {
        repeat(n, "The same line of words again, and again.\n")
    }),
    ("two lines in turn", |n| {
        repeat(
            n,
            "Home\nThe harbour is closed until the storm has passed\n",
        )
    }),
    ("lines with dates", |n| {
        fill(n, |i| {
            format!("{} September 20{:02}, {}:15\n", i % 28 + 1, i % 30, i % 24)
        })
    }),
    ("labelled dates", |n| {
        fill(n, |i| {
            format!(
                "Published: {}/{}/20{:02}\nUpdated: today\n",
                i % 28 + 1,
                i % 12 + 1,
                i % 30
            )
        })
    }),
    ("one line of dates", |n| {
        fill(n, |i| format!("{} Sept. 20{:02} ", i % 28 + 1, i % 30))
    }),
    ("one line of numbers and months", |n| {
        repeat(n, "1 May 2 June 3 ")
    }),
    ("bylines", |n| {
        fill(n, |i| format!("By {} {}\n", name(i), name(i + 1)))
    }),
    ("one byline of many people", |n| {
        format!(
            "The harbour is closed\nBy {}\n",
            fill(n, |i| format!("{} {}, ", name(i), name(i + 2)))
        )
    }),
    ("lines of names", |n| {
        fill(n, |i| format!("{} {}\n", name(i), name(i + 1)))
    }),
    ("captions and credits", |n| {
        fill(n, |i| {
            format!(
                "{}(credit: REUTERS/{} {}){}\n",
                sentence(i, 9),
                name(i),
                name(i + 1),
                sentence(i, 9)
            )
        })
    }),
    ("one line of credits", |n| {
        fill(n, |i| format!("(credit: AP/{}) Words go on. ", name(i)))
    }),
    ("headlines", |n| {
        fill(n, |i| {
            format!("{}\n\n", sentence(i, 7).trim_end_matches(". "))
        })
    }),
    ("headlines in capitals", |n| {
        fill(n, |i| format!("{}\n", sentence(i, 7).to_uppercase()))
    }),
    ("lists of links", |n| {
        fill(n, |i| format!("  * {}\n", sentence(i, 5)))
    }),
    ("share lines", |n| {
        repeat(n, "Share\nTweet\nRead more\nSubscribe to our newsletter\n")
    }),
    ("labels", |n| {
        fill(n, |i| format!("Label{i}: {}\n", word(i)))
    }),
    ("the same labels", |n| {
        repeat(n, "Title: x\nDate: 2022-09-08\nAuthor: y\n")
    }),
    ("mail headers", |n| {
        format!(
            "From: a@b.example\nSubject: x\n{}\n\ny",
            fill(n, |i| format!("X-{i}: {}\n", word(i)))
        )
    }),
    ("mail headers, folded", |n| {
        format!(
            "From: a@b.example\nSubject: x\n{}\n\ny",
            repeat(n, " goes on\n")
        )
    }),
    ("mail, quoted", |n| {
        format!(
            "From: a@b.example\nSubject: x\n\n{}",
            repeat(n, "> > > x\n")
        )
    }),
    ("database header", |n| {
        format!(
            "HEADLINE: x\nBYLINE: y\nLENGTH: 5 words\nBODY:\n{}",
            repeat(n, "z z z\n")
        )
    }),
    ("front matter", |n| {
        format!(
            "---\n{}---\nx",
            fill(n, |i| format!("key{i}: {}\n", word(i)))
        )
    }),
    ("front matter, never closed", |n| {
        format!("---\n{}", fill(n, |i| format!("key{i}: {}\n", word(i))))
    }),
    ("Markdown headings", |n| {
        fill(n, |i| format!("# {}\n\n", word(i)))
    }),
    ("Markdown links", |n| {
        fill(n, |i| format!("[{}](https://x.example/{i}) ", word(i)))
    }),
    ("Markdown brackets", |n| repeat(n, "[")),
    ("Markdown brackets, closed", |n| repeat(n, "[x](")),
    ("Markdown stars", |n| format!("# x\n\n{}", repeat(n, "**"))),
    ("Markdown underscores", |n| {
        format!("# x\n\n{}", repeat(n, "_a "))
    }),
    ("Markdown back ticks", |n| {
        format!("# x\n\n{}", repeat(n, "`"))
    }),
    ("wrapped", |n| fill(n, |i| format!("{}\n", wrapped(i)))),
    ("wrapped, hyphens at line ends", |n| {
        fill(n, |i| {
            format!(
                "{} {} {} {} {}-\n",
                word(i),
                word(i + 1),
                word(i + 2),
                word(i + 3),
                word(i + 4)
            )
        })
    }),
    ("wrapped, the same words hyphened", |n| {
        repeat(n, "the harbour and the long pier of the har-\n")
    }),
    ("wrapped, indented", |n| {
        fill(n, |i| {
            format!("{}{}\n", if i % 5 == 0 { "    " } else { "" }, wrapped(i))
        })
    }),
    ("page numbers and running heads", |n| {
        fill(n, |i| {
            format!("The Harbour Post\n{i}\n{}\n\u{c}", sentence(i, 12))
        })
    }),
    ("wire slugs", |n| {
        repeat(n, "BC-HARBOUR-1STLD\n(MORE)\n-30-\n")
    }),
    ("wire, -30- at each line", |n| repeat(n, "-30-\n")),
    ("entities", |n| repeat(n, "&amp;&nbsp;&#8217;&eacute; ")),
    ("entities, doubly escaped", |n| {
        repeat(n, "&amp;amp;amp;lt; ")
    }),
    ("mojibake", |n| repeat(n, "â€™Ã©Ã¼ Ã¢â‚¬â„¢ ")),
    ("mojibake, several times over", |n| {
        repeat(n, "ÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢ ")
    }),
    ("CJK without spaces", |n| {
        repeat(n, "港は嵐が過ぎるまで閉鎖される")
    }),
    ("CJK in sentences", |n| {
        repeat(n, "港は嵐が過ぎるまで閉鎖される。")
    }),
    ("CJK in lines", |n| {
        repeat(n, "港は嵐が過ぎるまで閉鎖される。\n")
    }),
    ("Thai without spaces", |n| {
        repeat(n, "ท่าเรือปิดจนกว่าพายุจะผ่านไป")
    }),
    ("combining marks on one letter", |n| {
        format!("x{}", repeat(n, "\u{301}"))
    }),
    ("combining marks out of order", |n| {
        format!("x{}", repeat(n, "\u{301}\u{323}"))
    }),
    ("combining marks on each letter", |n| {
        repeat(n, "e\u{301}\u{323}a\u{308} ")
    }),
    ("zero-width", |n| repeat(n, "x\u{200b}\u{200d}\u{feff}y ")),
    ("zero-width alone", |n| {
        format!("x{}y", repeat(n, "\u{200b}"))
    }),
    ("right-to-left controls", |n| {
        repeat(n, "\u{202e}x\u{2066}y\u{2069} ")
    }),
    ("Hangul jamo", |n| repeat(n, "\u{1112}\u{1161}\u{11ab}")),
    ("emoji joined", |n| {
        repeat(n, "\u{1f468}\u{200d}\u{1f469}\u{200d}")
    }),
    ("NULs", |n| repeat(n, "x\0y z\n")),
    ("controls", |n| repeat(n, "\u{1b}[31mx\u{7} ")),
    ("soft hyphens", |n| repeat(n, "x\u{ad}y ")),
    ("apostrophes", |n| repeat(n, "x'")),
    ("hyphens", |n| repeat(n, "x-")),
    ("full stops between letters", |n| repeat(n, "U.")),
    ("at signs and addresses", |n| {
        repeat(n, "a@b.example https://c.example/d ")
    }),
    ("capitals", |n| repeat(n, "AB ")),
    ("carriage returns", |n| repeat(n, "x\r")),
    ("tabs", |n| repeat(n, "x\ty\n")),
    ("tags in text", |n| {
        format!("The harbour is closed\n\n{}", repeat(n, "x <b>y</b>\n"))
    }),
    ("less-than signs", |n| format!("x {}", repeat(n, "<"))),
    ("dump whose first line is long", |n| {
        format!(
            "2022-09-08 | {}\nThe harbour is closed\n{}",
            fill(n, |i| format!("{} | ", word(i))),
            sentence(1, 40)
        )
    }),
    ("comments after an article", |n| {
        format!(
            "The harbour is closed\n\n{}\n\nComments\n{}",
            sentence(1, 60),
            fill(n, |i| format!(
                "{} {}\n2 days ago\n{}\nReply\n",
                name(i),
                name(i + 1),
                sentence(i, 8)
            ))
        )
    }),
];

fn name(n: usize) -> String {
    let word = word(n);
    format!("{}{}", word[..1].to_uppercase(), &word[1..])
}
