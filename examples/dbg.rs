//! x
fn main() {
    let p = std::env::args().nth(1).unwrap();
    let mut b = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::GzDecoder::new(std::fs::File::open(p).unwrap()),
        &mut b,
    )
    .unwrap();
    let text = String::from_utf8_lossy(&b).into_owned();
    let html = scraper::Html::parse_document(&text);
    let sel = scraper::Selector::parse("h1").unwrap();
    for h in html.select(&sel) {
        println!("{:?}", h.text().collect::<String>());
        for a in h.ancestors() {
            if let Some(e) = a.value().as_element() {
                println!("  {} {:?}", e.name(), e.attrs().collect::<Vec<_>>());
            }
        }
    }
}
