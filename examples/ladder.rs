//! x
use std::time::Instant;
fn run(name: &str, text: String) {
    let record = dateline::reader::Record { key: dateline::article::Key { path: "x".into(), record: None }, stated: Default::default(), content: dateline::reader::Content::Html(text.clone()), issues: vec![] };
    let t = Instant::now();
    let (a, _) = dateline::extract::extract(&record);
    println!("{name:32} {:8.2} MB {:8.3} s  {:6.1} MB/s body {}", text.len() as f64/1e6, t.elapsed().as_secs_f64(), text.len() as f64/1e6/t.elapsed().as_secs_f64(), a.body.len());
}
fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    let p = "<p class=\"text\">The council met on Tuesday 4 May 2021 and decided, after a long debate, to mend the bridge over the river, said Jane Doe.</p>";
    let gens: Vec<(&str, Box<dyn Fn(usize)->String>)> = vec![
        ("divs", Box::new(|n| "<div>".repeat(n/5)+"text")),
        ("spans", Box::new(|n| "<span>".repeat(n/6)+"text")),
        ("b", Box::new(|n| "<b>".repeat(n/3)+"text")),
        ("b p", Box::new(|n| "<b><p>x".repeat(n/7))),
        ("a", Box::new(|n| "<a href=x>y".repeat(n/11))),
        ("table", Box::new(|n| "<table><tr><td>".repeat(n/15))),
        ("ul li", Box::new(|n| "<ul><li>".repeat(n/8))),
        ("font p", Box::new(|n| "<font><p>".repeat(n/9))),
        ("figures", Box::new(|n| "<figure><figcaption>x".repeat(n/21))),
        ("blockquotes", Box::new(|n| "<blockquote>some words here".repeat(n/27))),
        ("flat quotes", Box::new(|n| "<blockquote>some words here and there are many words</blockquote>".repeat(n/65))),
        ("article", Box::new(move |n| format!("<html><body><article><h1>The bridge is mended at last, says council</h1>{}", p.repeat(n/p.len())))),
        ("one p", Box::new(|n| format!("<p>{}", "word ".repeat(n/5)))),
        ("one line brs", Box::new(|n| "A sentence of some length stands here.<br>".repeat(n/42))),
        ("h1s", Box::new(|n| "<h1>A headline of some length</h1>".repeat(n/34))),
        ("times", Box::new(|n| "<time datetime=2021-05-04>4 May 2021</time>".repeat(n/43))),
        ("authors", Box::new(|n| "<a rel=author>Jane Doe</a> ".repeat(n/27))),
        ("itemprop author", Box::new(|n| "<span itemprop=author></span>".repeat(n/29))),
        ("nested itemprop author", Box::new(|n| "<span itemprop=author>".repeat(n/22))),
        ("class by nested", Box::new(|n| "<div class=byline>".repeat(n/18)+"x")),
        ("metas", Box::new(|n| "<meta name=author content=\"Jane Doe\">".repeat(n/37))),
        ("jsonld", Box::new(|n| format!("<script type=application/ld+json>[{}]</script>", "{\"@type\":\"NewsArticle\",\"headline\":\"x y z\"},".repeat(n/43)))),
        ("jsonld deep", Box::new(|n| format!("<script type=application/ld+json>{}</script>", "{\"a\":[".repeat(n/6)))),
        ("jsonld quotes", Box::new(|n| format!("<script type=application/ld+json>{{\"a\":\"{}", "\" ".repeat(n/2)))),
        ("state", Box::new(|n| format!("<script>{}</script>", "x={\"a\":[1,2,".repeat(n/12)))),
        ("state2", Box::new(|n| format!("<script>{}</script>", "=[".repeat(n/2)))),
        ("captions", Box::new(|n| "<div class=caption>Jane Doe speaks. Photo: AP</div>".repeat(n/51))),
        ("titles", Box::new(|n| format!("<title>{}</title>", " - a | b".repeat(n/8)))),
        ("lt", Box::new(|n| "<".repeat(n))),
        ("comments", Box::new(|n| "<!--".repeat(n/4))),
        ("attrs", Box::new(|n| format!("<div {}>x", "a=b c".repeat(n/5)))),
        ("attrs2", Box::new(|n| { let mut s=String::from("<div "); let mut i=0; while s.len()<n { s.push_str(&format!("a{i} ")); i+=1; } s+">x" })),
        ("classes", Box::new(|n| format!("<div class=\"{}\">x", "share related ".repeat(n/14)))),
        ("sections class", Box::new(|n| "<section class=related><p>Some text of a story goes here and on</p>".repeat(n/68))),
        ("links list", Box::new(|n| format!("<ul>{}</ul>", "<li><a href=/x>A headline of some length here</a></li>".repeat(n/55)))),
        ("custom", Box::new(|n| "<x-y>".repeat(n/5))),
        ("select", Box::new(|n| "<select><option>x".repeat(n/17))),
        ("svg", Box::new(|n| "<svg><g>".repeat(n/8))),
        ("template", Box::new(|n| "<template>".repeat(n/10))),
        ("form", Box::new(|n| "<div></form><form>".repeat(n/18))),
        ("nobr", Box::new(|n| "<nobr>x".repeat(n/7))),
        ("button", Box::new(|n| "<button>x<p>".repeat(n/12))),
        ("mixed fmt", Box::new(|n| "<a><b><i><u><s><em><code><div>".repeat(n/30))),
        ("p closings", Box::new(|n| "<div>".repeat(300)+&"</p>".repeat(n/4))),
        ("digits", Box::new(|n| format!("<p>{}", "1/2/2020 ".repeat(n/9)))),
        ("entities", Box::new(|n| format!("<p>{}", "&amp;quot;".repeat(n/10)))),
        ("dts", Box::new(|n| "<dl><dt>x<dd>".repeat(n/13))),
        ("li nested alone", Box::new(|n| "<li><ul>".repeat(n/8))),
        ("p div", Box::new(|n| "<p><div>".repeat(n/8))),
        ("td div", Box::new(|n| "<td><table>".repeat(n/11))),
    ];
    for (name, g) in gens { if !only.is_empty() && !name.contains(&only) { continue; } for n in [100_000, 400_000] { run(name, g(n)); } }
}
