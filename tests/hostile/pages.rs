//! Pages.

use super::{Make, fill, page, repeat, sentence, story, word};

/// What each consists of, and how it is made to a size.
pub(super) const FAMILIES: &[(&str, Make)] = &[
    ("nested div", |n| nest(n, "<div>", "</div>")),
    ("nested div, each with words", |n| {
        nest(n, "<div>some words here ", "</div>")
    }),
    ("nested span", |n| nest(n, "<span>", "</span>")),
    ("nested b, never closed", |n| page(&repeat(n, "<b>"))),
    ("nested a", |n| nest(n, "<a href=/x>x", "</a>")),
    ("nested table", |n| {
        nest(n, "<table><tr><td>", "</td></tr></table>")
    }),
    ("nested ul", |n| nest(n, "<ul><li>x", "</li></ul>")),
    ("nested p, never closed", |n| page(&repeat(n, "<p>x"))),
    ("nested section around p", |n| {
        nest(
            n,
            "<section class=article-body><p>Some words of it, here.</p>",
            "</section>",
        )
    }),
    ("390 div around hr", |n| {
        page(&format!("{}{}", "<div>".repeat(390), repeat(n, "<hr>")))
    }),
    ("390 div around p", |n| {
        page(&format!(
            "{}{}",
            "<div>".repeat(390),
            repeat(n, "<p>words, words</p>")
        ))
    }),
    ("390 b around text and hr", |n| {
        page(&format!("{}{}", "<b>".repeat(390), repeat(n, "word<hr>")))
    }),
    ("br", |n| page(&repeat(n, "<br>"))),
    ("words and br", |n| {
        page(&fill(n, |i| format!("{}<br>", word(i))))
    }),
    ("sentences and br br", |n| {
        page(&fill(n, |i| format!("{}<br><br>", sentence(i, 12))))
    }),
    ("hr", |n| page(&repeat(n, "<hr>"))),
    ("siblings, empty", |n| page(&repeat(n, "<i></i>"))),
    ("siblings, a word each", |n| {
        page(&fill(n, |i| format!("<div>{}</div>", word(i))))
    }),
    ("siblings, the same line each", |n| {
        page(&repeat(
            n,
            "<p>The same line of words again, and again.</p>",
        ))
    }),
    ("paragraphs", |n| {
        page(&fill(n, |i| format!("<p>{}</p>", sentence(i, 24))))
    }),
    ("articles", |n| {
        page(&fill(n, |i| {
            format!(
                "<article><h2>{}</h2><p>{}</p></article>",
                sentence(i, 6),
                sentence(i, 24)
            )
        }))
    }),
    ("one attribute", |n| {
        page(&format!("<div class=\"{}\">x</div>", repeat(n, "x")))
    }),
    ("one class of many words", |n| {
        page(&format!(
            "<div class=\"{}\">x</div>",
            fill(n, |i| format!("{} ", word(i)))
        ))
    }),
    ("attributes without end", |n| {
        page(&format!("<div {}>x</div>", fill(n, |i| format!("a{i}=b "))))
    }),
    ("tags of 400 attributes", |n| {
        let tag = fill(1_890, |i| format!(" a{i}"));
        page(&repeat(n, &format!("<p{tag}>")))
    }),
    ("one text node", |n| {
        page(&format!("<p>{}</p>", repeat(n, "x")))
    }),
    ("one paragraph of words", |n| {
        page(&format!("<p>{}</p>", fill(n, |i| format!("{} ", word(i)))))
    }),
    ("one paragraph of sentences", |n| {
        page(&format!("<p>{}</p>", fill(n, |i| sentence(i, 12))))
    }),
    ("white space", |n| page(&repeat(n, " \n\t"))),
    ("headlines h1", |n| {
        page(&fill(n, |i| format!("<h1>{}</h1>", sentence(i, 6))))
    }),
    ("the same headline h2", |n| {
        page(&repeat(n, "<h2>The harbour is closed</h2>"))
    }),
    ("one h1", |n| {
        page(&format!("<h1>{}</h1>", fill(n, |i| sentence(i, 6))))
    }),
    ("one title", |n| {
        format!(
            "<html><head><title>{}</title></head><body>{}</body></html>",
            fill(n, |i| format!("{} | ", word(i))),
            story()
        )
    }),
    ("meta", |n| {
        head(&fill(n, |i| {
            format!("<meta name={} content=\"{}\">", word(i), sentence(i, 5))
        }))
    }),
    ("meta og:title", |n| {
        head(&fill(n, |i| {
            format!("<meta property=og:title content=\"{}\">", sentence(i, 5))
        }))
    }),
    ("meta author", |n| {
        head(&fill(n, |i| {
            format!(
                "<meta name=author content=\"By {} {}\">",
                name(i),
                name(i + 9)
            )
        }))
    }),
    ("meta description of one text", |n| {
        head(&format!(
            "<meta name=description content=\"{}\">",
            fill(n, |i| sentence(i, 9))
        ))
    }),
    ("link canonical", |n| {
        head(&fill(n, |i| {
            format!(
                "<link rel=canonical href=\"https://{}.example/2022/09/{}\">",
                word(i),
                i
            )
        }))
    }),
    ("time", |n| {
        page(&fill(n, |i| {
            format!(
                "<time datetime=20{:02}-{:02}-{:02}>x</time>",
                i % 30,
                i % 12 + 1,
                i % 28 + 1
            )
        }))
    }),
    ("dates in lines", |n| {
        page(&fill(n, |i| {
            format!(
                "<div>Published: {} September 20{:02}, {}:15</div>",
                i % 28 + 1,
                i % 30,
                i % 24
            )
        }))
    }),
    ("dates in one line", |n| {
        page(&format!(
            "<p class=date>{}</p>",
            fill(n, |i| format!(
                "{}.{}.20{:02} ",
                i % 28 + 1,
                i % 12 + 1,
                i % 30
            ))
        ))
    }),
    ("bylines", |n| {
        page(&fill(n, |i| {
            format!(
                "<div class=byline>By {} {} and {} {}</div>",
                name(i),
                name(i + 3),
                name(i + 5),
                name(i + 8)
            )
        }))
    }),
    ("one byline of many people", |n| {
        page(&format!(
            "<div class=byline>By {}</div>",
            fill(n, |i| format!("{} {}, ", name(i), name(i + 3)))
        ))
    }),
    ("rel=author", |n| {
        page(&fill(n, |i| {
            format!("<a rel=author href=/a/{i}>{} {}</a>", name(i), name(i + 3))
        }))
    }),
    ("figcaptions", |n| {
        page(&fill(n, |i| {
            format!(
                "<figure><img src=x><figcaption>{} (credit: {} {})</figcaption></figure>",
                sentence(i, 9),
                name(i),
                name(i + 3)
            )
        }))
    }),
    ("pull quotes", |n| {
        page(&fill(n, |i| {
            format!(
                "<blockquote class=pullquote>{}</blockquote>",
                sentence(i, 9)
            )
        }))
    }),
    ("corrections", |n| {
        page(&fill(n, |i| {
            format!("<p class=correction>Correction: {}</p>", sentence(i, 9))
        }))
    }),
    ("links in lists", |n| {
        page(&fill(n, |i| {
            format!("<li><a href=/{i}>{}</a></li>", sentence(i, 6))
        }))
    }),
    ("cells of one table", |n| {
        page(&format!(
            "<table>{}</table>",
            fill(n, |i| format!("<tr><td>{i}<td>{}", word(i)))
        ))
    }),
    ("table, foster parenting", |n| {
        page(&format!("<table>{}</table>", repeat(n, "<b>x<i>y")))
    }),
    ("tables, foster parenting", |n| {
        page(&repeat(n, "<table><tr>x<b>y</table>z"))
    }),
    ("mis-nesting, adoption agency", |n| {
        page(&repeat(n, "<b><i><a href=x><p></b></i></a>x"))
    }),
    ("mis-nesting, formatting left open", |n| {
        page(&repeat(n, "<p><b><i><font color=red>x"))
    }),
    ("end tags of what is not open", |n| {
        page(&repeat(n, "</div></p></b></a>"))
    }),
    ("entities", |n| {
        page(&format!(
            "<p>{}</p>",
            repeat(n, "&amp;&nbsp;&#8217;&eacute;")
        ))
    }),
    ("entities, broken", |n| {
        page(&format!("<p>{}</p>", repeat(n, "&am&#x&#99999999;&")))
    }),
    ("entities, doubly escaped", |n| {
        page(&format!("<p>{}</p>", repeat(n, "&amp;amp;lt;")))
    }),
    ("comments", |n| page(&repeat(n, "<!-- x -->"))),
    ("comments, never closed", |n| page(&repeat(n, "<!-- x "))),
    ("CDATA and processing instructions", |n| {
        page(&repeat(n, "<![CDATA[x]]><?x y?>"))
    }),
    ("scripts", |n| {
        page(&repeat(n, "<script>var a = '<p>';</script>"))
    }),
    ("scripts, never closed", |n| {
        page(&repeat(n, "<script>x</scrip"))
    }),
    ("scripts, escaped twice", |n| {
        page(&repeat(n, "<script><!--<script>x"))
    }),
    ("styles", |n| page(&repeat(n, "<style>p { a: b }</style>"))),
    ("less-than signs", |n| page(&repeat(n, "<"))),
    ("tags without end", |n| page(&repeat(n, "<p x"))),
    ("quotes without end", |n| page(&repeat(n, "<a b=\"c>d"))),
    ("NULs", |n| page(&format!("<p>{}</p>", repeat(n, "x\0 y")))),
    ("svg and math", |n| {
        page(&repeat(n, "<svg><g><path d=x></g></svg><math><mi>x</math>"))
    }),
    ("svg nested", |n| nest(n, "<svg><g>", "</g></svg>")),
    ("select and option", |n| {
        page(&format!(
            "<select>{}</select>",
            repeat(n, "<option>x<optgroup>")
        ))
    }),
    ("template", |n| nest(n, "<template>x", "</template>")),
    ("frameset and body again", |n| {
        page(&repeat(n, "<body a=b><html c=d><frameset>"))
    }),
    ("forms and buttons", |n| {
        page(&repeat(n, "<form><button>x<form><input>"))
    }),
    ("microdata", |n| {
        page(&fill(n, |i| {
            format!(
                "<div itemscope itemprop=author><span itemprop=name>{} {}</span></div>",
                name(i),
                name(i + 3)
            )
        }))
    }),
    ("hidden", |n| {
        page(&repeat(n, "<div hidden style='display:none'>x</div>"))
    }),
    ("live blog", |n| {
        page(&fill(n, |i| {
            format!(
                "<div class=post><time>{}:{:02}</time><h3>{}</h3><p>{}</p></div>",
                i % 24,
                i % 60,
                sentence(i, 5),
                sentence(i, 20)
            )
        }))
    }),
    ("JSON-LD, deep arrays", |n| {
        json_ld(&format!("{}{}", repeat(n / 2, "["), repeat(n / 2, "]")))
    }),
    ("JSON-LD, deep objects", |n| {
        json_ld(&format!(
            "{}1{}",
            repeat(n * 5 / 6, "{\"a\":"),
            repeat(n / 6, "}")
        ))
    }),
    ("JSON-LD, many articles", |n| {
        json_ld(&format!("[{}]", fill(n, |i| format!("{{\"@type\":\"NewsArticle\",\"headline\":\"{}\",\"url\":\"https://x.example/{i}\"}},", sentence(i, 5))).trim_end_matches(',')))
    }),
    ("JSON-LD, many scripts", |n| {
        head(&fill(n, |i| {
            format!(
                "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"{}\"}}</script>",
                word(i)
            )
        }))
    }),
    ("JSON-LD, references around", |n| {
        json_ld(&format!(
            "{{\"@graph\":[{}]}}",
            fill(n, |i| format!(
                "{{\"@id\":\"#{i}\",\"@type\":\"NewsArticle\",\"author\":{{\"@id\":\"#{}\"}}}},",
                i + 1
            ))
            .trim_end_matches(',')
        ))
    }),
    ("JSON-LD, references to one", |n| {
        json_ld(&format!("{{\"@graph\":[{}]}}", fill(n, |i| format!("{{\"@id\":\"#{}\",\"@type\":\"NewsArticle\",\"author\":[{{\"@id\":\"#0\"}},{{\"@id\":\"#1\"}}]}},", i % 2)).trim_end_matches(',')))
    }),
    ("JSON-LD, many authors", |n| {
        json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",\"author\":[{}]}}",
            fill(n, |i| format!("\"{} {}\",", name(i), name(i + 3))).trim_end_matches(',')
        ))
    }),
    ("JSON-LD, broken escapes", |n| {
        json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",\"headline\":\"{}\"}}",
            repeat(n, "\\x\\u12\"\n")
        ))
    }),
    ("JSON-LD, broken quotes", |n| {
        json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",{}}}",
            repeat(n, "\"a\":\"b\"c\",")
        ))
    }),
    ("JSON-LD, broken commas", |n| {
        json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",{}",
            repeat(n, "\"a\":1,,")
        ))
    }),
    ("JSON-LD, articleBody of markup", |n| {
        json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",\"articleBody\":\"{}\"}}",
            repeat(n, "<p>Some words</p>")
        ))
    }),
    ("JSON-LD, articleBody of lines", |n| {
        json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",\"articleBody\":\"{}\"}}",
            fill(n, |i| format!("{}\\n\\n", sentence(i, 10)))
        ))
    }),
    ("__NEXT_DATA__, one text", |n| {
        next_data(&format!("\"body\":\"{}\"", fill(n, |i| sentence(i, 12))))
    }),
    ("__NEXT_DATA__, many objects", |n| {
        next_data(&format!(
            "\"blocks\":[{}]",
            fill(n, |i| format!(
                "{{\"type\":\"p\",\"text\":\"{}\"}},",
                sentence(i, 12)
            ))
            .trim_end_matches(',')
        ))
    }),
    ("__NEXT_DATA__, deep", |n| {
        next_data(&format!(
            "\"a\":{}1{}",
            repeat(n * 5 / 6, "{\"a\":"),
            repeat(n / 6, "}")
        ))
    }),
    ("__NEXT_DATA__, deep, each with a text", |n| {
        let text = sentence(5, 12);
        let levels = n / (text.len() + 20);
        next_data(&format!(
            "\"a\":{}1{}",
            format!("{{\"body\":\"{text}\",\"a\":").repeat(levels),
            "}".repeat(levels)
        ))
    }),
    ("__NEXT_DATA__, escaped JSON within", |n| {
        next_data(&format!(
            "\"body\":\"{}\"",
            repeat(n, "{\\\"a\\\":\\\"b\\\"},")
        ))
    }),
    ("window.__STATE__, braces", |n| {
        format!(
            "<html><body><script>window.__STATE__ = {};</script></body></html>",
            repeat(n, "{")
        )
    }),
    ("window.__STATE__, many", |n| {
        format!(
            "<html><body>{}</body></html>",
            repeat(n, "<script>window.__STATE__={\"body\":\"x\"}</script>")
        )
    }),
    ("window.__STATE__, many in one", |n| {
        format!(
            "<html><body><script>{}</script></body></html>",
            repeat(n, "window.__STATE__={\"body\":")
        )
    }),
];

fn nest(bytes: usize, open: &str, close: &str) -> String {
    let times = bytes / (open.len() + close.len());
    page(&format!("{}x{}", open.repeat(times), close.repeat(times)))
}

fn head(hostile: &str) -> String {
    format!(
        "<html><head><title>The harbour is closed</title>{hostile}</head><body>\
         <h1>The harbour is closed</h1>{}</body></html>",
        story()
    )
}

fn json_ld(json: &str) -> String {
    head(&format!("<script type=application/ld+json>{json}</script>"))
}

/// A page that shows nothing, and holds its text in data.
fn next_data(json: &str) -> String {
    format!(
        "<html><head><title>The harbour is closed</title></head><body><div id=__next></div>\
         <script id=__NEXT_DATA__ type=application/json>{{\"props\":{{{json}}}}}</script></body></html>"
    )
}

fn name(n: usize) -> String {
    let word = word(n);
    format!("{}{}", word[..1].to_uppercase(), &word[1..])
}
