//! Mails and pages saved as mails (MHTML): the part that is read, decoded, and what the header states.

use mail_parser::{HeaderName, HeaderValue, Message, MessageParser, MimeHeaders, PartType};

use crate::reader::{Content, Format, ReadError, Stated, lines};

/// Bytes in which a header must name what it has to.
const HEADER: usize = 32 << 10;

/// Whether bytes begin as a mail, a page saved as one, or a file of mails do.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    let head = &bytes[..bytes.len().min(HEADER)];
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}');
    let (first, rest) = text.split_once('\n')?;
    if is_separator(first.as_bytes()) {
        return is_mail(rest).then_some(Format::Mbox);
    }
    if !is_mail(text) {
        return None;
    }
    let lower = header(text).to_ascii_lowercase();
    let saved = lower.contains("\nsnapshot-content-location:")
        || lower.contains("from: <saved by ")
        || lower.contains("from: \"saved by ");
    if lower.contains("multipart/related") && saved {
        return Some(Format::Mhtml);
    }
    Some(Format::Mail)
}

/// Whether a line parts the mails of a file: `From news@post.example Thu Mar  4 09:30:00 2021`.
pub(super) fn is_separator(line: &[u8]) -> bool {
    let line = line.trim_ascii_end();
    line.starts_with(b"From ")
        && line.len() <= 400
        && line
            .windows(3)
            .any(|clock| clock[0].is_ascii_digit() && clock[1] == b':' && clock[2].is_ascii_digit())
}

fn header(text: &str) -> &str {
    let end = text.find("\n\n").or_else(|| text.find("\r\n\r\n"));
    &text[..end.unwrap_or(text.len())]
}

/// Whether a text begins with the header of a mail as it was sent; one typed off or printed is read as the text that it is.
fn is_mail(text: &str) -> bool {
    let (mut known, mut sent) = (0, false);
    for line in header(text).lines() {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        match name.to_ascii_lowercase().as_str() {
            "from" | "subject" | "date" => known += 1,
            "mime-version"
            | "content-type"
            | "content-transfer-encoding"
            | "message-id"
            | "received"
            | "return-path" => sent = true,
            _ => {}
        }
    }
    known >= 2 && sent
}

/// Reads a mail; the line that parts it from others may stand above it.
///
/// # Errors
///
/// Where it is broken, or holds neither a text nor a page.
pub(super) fn read(bytes: &[u8], stated: &mut Stated) -> Result<Content, ReadError> {
    let (bytes, kept) = match bytes.iter().position(|&byte| byte == b'\n') {
        Some(end) if is_separator(&bytes[..end]) => (&bytes[end + 1..], true),
        _ => (bytes, false),
    };
    let unquoted = if kept {
        unquoted(bytes)
    } else {
        bytes.to_vec()
    };
    let message = parse(&unquoted)?;
    let page = message.html_body.iter().find_map(|&at| page(&message, at));
    let text = message.text_body.iter().find_map(|&at| text(&message, at));
    let from = message.from().and_then(|from| from.first());
    let sender = from.and_then(|from| from.name()).map(str::trim);
    let subject = message.subject().map(one_line);
    let date = message.header_raw(HeaderName::Date).map(one_line);
    if let Some(page) = page.filter(|page| !page.trim().is_empty()) {
        let mut state = |field: &'static str, value: Option<String>| {
            let value = value.filter(|value| !value.is_empty());
            if value.is_some() {
                stated.rules.insert(field, format!("mail:{field}"));
            }
            value
        };
        let title = subject
            .as_deref()
            .map(|subject| unprefixed(subject).to_owned());
        let title = state("title", title);
        let published = state("published", date);
        let publisher = sender.filter(|name| !name.contains('@')).map(one_line);
        let publisher = state("publisher", publisher);
        let own_id = state("own_id", message.message_id().map(one_line));
        stated.title = title;
        stated.published = published;
        stated.publisher = publisher;
        stated.own_id = own_id;
        return Ok(Content::Html(page));
    }
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Err(ReadError::Foreign(
            "a mail without a text or a page".to_owned(),
        ));
    };
    // Extraction reads the header of a mail that was saved as text: it is given that.
    let mut whole = String::with_capacity(text.len() + 200);
    let address = from.and_then(|from| from.address()).unwrap_or("unknown");
    let sender = sender.map_or(address.to_owned(), |name| {
        format!("{} <{address}>", one_line(name))
    });
    for (name, value) in [("From", Some(sender)), ("Subject", subject), ("Date", date)] {
        if let Some(value) = value {
            whole.push_str(&format!("{name}: {value}\n"));
        }
    }
    whole.push('\n');
    whole.push_str(&unreplied(&lines::unix_lines(text)));
    Ok(Content::Text(whole))
}

/// Reads a page that was saved as a mail.
///
/// # Errors
///
/// Where it is broken, or holds no page.
pub(super) fn read_saved(bytes: &[u8], stated: &mut Stated) -> Result<Content, ReadError> {
    let message = parse(bytes)?;
    let part = message
        .parts
        .iter()
        .find(|part| matches!(part.body, PartType::Html(_)));
    let Some(PartType::Html(page)) = part.map(|part| &part.body) else {
        return Err(ReadError::Foreign("a saved page without a page".to_owned()));
    };
    let location = message
        .header("Snapshot-Content-Location")
        .and_then(HeaderValue::as_text)
        .or_else(|| part.and_then(|part| part.content_location()));
    let location = location.filter(|url| url.starts_with("http"));
    if let Some(url) = location
        && stated.url.is_none()
    {
        stated.url = Some(one_line(url));
        stated.rules.insert("url", "mhtml:location".to_owned());
    }
    if let Some(date) = message.header_raw(HeaderName::Date)
        && stated.captured.is_none()
    {
        stated.captured = Some(one_line(date));
        stated.rules.insert("captured", "mhtml:date".to_owned());
    }
    Ok(Content::Html(page.clone().into_owned()))
}

fn parse(bytes: &[u8]) -> Result<Message<'_>, ReadError> {
    MessageParser::default()
        .parse(bytes)
        .filter(|message| message.from().is_some() || message.subject().is_some())
        .ok_or(ReadError::Mail)
}

fn page(message: &Message<'_>, at: u32) -> Option<String> {
    match &message.parts.get(at as usize)?.body {
        PartType::Html(page) => Some(page.clone().into_owned()),
        _ => None,
    }
}

fn text(message: &Message<'_>, at: u32) -> Option<String> {
    match &message.parts.get(at as usize)?.body {
        PartType::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A subject without what forwarding put before it.
fn unprefixed(subject: &str) -> &str {
    let mut subject = subject.trim();
    while let Some(rest) = ["Fwd:", "FW:", "Fw:", "Re:", "RE:", "WG:", "AW:", "TR:"]
        .iter()
        .find_map(|prefix| subject.strip_prefix(prefix))
    {
        subject = rest.trim_start();
    }
    subject
}

/// Lines of a file of mails that were quoted so as not to part them: `>From here`.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let marks = line.iter().take_while(|&&byte| byte == b'>').count();
        let quoted = marks > 0 && line[marks..].starts_with(b"From ");
        out.extend_from_slice(&line[usize::from(quoted)..]);
    }
    out
}

/// A text without the lines of another mail that it answers.
fn unreplied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let answered = |next: Option<&&str>| next.is_some_and(|next| next.starts_with('>'));
        if line.starts_with('>') || line.trim_end().ends_with(':') && answered(lines.peek()) {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::reader::{Content, Format, Record, format, read, row};
    use crate::source::RawDocument;

    const HEADER: &str = "From: Harbour Post <news@post.example>\nSubject: =?utf-8?q?Fwd:_F=C3=A4hre_aground?=\nDate: Thu, 4 Mar 2021 09:30:00 +0100\nMIME-Version: 1.0\n";

    fn records(name: &str, bytes: &str) -> Vec<Record> {
        let document = RawDocument {
            path: name.to_owned(),
            bytes: bytes.as_bytes().to_vec(),
            ..RawDocument::default()
        };
        read(document).expect("a mail").records
    }

    #[test]
    fn a_page_goes_before_its_text() {
        let mail = format!(
            "{HEADER}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nText.\n--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>F=E4hre</p>\n--b--\n"
        );
        assert_eq!(format(mail.as_bytes(), "a", true).ok(), Some(Format::Mail));
        let found = records("a", &mail);
        assert_eq!(found[0].stated.title.as_deref(), Some("Fähre aground"));
        assert_eq!(found[0].stated.publisher.as_deref(), Some("Harbour Post"));
        assert!(matches!(&found[0].content, Content::Html(page) if page.contains("<p>Fähre</p>")));
    }

    #[test]
    fn mails_of_a_file_are_rows() {
        let file = format!(
            "From a@b Thu Mar  4 09:30:00 2021\n{HEADER}\nIt ran aground.\n>From then on.\nOn Monday Ada wrote:\n> old\n\nFrom a@b Thu Mar  4 09:40:00 2021\nbroken\n\nFrom a@b Thu Mar  4 09:50:00 2021\n{HEADER}\nThree.\n"
        );
        assert_eq!(format(file.as_bytes(), "a", true).ok(), Some(Format::Mbox));
        let document = RawDocument {
            path: "a".to_owned(),
            bytes: file.clone().into_bytes(),
            ..RawDocument::default()
        };
        let found = read(document).expect("mails");
        assert_eq!(found.records.len(), 2);
        assert_eq!(found.failures[0].key.record.as_deref(), Some("#2"));
        let Content::Text(text) = &found.records[0].content else {
            panic!("a text");
        };
        assert!(text.starts_with("From: Harbour Post <news@post.example>\nSubject: "));
        assert!(
            text.contains("aground.\nFrom then on.\n") && !text.contains("old"),
            "{text}"
        );
        let raw = row(file.as_bytes(), "a", 3).expect("a row");
        assert!(raw.starts_with(b"From a@b Thu Mar  4 09:50:00"));
    }

    #[test]
    fn a_saved_page_has_its_address() {
        let saved = "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/ferry\nSubject: Ferry\nDate: Thu, 4 Mar 2021 09:30:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://post.example/ferry\n\n<html><p class=3D\"a\">It ran.</p></html>\n--b--\n";
        assert_eq!(
            format(saved.as_bytes(), "a", true).ok(),
            Some(Format::Mhtml)
        );
        let found = records("a", saved);
        assert_eq!(
            found[0].stated.url.as_deref(),
            Some("https://post.example/ferry")
        );
        assert!(found[0].stated.captured.is_some());
        assert!(matches!(&found[0].content, Content::Html(page) if page.contains("class=\"a\"")));
    }
}
