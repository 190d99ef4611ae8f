//! Lines that stand among an article's paragraphs without being text of it, in the languages of many newsrooms.

use std::sync::LazyLock;

use regex::Regex;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant and compiles")
}

static PROMO: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:
        read\ (?:more|also|next|the\ full|on)(?-u:\b) | (?:must\ )?(?:read|watch|listen|see|look|live|in\ pics)\s*[|»] | must[\ -]read(?-u:\b) | also\ read(?-u:\b) | see\ also(?-u:\b) | more\ on\ this | more:\s | more\ from(?-u:\b) | more\ stories | also\ on(?-u:\b)
        | related(?:\ (?:articles?|stories|story|content|posts?|news|links?|topics?))?\s*(?::|$) | recommended(?:\ for\ you)?\s*(?::|$)
        | (?:watch|listen)(?:\ (?:live|now|more|below|here|the\ video))?\s*[:|] | don['’]t\ miss(?-u:\b) | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested)
        | (?:click|tap)\ here(?-u:\b) | sign\ up(?-u:\b) | subscribe(?-u:\b) | follow\ (?:us|@|our)(?-u:\b) | join\ (?:our|us|the\ conversation)(?-u:\b) | download\ (?:the|our)(?-u:\b)
        | get\ (?:the\ latest|our|all\ the|breaking|more|a\ daily|your\ daily|exclusive)(?-u:\b) | stay\ up\ to\ date | stay\ (?:informed|tuned|connected)(?-u:\b)
        | (?:like|find|visit)\ us\ on(?-u:\b) | support\ (?:us|our|independent|quality)(?-u:\b) | connect\ with\ (?:me|us|him|her|them)\ | advertisement(?-u:\b) | story\ continues(?-u:\b) | article\ continues(?-u:\b) | continue\ reading(?-u:\b)
        | share\ your\ thoughts | (?:this|the)\ advertisement\ has\ not | enjoy\ additional\ articles | get\ e-?mail\ updates(?-u:\b) | author\ of\ the\ article
        | scroll\ (?:down|to)(?-u:\b) | share\ (?:this|on|via)(?-u:\b) | this\ (?:story|article)\ (?:was\ (?:originally|first)|originally|first)\ (?:published|appeared)
        | (?:all\ rights\ reserved|copyright(?-u:\b)|©|\(c\)\ ) | for\ more\ (?:stories|news|from|on)(?-u:\b) | (?:have|got)\ (?:a|any)\ (?:story|tip|news)(?-u:\b) | let\ us\ know(?-u:\b) | what\ do\ you\ think(?-u:\b)
        | lesen\ sie(?-u:\b) | mehr\ (?:zum\ thema|dazu|lesen|artikel|aus|von|nachrichten)(?-u:\b) | lies\ auch | auch\ interessant | weiterlesen | jetzt\ (?:lesen|abonnieren|anmelden|kostenlos)(?-u:\b)
        | zum\ thema(?-u:\b) | newsletter(?-u:\b) | abonnieren(?-u:\b) | das\ könnte\ sie(?-u:\b) | dieser\ (?:artikel|text)\ (?:erschien|ist\ zuerst) | hier\ (?:geht|können\ sie|finden\ sie)(?-u:\b).{0,60}(?:newsletter|abo|anmelden) | folgen\ sie(?-u:\b)
        | lire\ (?:aussi|la\ suite|également)(?-u:\b) | à\ lire(?-u:\b) | voir\ aussi | a\ voir\ aussi | sur\ le\ même\ (?:sujet|thème) | abonnez-vous | inscrivez-vous | suivez-nous | la\ suite\ après
        | leer\ (?:más|también)(?-u:\b) | lea\ también | también\ (?:te|le)\ puede(?-u:\b) | te\ puede\ interesar | más\ información | noticias?\ relacionad | suscr[ií]bete | síguenos | ver\ también
        | (?:reciba|recibe)\ (?:nuestr|en\ tu|las?\ ) | you\ are\ visitor\ no | best\ viewed\ (?:at|in|with) | leggi\ (?:anche|tutto|di\ più)(?-u:\b) | vedi\ anche | potrebbe\ interessarti | iscriviti | leia\ (?:também|mais) | veja\ (?:também|mais) | saiba\ mais
        | les\ (?:også|også:|mer)(?-u:\b) | läs\ (?:också|mer|även)(?-u:\b) | læs\ (?:også|mere)(?-u:\b) | lees\ (?:ook|meer|verder)(?-u:\b) | bekijk\ ook | lue\ (?:myös|lisää) | czytaj\ (?:też|także|więcej) | zobacz\ (?:też|także)
        | ayrıca\ (?:oku|bak) | ilgili\ haber | haberin\ devamı | читайте\ (?:также|ещё|еще) | читать\ (?:также|далее) | подписывайтесь | baca\ (?:juga|selengkapnya) | simak\ juga | đọc\ (?:thêm|tiếp) | xem\ thêm
        | lexo\ (?:edhe|më\ shumë)
        )",
    )
});

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:
        advertisement | ad | anzeige | werbung | publicidad | publicité | reklam | pubblicità | annonse | iklan | sponsored(?:\ content)? | loading(?:\.{2,3}|…)? | close | menu
        | .{0,16}を?シェア(?:する)? | what['’]s\ your\ reaction | share | share\ (?:this|article|full\ article) | tweet | email | e-mail | print | copy\ link | link\ copied | save | comments? | \d+\ (?:comments?|shares?) | leave\ a\ comment | view\ comments
        | facebook | twitter | whatsapp | linkedin | pinterest | reddit | telegram | instagram | x | flipboard | teilen | drucken | merken | kommentare? | partager | compartir | condividi | imprimer
        | (?:read\ )?\d+\ min(?:ute)?s?(?:\ read)? | lesezeit:?\ .{0,20} | \d+\ min\.?\ (?:lesezeit|de\ lecture|de\ lectura) | image\ (?:source|caption)(?-u:\b).{0,60} | (?:photo|image|picture|foto|bild|video|grafik)(?:\ credit)?\s*:.{0,80}
        | (?:photo|image|picture)s?\ (?:by|courtesy)(?-u:\b).{0,60} | getty\ images | (?:reuters|ap|afp)\ (?:photo|images?) | play\ video | watch | video | audio | gallery | (?:image|photo|slide|picture)?\ ?\d+\ (?:of|/|of\ /)\ \d+ | \d+\ ?/\ ?\d+ | \d+\ (?:photos?|images?|slides|bilder|fotos) | captions? | back\ to\ gallery | (?:view\ |open\ |full\ )gallery | adverts? | adchoices | remove\ ads | subscribed | arrives\ \w+ | download | updates? | deals | fotos? | źródło:? | raporty:? | więcej:? | više\ o(?:\ temi)?:? | autor:? | article\ bookmarked | rating:\ \d+\ votes | visit\ advertiser\ website | next | previous | back\ to\ top
        | enlarge\ (?:this\ )?image | toggle\ caption | hide\ caption | topics? | tags?(?:\s*:.*)? | filed\ under(?-u:\b).{0,120} | categories | schlagw(?:ö|o)rter | themen | in\ this\ article | related | more | read\ more | live | breaking | exclusive | opinion | video:?
        )\W*$",
    )
});

static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:
        related(?-u:\b) | more\ (?:from|on|stories|news|like|in|about|to\ (?:read|explore))(?-u:\b) | most\ (?:read|popular|viewed|shared)(?-u:\b) | recommended(?-u:\b) | trending(?-u:\b) | popular(?-u:\b) | read\ (?:this\ )?(?:next|more|also)(?-u:\b) | keep\ reading | you\ (?:may|might)\ also(?-u:\b) | latest(?-u:\b).{0,30}(?:news|stories|videos|headlines)?$
        | editor['’]s?\ (?:picks|choice)(?-u:\b) | top\ stories | what\ to\ read\ next | up\ next | also\ (?:read|on|in)(?-u:\b) | in\ other\ news | from\ around\ the\ web | around\ the\ web | sponsored(?-u:\b) | promoted(?-u:\b) | recent\ (?:posts|articles|stories|news)(?-u:\b) | similar\ (?:articles|stories|posts)(?-u:\b) | you\ might\ (?:like|be)
        | (?:reader\ |top\ (?:rated\ )?|all\ |view\ |your\ (?:thoughts\ and\ )?)?comments?(?:\ \(\d+\))?$ | (?:no|\d+|one)\ (?:comments?|responses?|replies|thoughts?|reactions?|kommentare?|commentaires?|comentarios?|commenti|reacties)(?-u:\b).{0,80}$ | leave\ a\ (?:reply|comment) | join\ the\ (?:conversation|discussion) | post\ a\ comment | about\ the\ authors?(?-u:\b) | newsletters?(?-u:\b) | sign\ up(?-u:\b) | subscribe(?-u:\b) | share\ this(?-u:\b) | follow\ us(?-u:\b) | tags?:? | topics:? | further\ reading(?-u:\b) | see\ also(?-u:\b) | read\ also(?-u:\b) | next\ (?:article|post|story)
        | mehr\ (?:zum\ thema|aus|von|artikel|nachrichten|dazu)(?-u:\b) | zum\ thema(?-u:\b) | das\ könnte\ (?:sie|dich)(?-u:\b) | auch\ interessant | meistgelesen | weitere\ (?:artikel|themen|nachrichten|meldungen|beiträge)(?-u:\b) | lesen\ sie\ auch(?-u:\b) | kommentare(?-u:\b) | empfehlungen?(?-u:\b) | verwandte(?-u:\b) | ähnliche\ (?:artikel|nachrichten|beiträge|themen)(?-u:\b) | neueste(?-u:\b) | top-?themen | aktuelle\ (?:nachrichten|meldungen)
        | à\ lire(?-u:\b) | lire\ aussi | sur\ le\ même\ (?:sujet|thème) | les\ plus\ lus | nos\ (?:dernières|recommandations) | à\ voir\ (?:aussi|également) | contenus?\ sponsorisés? | articles\ (?:liés|similaires|associés) | dans\ la\ même\ rubrique
        | noticias?\ relacionad | te\ puede\ interesar | también\ te | más\ (?:noticias|leídas?|información|en)(?-u:\b) | lo\ más\ (?:leído|visto) | artículos\ relacionados | comentarios | temas(?-u:\b) | leggi\ anche | articoli\ correlati | potrebbe\ interessarti | i\ più\ letti | ultime\ notizie | notizie\ correlate
        | veja\ (?:também|mais) | leia\ (?:também|mais) | mais\ (?:lidas|notícias) | lees\ ook | meest\ gelezen | läs\ (?:också|även|mer) | mest\ (?:läst|lest|læst) | les\ også | læs\ også | flere\ (?:saker|artikler|nyheder) | ilgili\ haberler | son\ dakika | en\ çok\ okunan | diğer\ haberler
        | читайте\ также | материалы\ по\ теме | самое\ (?:читаемое|популярное) | новости\ по\ теме | 関連(?:記事|ニュース|企業|情報|トピック|リンク|特集|ワード) | この記事を書いた | (?:über|sobre)\ (?:die?|den|el|la|o|a)\ autor(?:in|a|es)?(?-u:\b) | (?:à\ propos\ de\ l['’]auteur|om\ forfatteren|over\ de\ auteur|sull['’]autore) | 関連キーワード | おすすめ | 관련\ ?기사 | 많이\ 본 | 相关(?:新闻|阅读) | berita\ (?:terkait|lainnya|terkini) | artikel\ terkait | tin\ (?:liên\ quan|mới)
        )",
    )
});

static END: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:related(?-u:\b)|more\ (?:from|stories|news)(?-u:\b)|most(?-u:\b)|recommended(?-u:\b)|trending(?-u:\b)|popular(?-u:\b)|you\ m|latest(?-u:\b)|editor|top\ stories|recent(?-u:\b)|similar(?-u:\b)|(?:\d*\ ?|top\ rated\ |reader\ |your\ thoughts\ and\ )comments?(?-u:\b)|(?:\d+|one)\ (?:responses?|replies|thoughts?|reactions?|kommentare?|commentaires?|comentarios?|commenti|reacties)(?-u:\b)|read\ this\ next|keep\ reading|leave\ a|join\ the|post\ a|sponsored|promoted|around\ the|from\ around|what\ to\ read|up\ next|meistgelesen|weitere(?-u:\b)|das\ könnte|kommentare|lo\ más|noticias?\ rel|artículos|comentarios|articoli|ilgili|en\ çok|материалы|関連|관련|相关|berita|mest(?-u:\b)|les\ plus\ lus|next\ (?:article|post|story))",
    )
});

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:by|von|par|por|di|da|door|av|af|autor|autorin|text|written\ by|reported\ by|автор|oleh|story\ by)\s*:?\s+\p{Lu}[\p{L}.'’\-]*(?:\s+(?:\p{Lu}|and|und|et|y|e|og|och|en|&|,|de|van|von|der)[\p{L}.'’\-]*){0,10}\s*(?:[,|•·–-].{0,60})?$",
    )
});

static CORRECTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:correction(?:s)?(?:\ ?\(.{3,40}\))?\s*[:.—–-]\s|corrections?(?:\ appended)?,?\ [^:]{0,12}\d[^:]{0,20}(?::\d\d[^:]{0,16})?:|corrects\ (?:\p{L}+|\d+\p{L}+)\ (?:par|graf|sentence|section|to|spelling|name|title|day|date|that)|clarification\s*[:.]|this\ (?:article|story|post)\ (?:has\ been|was)\ (?:corrected|amended|updated\ to\ (?:correct|reflect|clarify))|an\ earlier\ version\ of\ this\ (?:article|story)|korrektur\s*:|in\ einer\ früheren\ version|hinweis\ der\ redaktion\s*:|rectificatif\s*:|fe\ de\ errata|editor['’]s\ note\s*:.{0,160}(?:corrected|updated|earlier\ version))",
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

static COMMENTS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:(?:reader\ |readers['’]\ |top\ (?:rated\ )?|all\ |your\ thoughts\ and\ )?comments?(?:\ \(?\d+\)?)?|(?:no|\d+|one)\ (?:comments?|responses?|replies|thoughts?|reactions?|kommentare?|commentaires?|comentarios?|commenti|reacties)(?-u:\b).{0,80}|kommentare?(?:\ \(?\d+\)?)?|commentaires|comentarios|commenti|reacties|kommentarer|yorumlar|komentarze|комментарии|コメント)\W*$",
    )
});

/// Whether the line heads the readers' comments.
pub(super) fn opens_comments(text: &str) -> bool {
    text.len() <= 120 && COMMENTS.is_match(text)
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
pub(in crate::extract) fn is_correction(text: &str) -> bool {
    CORRECTION.is_match(text)
}

static NOTICE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)(?:
        ein\ klick\ für\ den\ datenschutz | empfohlener\ (?:redaktioneller|externer)\ inhalt | externen?\ inhalt(?:e|s)?(?-u:\b).{0,80}(?:anzeigen|angezeigt|geladen|nachgeladen|anreichert|ausgewählt)
        | (?:ip-adresse|personenbezogene\ daten).{0,120}(?:übermittelt|übertragen|drittplattform) | ich\ bin\ damit\ einverstanden | an\ dieser\ stelle\ (?:finden\ sie|befindet\ sich) | für\ die\ darstellung\ von(?-u:\b).{0,60}nutzen\ wir
        | this\ (?:content|video|embed)\ (?:is\ (?:not\ available|hosted|provided)|has\ failed) | this\ video\ (?:has\ )?failed\ to\ load | please\ enable\ javascript | requires\ javascript | your\ browser\ (?:does\ not|doesn['’]t)\ support
        | ^our\ standards\s*: | ,\ opens\ (?:in\ )?(?:a\ )?new\ (?:tab|window)\W*$ | try\ refreshing\ your\ browser | create\ an\ account\ or\ sign\ in | sign\ in\ (?:or|to)\ (?:create|register|subscribe|continue) | already\ (?:a\ )?(?:subscri|have\ an\ account|registered)
        | (?:we|it|website|site)\ uses?\ cookies | cookies?\ (?:that|are|may|on|from)(?-u:\b).{0,120}(?-u:\b)website | absolutely\ essential\ for\ the\ website | cookie\ (?:policy|settings|consent|preferences) | privacy\ (?:policy|notice)(?-u:\b).{0,80}(?:terms|apply|read|cookies|$) | protected\ by\ recaptcha | by\ (?:signing\ up|subscribing|clicking|entering\ your)(?-u:\b) | unsubscribe\ at\ any\ time
        | your\ (?:e-?mail\ address|inbox)(?-u:\b) | delivered\ (?:straight\ |directly\ )?to\ your | ad-?free(?-u:\b).{0,40}(?:subscri|experience) | (?:start|try)\ your\ (?:free\ )?trial | terms\ (?:of\ (?:use|service)|and\ conditions)\ apply
        | ^(?:join|take\ part\ in)\ (?:the\ |[\w-]+\ )?(?:conversation|discussion|debate)s?(?-u:\b) | (?:folg|abonnier|follow\ |join\ |subscribe|suscr|s['’]abonner|rejoi).{0,80}(?:whatsapp|telegram) | (?:kostenlos|gratis)\ testen | abonnieren\ sie(?-u:\b) | jetzt\ abonnieren | (?:hat|wie\ hat)\ ihnen\ dieser\ (?:artikel|beitrag|text)\ gefallen
        | (?:consider|please|by)\ (?:making|make|giving)\ a\ (?:[\w-]+\ ){0,3}(?:contribution|donation|gift)(?-u:\b) | (?:make|making)\ a\ (?:tax-deductible\ )?(?:donation|contribution)(?-u:\b).{0,80}(?:support|today|help) | (?:you\ can|please|help)\ support\ (?:us|our)(?-u:\b) | you\ can\ support\ \w+(?-u:\b).{0,90}(?:minute|£|\$|€|patreon)
        | (?:earn|receive|get|make)\ (?:an?\ )?(?:small\ |affiliate\ )*commissions? | affiliate\ (?:links?|commission|partner) | products?\ (?:recommended|featured|reviewed)(?-u:\b).{0,60}(?:selected|chosen|by\ our)
        | (?:cet\ article|article)\ (?:est\ )?paru\ dans\ notre\ newsletter | bookmarks?\ in\ your(?-u:\b) | (?:bookmark|save)\ your\ favou?rite | please\ enter\ a\ valid | free\ of\ charge\.?$ | enter\ (?:a\ valid|your)\ e-?mail | comment\ policy | before\ (?:commenting|you\ comment) | to\ view\ comments | (?:leave|write|post)\ a\ (?:comment|reply)\ (?:below|here) | share\ (?:this|it)\ (?:post|article|story|with)(?-u:\b).{0,40}(?:friends|family|them|below)
        | (?:unlock|access)\ (?:more\ )?(?:articles?|this\ (?:content|article|story))(?-u:\b) | emailed\ to\ (?:me|you)(?-u:\b) | personali[sz]ed\ content\ or\ advert | (?:journalistische|redaktionelle)\ arbeit.{0,60}unterstütz | als\ abonnee(?-u:\b).{0,60}(?:lees|krijg|inloggen) | abonn[eé]s?(?-u:\b).{0,80}(?:connect|identifi)ez | log\ ind\ her | prenez\ note\ que\ cet\ article\ publié | (?:pour|para|to)\ (?:ne\ rien\ manquer|recevoir|recibir|receber)(?-u:\b).{0,100}(?:newsletter|actualit|boletín) | original-content\ von
        | 有料(?:会員|記事) | 会員(?:限定|登録) | 무단\ ?전재 | 転載(?:禁止|を禁) | перепечатк | все\ права\ защищены | todos\ los\ derechos\ reservados | tous\ droits\ réservés | alle\ rechte\ vorbehalten | all\ rights\ reserved | hak(?:ları|kı)\ saklıdır
        )",
    )
});

static DATE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?:
        (?:(?:published|updated|posted|last\ updated|veröffentlicht|aktualisiert|stand|publié|mis\ à\ jour|publicado|actualizado|publiziert|zuerst\ veröffentlicht|first\ published|güncelleme|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert|gepubliceerd)\s*(?:on|at|am|le|el|il|den|op|:)?\s*)?
        (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?
        (?:
          \d{4}[-./]\d{1,2}[-./]\d{1,2} | \d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{2,4}
          | \d{1,2}(?:st|nd|rd|th|\.)?\s+\p{L}{3,12}\.?,?\s+\d{4} | \p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}
          | (?:\d+|an?|one)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago
          | (?:vor\s+\d+\s+(?:minuten?|stunden?|tagen?)|heute|gestern|today|yesterday|hier|hoy|oggi)(?:\s*,)?
        )
        (?:\s*(?:[,|/–—-]|at|um|à|a\ las|alle|kl\.?|T|@|·|•)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:uhr|[A-Z]{2,4}|\([A-Z]{2,4}\))?)?
        | \d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:uhr|[A-Z]{2,4}))?
        | \d{1,2}[:.]\d{2}\s*\p{Lu}[\p{L}'’.-]+(?:[\s-]\p{Lu}[\p{L}'’.-]+){0,4}
        | (?:\d+|an?)\s+(?:minute|hour|day)s?\s+ago\s*\d{1,2}[:.]\d{2}.{0,40}
        )\W*$",
    )
});

static AUTHOR_NOTE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^[,\s]{0,3}(?:[^.]{0,60}\s)?(?:is|was|has|makes|contributes|holds|teaches|writes?|covers|covered|reports?|works?|joined|specializes|specialises|lives|can\ be|leads|edits|ist|schreibt|arbeitet|est|es|è|är|er)(?-u:\b)",
    )
});

static CONTACT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)(?:
        (?:^|[.!?]\s|(?-u:\b)to\s)(?:you\ can\ )?(?:please\ )?(?:e-?mail|contact|reach|write\ to|send\ (?:tips|your)|get\ in\ touch|message|tips|have\ a\ story|do\ you\ have\ a\ story)(?-u:\b).{0,120}(?:\S@\S|(?-u:\b)on\ (?:twitter|facebook|signal)(?-u:\b))
        | ^follow\ .{0,90}(?-u:\b)(?:on|@)(?-u:\b).{0,40}(?:twitter|facebook|instagram|x(?-u:\b)|linkedin|youtube|@|mastodon|bluesky|threads|tiktok)
        | ^(?:you\ can\ )?follow\ (?:him|her|them|me|us|the\ author)(?-u:\b) | ^(?:email|e-mail|mail)\s*:?\s*\S+@\S+$ | ^listen\ to\ .{3,40}(?-u:\b)live\ (?:at|on)(?-u:\b)
        | (?:is\ (?:a|an|the)\ (?:[\w-]+\ ){0,5}(?:reporter|writer|editor|correspondent|journalist|columnist|producer|contributor|fellow|professor|author)(?-u:\b)).{0,400}(?:@|twitter|follow|read\ more|all\ stories)
        | ^(?:first|originally)\ published(?-u:\b) | ^published\ under(?-u:\b) | ^(?:zuerst|ursprünglich)\ (?:veröffentlicht|erschienen) | ^dieser\ artikel\ wurde\ im\ original | ^(?:quelle|source|kilde|källa|bron|fuente|kaynak)\s*:\s*\S.{0,60}$
        | ^disclaimer(?-u:\b) | ^disclosure(?-u:\b) | ^ftc:\ | ^(?:agencies|mit\ agenturmaterial|mit\ material\ von)(?-u:\b) | ^with\ (?:files|reporting)\ from(?-u:\b) | ^mit\ (?:dpa|afp|reuters|apa)(?-u:\b).{0,40}$ | ^mit\ informationen\ (?:der|von|des)(?-u:\b)
        )",
    )
});

/// Whether the line is a notice of the page: on cookies, sign-in, embeds that didn't load, rights.
pub(super) fn is_notice(text: &str) -> bool {
    text.len() <= 900 && NOTICE.is_match(text)
}

/// Whether the line is a date or a time and no more; a time and a name in a live blog.
pub(super) fn is_date_line(text: &str) -> bool {
    text.len() <= 110 && text.bytes().any(|byte| byte.is_ascii_digit()) && DATE_LINE.is_match(text)
}

/// Whether what follows an author's name tells of the author.
pub(super) fn is_author_note(rest: &str) -> bool {
    AUTHOR_NOTE.is_match(rest)
}

/// Whether the line says how to reach the writer or the newsroom, or where the text first stood.
pub(super) fn is_contact(text: &str) -> bool {
    CONTACT.is_match(text)
}
