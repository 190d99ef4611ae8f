//! Lines that stand among an article's paragraphs without being text of it, in the languages of many newsrooms.

use std::sync::LazyLock;

use regex::Regex;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant and compiles")
}

static PROMO: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:
        read\ (?:more|also|next|the\ full|on)\b | also\ read\b | see\ also\b | more\ on\ this | more:\s | more\ from\b | more\ stories | also\ on\b
        | related(?:\ (?:articles?|stories|story|content|posts?|news|links?|topics?))?\s*(?::|$) | recommended(?:\ for\ you)?\s*(?::|$)
        | (?:watch|listen)(?:\ (?:live|now|more|below|here|the\ video))?\s*[:|] | don['’]t\ miss\b | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested)
        | (?:click|tap)\ here\b | sign\ up\b | subscribe\b | follow\ (?:us|@|our)\b | join\ (?:our|us|the\ conversation)\b | download\ (?:the|our)\b
        | get\ (?:the\ latest|our|all\ the|breaking|more|a\ daily|your\ daily|exclusive)\b | stay\ up\ to\ date | stay\ (?:informed|tuned|connected)\b
        | (?:like|find|visit)\ us\ on\b | support\ (?:us|our|independent|quality)\b | advertisement\b | story\ continues\b | article\ continues\b | continue\ reading\b
        | scroll\ (?:down|to)\b | share\ (?:this|on|via)\b | this\ (?:story|article)\ (?:was\ (?:originally|first)|originally|first)\ (?:published|appeared)
        | (?:all\ rights\ reserved|copyright\b|©|\(c\)\ ) | for\ more\ (?:stories|news|from|on)\b | (?:have|got)\ (?:a|any)\ (?:story|tip|news)\b | let\ us\ know\b | what\ do\ you\ think\b
        | lesen\ sie\b | mehr\ (?:zum\ thema|dazu|lesen|artikel|aus|von|nachrichten)\b | lies\ auch | auch\ interessant | weiterlesen | jetzt\ (?:lesen|abonnieren|anmelden|kostenlos)\b
        | zum\ thema\b | newsletter\b | abonnieren\b | das\ könnte\ sie\b | dieser\ (?:artikel|text)\ (?:erschien|ist\ zuerst) | hier\ (?:geht|können\ sie|finden\ sie)\b.{0,60}(?:newsletter|abo|anmelden) | folgen\ sie\b
        | lire\ (?:aussi|la\ suite|également)\b | à\ lire\b | voir\ aussi | a\ voir\ aussi | sur\ le\ même\ (?:sujet|thème) | abonnez-vous | inscrivez-vous | suivez-nous | la\ suite\ après
        | leer\ (?:más|también)\b | lea\ también | también\ (?:te|le)\ puede\b | te\ puede\ interesar | más\ información | noticias?\ relacionad | suscr[ií]bete | síguenos | ver\ también
        | leggi\ (?:anche|tutto|di\ più)\b | vedi\ anche | potrebbe\ interessarti | iscriviti | leia\ (?:também|mais) | veja\ (?:também|mais) | saiba\ mais
        | les\ (?:også|også:|mer)\b | läs\ (?:också|mer|även)\b | læs\ (?:også|mere)\b | lees\ (?:ook|meer|verder)\b | bekijk\ ook | lue\ (?:myös|lisää) | czytaj\ (?:też|także|więcej) | zobacz\ (?:też|także)
        | ayrıca\ (?:oku|bak) | ilgili\ haber | haberin\ devamı | читайте\ (?:также|ещё|еще)\b | читать\ (?:также|далее) | подписывайтесь | baca\ (?:juga|selengkapnya) | simak\ juga | đọc\ (?:thêm|tiếp) | xem\ thêm
        | lexo\ (?:edhe|më\ shumë)
        )",
    )
});

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:
        advertisement | ad | anzeige | werbung | publicidad | publicité | reklam | pubblicità | annonse | iklan | sponsored(?:\ content)? | loading(?:\.{2,3}|…)? | close | menu
        | share | share\ (?:this|article|full\ article) | tweet | email | e-mail | print | copy\ link | link\ copied | save | comments? | \d+\ (?:comments?|shares?) | leave\ a\ comment | view\ comments
        | facebook | twitter | whatsapp | linkedin | pinterest | reddit | telegram | instagram | x | flipboard | teilen | drucken | merken | kommentare? | partager | compartir | condividi | imprimer
        | (?:read\ )?\d+\ min(?:ute)?s?(?:\ read)? | lesezeit:?\ .{0,20} | \d+\ min\.?\ (?:lesezeit|de\ lecture|de\ lectura) | image\ (?:source|caption)\b.{0,60} | (?:photo|image|picture|foto|bild|video|grafik)(?:\ credit)?\s*:.{0,80}
        | (?:photo|image|picture)s?\ (?:by|courtesy)\b.{0,60} | getty\ images | (?:reuters|ap|afp)\ (?:photo|images?) | play\ video | watch | video | audio | gallery | \d+\ of\ \d+ | \d+/\d+ | next | previous | back\ to\ top
        | enlarge\ (?:this\ )?image | toggle\ caption | hide\ caption | topics? | tags?(?:\s*:.*)? | filed\ under\b.{0,120} | categories | schlagw(?:ö|o)rter | themen | in\ this\ article | related | more | read\ more | live | breaking | exclusive | opinion | video:?
        )\W*$",
    )
});

static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:
        related\b | more\ (?:from|on|stories|news|like|in|about|to\ (?:read|explore))\b | most\ (?:read|popular|viewed|shared)\b | recommended\b | trending\b | popular\b | read\ (?:next|more|also)\b | you\ (?:may|might)\ also\b | latest\b.{0,30}(?:news|stories|videos|headlines)?$
        | editor['’]s?\ (?:picks|choice)\b | top\ stories | what\ to\ read\ next | up\ next | also\ (?:read|on|in)\b | in\ other\ news | from\ around\ the\ web | around\ the\ web | sponsored\b | promoted\b | recent\ (?:posts|articles|stories|news)\b | similar\ (?:articles|stories|posts)\b | you\ might\ (?:like|be)
        | comments?(?:\ \(\d+\))?$ | \d+\ comments?$ | leave\ a\ (?:reply|comment) | join\ the\ (?:conversation|discussion) | post\ a\ comment | about\ the\ authors?\b | newsletters?\b | sign\ up\b | subscribe\b | share\ this\b | follow\ us\b | tags?:? | topics:? | further\ reading\b | see\ also\b | read\ also\b | next\ (?:article|post|story)
        | mehr\ (?:zum\ thema|aus|von|artikel|nachrichten|dazu)\b | zum\ thema\b | das\ könnte\ (?:sie|dich)\b | auch\ interessant | meistgelesen | weitere\ (?:artikel|themen|nachrichten|meldungen|beiträge)\b | lesen\ sie\ auch\b | kommentare\b | empfehlungen?\b | verwandte\b | neueste\b | top-?themen | aktuelle\ (?:nachrichten|meldungen)
        | à\ lire\b | lire\ aussi | sur\ le\ même\ (?:sujet|thème) | les\ plus\ lus | nos\ (?:dernières|recommandations) | à\ voir\ (?:aussi|également) | contenus?\ sponsorisés? | articles\ (?:liés|similaires|associés) | dans\ la\ même\ rubrique
        | noticias?\ relacionad | te\ puede\ interesar | también\ te | más\ (?:noticias|leídas?|información|en)\b | lo\ más\ (?:leído|visto) | artículos\ relacionados | comentarios | temas\b | leggi\ anche | articoli\ correlati | potrebbe\ interessarti | i\ più\ letti | ultime\ notizie | notizie\ correlate
        | veja\ (?:também|mais) | leia\ (?:também|mais) | mais\ (?:lidas|notícias) | lees\ ook | meest\ gelezen | läs\ (?:också|även|mer) | mest\ (?:läst|lest|læst) | les\ også | læs\ også | flere\ (?:saker|artikler|nyheder) | ilgili\ haberler | son\ dakika | en\ çok\ okunan | diğer\ haberler
        | читайте\ также | материалы\ по\ теме | самое\ (?:читаемое|популярное) | новости\ по\ теме | 関連(?:記事|ニュース) | 関連キーワード | おすすめ | 관련\ ?기사 | 많이\ 본 | 相关(?:新闻|阅读) | berita\ (?:terkait|lainnya|terkini) | artikel\ terkait | tin\ (?:liên\ quan|mới)
        )",
    )
});

static END: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:related\b|more\ (?:from|stories|news)\b|most\b|recommended\b|trending\b|popular\b|you\ m|latest\b|editor|top\ stories|recent\b|similar\b|\d*\ ?comments?\b|leave\ a|join\ the|post\ a|sponsored|promoted|around\ the|from\ around|what\ to\ read|up\ next|meistgelesen|weitere\b|das\ könnte|kommentare|lo\ más|noticias?\ rel|artículos|comentarios|articoli|ilgili|en\ çok|материалы|関連|관련|相关|berita|mest\b|les\ plus\ lus|next\ (?:article|post|story))",
    )
});

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:by|von|par|por|di|da|door|av|af|autor|autorin|text|written\ by|reported\ by|автор|oleh|story\ by)\s*:?\s+\p{Lu}[\p{L}.'’\-]*(?:\s+(?:\p{Lu}|and|und|et|y|e|og|och|en|&|,|de|van|von|der)[\p{L}.'’\-]*){0,10}\s*(?:[,|•·–-].{0,60})?$",
    )
});

static CORRECTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:correction(?:s)?(?:\ ?\(.{3,40}\))?\s*[:.—–-]\s|clarification\s*[:.]|this\ (?:article|story|post)\ (?:has\ been|was)\ (?:corrected|amended|updated\ to\ (?:correct|reflect|clarify))|an\ earlier\ version\ of\ this\ (?:article|story)|korrektur\s*:|in\ einer\ früheren\ version|hinweis\ der\ redaktion\s*:|rectificatif\s*:|fe\ de\ errata|editor['’]s\ note\s*:.{0,160}(?:corrected|updated|earlier\ version))",
    )
});

/// Whether the line invites to read, sign up, follow or share; `linked` says that a good part of it is a link.
pub(super) fn is_promo(text: &str, linked: bool) -> bool {
    let limit = if linked { 400 } else { 160 };
    text.len() <= limit && PROMO.is_match(text)
}

/// Whether the line is a label of the page: `Advertisement`, `Share`, `5 min read`.
pub(super) fn is_label(text: &str) -> bool {
    text.len() <= 160 && LABEL.is_match(text)
}

/// Whether the line heads other stories or the comments.
pub(super) fn opens_other(text: &str) -> bool {
    text.len() <= 120 && OTHER.is_match(text)
}

/// Whether nothing of the article comes after the line.
pub(super) fn ends_article(text: &str) -> bool {
    text.len() <= 120 && END.is_match(text)
}

/// Whether the line says who wrote it and no more.
pub(super) fn is_byline(text: &str) -> bool {
    text.len() <= 140 && BYLINE.is_match(text)
}

/// Whether the line is a correction of the article.
pub(super) fn is_correction(text: &str) -> bool {
    CORRECTION.is_match(text)
}
