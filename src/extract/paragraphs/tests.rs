use crate::extract::paragraphs::paragraphs;

#[test]
fn wrapped_lines_are_joined_and_paragraphs_kept() {
    for (text, expected) in [
        ("", ""),
        ("One line.", "One line."),
        // Wire copy: the first line is shorter, paragraphs are indented, the signature stands at the end.
        (
            "The mill at the river burnt down\nin the night to Friday, and with it half of the harvest of the\nvalley, the fire brigade said on Saturday.\n    \
             Nobody was hurt.\n    The owner, who had bought the mill only in spring, said that\nhe would build it anew.\n Wire",
            "The mill at the river burnt down in the night to Friday, and with it half of the harvest of the valley, the fire brigade said on Saturday.\n\n\
             Nobody was hurt.\n\nThe owner, who had bought the mill only in spring, said that he would build it anew.\n\nWire",
        ),
        // Blank lines part paragraphs.
        (
            "The mill at the river burnt down in the night to Friday,\nand with it half of the harvest of the valley, the fire\nbrigade said.\n\nNobody was hurt by it.",
            "The mill at the river burnt down in the night to Friday, and with it half of the harvest of the valley, the fire brigade said.\n\nNobody was hurt by it.",
        ),
        // A compound at the end of a line.
        (
            "The minister spoke about the recent wave of cyber-\nattacks on the offices of the government in Tirana\nand on the police.",
            "The minister spoke about the recent wave of cyber-attacks on the offices of the government in Tirana and on the police.",
        ),
        // A line a paragraph.
        (
            "The mill burnt down.\nNobody was hurt.\nThe owner will build it anew.",
            "The mill burnt down.\n\nNobody was hurt.\n\nThe owner will build it anew.",
        ),
        // Figures in lines, each a paragraph of its own.
        (
            "Shr 39 cts vs 50 cts\n    Net 1,545 vs 2,188\n    Revs 25.2 mln vs 19.5 mln",
            "Shr 39 cts vs 50 cts\n\nNet 1,545 vs 2,188\n\nRevs 25.2 mln vs 19.5 mln",
        ),
        ("One\n\n\n\nTwo", "One\n\nTwo"),
        (
            "火事で工場が焼けた。\n誰も怪我はなかった。",
            "火事で工場が焼けた。\n\n誰も怪我はなかった。",
        ),
    ] {
        assert_eq!(paragraphs(text), expected);
    }
}

#[test]
fn long_lines_are_paragraphs() {
    let long = "The mill burnt down in the night. ".repeat(8);
    let long = long.trim();
    assert_eq!(
        paragraphs(&format!("{long}\n{long}\n\n{long}")),
        [long, long, long].join("\n\n")
    );
}
