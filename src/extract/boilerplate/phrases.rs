//! The phrases of boilerplate, folded: lower case, plain apostrophes, no punctuation around them.

/// Whole lines that a page says of itself, by what they are for.
pub(super) const LABELS: &[(&str, &[&str])] = &[
    (
        "advertising",
        &[
            "advertisement", "advertisment", "ad", "ads", "anzeige", "werbung", "publicité", "publicidad",
            "publicidade", "pubblicità", "advertentie", "annonce", "annons", "mainos", "reklama", "reklam",
            "реклама", "إعلان", "advertising", "article continues below", "article continues after advertisement",
            "story continues below advertisement", "continue reading", "continue reading below",
            "story continues below",
        ],
    ),
    (
        "sharing",
        &[
            "share", "share this", "share this article", "share this story", "share article", "share on facebook",
            "share on twitter", "share on whatsapp", "share on linkedin", "share on x", "share via email", "shares",
            "share options", "share full article", "tweet", "tweet this", "pin it", "facebook", "twitter",
            "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "email", "e-mail", "mail", "flipboard",
            "messenger", "copy link", "copy url", "link copied", "copied", "print", "print this", "print article",
            "print page", "drucken", "teilen", "artikel teilen", "diesen artikel teilen", "merken", "vorlesen",
            "partager", "partager l'article", "compartir", "compártelo", "comparte", "compartilhar", "condividi",
            "delen", "del", "del artikkel", "del artiklen", "dela", "dela artikeln", "jaa", "udostępnij", "paylaş",
            "haberi paylaş", "поделиться", "поделитесь", "bagikan", "chia sẻ", "شارك", "مشاركة", "分享", "공유", "シェア",
            "deel", "deel dit artikel", "kopiera länk", "copier le lien",
        ],
    ),
    (
        "menus",
        &[
            "menu", "menü", "close", "schließen", "schliessen", "fermer", "cerrar", "chiudi", "sluiten", "luk",
            "stäng", "search", "suche", "recherche", "buscar", "cerca", "zoeken", "søg", "sök", "ara", "поиск",
            "home", "startseite", "accueil", "inicio",
        ],
    ),
    (
        "ways to the text",
        &[
            "skip to main content", "skip to content", "skip to navigation", "zum inhalt springen",
            "zum hauptinhalt springen", "aller au contenu", "saltar al contenido", "ir al contenido",
            "naar hoofdinhoud", "hoppa till innehåll", "hopp til innhold", "ana içeriğe atla",
        ],
    ),
    (
        "accounts",
        &[
            "sign in", "log in", "login", "log out", "logout", "sign out", "register", "sign up", "anmelden",
            "abmelden", "registrieren", "einloggen", "se connecter", "connexion", "iniciar sesión", "regístrate",
            "accedi", "inloggen", "logg inn", "logga in", "giriş", "войти", "giriş yap", "subscribe",
            "subscribe now", "abonnieren", "jetzt abonnieren", "abonnement", "abo", "s'abonner", "abonnez-vous",
            "suscríbete", "suscribirse", "abbonati", "abonneren", "abonner", "prenumerera", "bli abonnent",
            "abone ol", "подписаться", "newsletter", "newsletters",
        ],
    ),
    (
        "comments",
        &[
            "comments", "comment", "view comments", "show comments", "leave a comment", "leave a reply",
            "post a comment", "add a comment", "join the conversation", "join the discussion", "kommentare",
            "kommentar", "kommentieren", "commentaires", "commenter", "comentarios", "comentários", "commenti",
            "reacties", "kommentarer", "yorumlar", "комментарии", "komentar", "التعليقات", "コメント", "댓글", "评论",
            "read comments", "see all comments",
        ],
    ),
    (
        "players and pictures",
        &[
            "listen", "listen to this article", "listen to article", "artikel anhören", "beitrag anhören", "écouter l'article", "escuchar el artículo", "ascolta l'articolo", "ouvir o artigo", "luister naar dit artikel", "audio", "play", "pause", "mute", "unmute",
            "fullscreen", "watch", "video", "videos", "gallery", "view gallery", "open gallery", "image", "images",
            "photo", "photos", "caption", "hide caption", "toggle caption", "enlarge this image", "close caption",
            "view image in fullscreen",
        ],
    ),
    (
        "ways on",
        &[
            "next", "previous", "prev", "weiter", "zurück", "suivant", "précédent", "siguiente", "anterior",
            "önceki", "sonraki", "volgende", "vorige", "back", "back to top", "nach oben", "show more", "load more",
            "see more", "view more", "more", "mehr", "mehr anzeigen", "voir plus", "ver más",
        ],
    ),
    (
        "saving and following",
        &[
            "save", "saved", "bookmark", "follow", "following", "folgen", "suivre", "seguir", "follow us",
            "follow us on", "loading", "please wait", "updated", "published", "by", "von", "par", "por", "tags",
            "topics", "topic", "tags:", "themen", "thema", "sujets", "etiquetas", "temas", "emner", "ämnen",
            "konular",
        ],
    ),
    (
        "labels of stories",
        &[
            "live", "breaking", "breaking news", "exclusive", "opinion", "analysis", "sponsored",
            "sponsored content", "paid content", "partner content", "premium", "plus", "trending", "trending now",
            "now playing", "up next", "font size", "a a a", "text size", "gift this article",
        ],
    ),
    (
        "help",
        &[
            "text-to-speech", "dark mode", "accessibility", "report an error", "report a typo", "fehler gefunden",
            "fehler melden", "give feedback", "feedback", "correction", "was this helpful",
            "was this article helpful", "recommended by", "outbrain", "taboola", "powered by", "play video",
        ],
    ),
    (
        "embeds and lists",
        &[
            "open in app", "view on instagram", "view this post on instagram", "a post shared by",
            "view on facebook", "view tweet", "see also", "watch live", "watch now", "watch more", "image source",
            "image caption", "media caption", "copyright", "getty images", "related topics", "end of",
            "around the web", "most read", "most popular", "popular", "latest", "latest news", "view results",
            "sharing is caring", "work with us", "work here", "regala esta noticia",
            "выйти из полноэкранного режима", "развернуть на весь экран", "следующая страница",
            "предыдущая страница", "öppna bild i helskärm", "zur merkliste hinzufügen", "zur playlist", "anhören",
            "browse all posts", "view all posts", "media playback is unsupported on your device",
            "follow the author of this article", "follow the topics within this article",
            "don't show me this message again", "these are external links and will open in a new window",
            "all sharing options for", "記事を印刷する", "メールで送る", "リンクをコピーする", "information you can trust",
            "click to play", "tap to play", "video unavailable", "video loading",
        ],
    ),
];

/// Whole lines that head lists of other stories, by language.
pub(super) const RELATED: &[(&str, &[&str])] = &[
    (
        "English",
        &[
            "related", "related articles", "related stories", "related story", "related article", "related content",
            "related news", "related topics", "related posts", "related links", "related coverage", "related video",
            "related videos", "more from", "more on this story", "more on this", "more on this topic",
            "more stories", "more news", "more like this", "more top stories", "most read", "most popular",
            "most viewed", "most commented", "most shared", "top stories", "trending", "trending stories",
            "trending now", "recommended", "recommended for you", "recommended stories", "recommended reading",
            "you may also like", "you might also like", "you may like", "you might like", "you may be interested in",
            "read next", "up next", "next up", "what to read next", "keep reading", "editors' picks",
            "editor's picks", "editor's pick", "don't miss", "latest news", "latest stories", "latest",
            "in other news", "popular now", "popular stories", "popular in the community", "from around the web",
            "around the web", "from the web", "promoted stories", "sponsored stories", "sponsored links",
            "partner stories", "explore more", "explore further", "further reading", "see also", "also read",
            "suggested for you", "more in", "in this story", "read more on these topics", "recent posts",
            "leave a reply", "leave a comment", "our picks", "sections", "comments", "about the author",
            "topics in this article", "more from this author", "in this article", "on this topic", "more on",
            "more from our site",
        ],
    ),
    (
        "German",
        &[
            "mehr zum thema", "mehr zu", "zum thema", "weitere artikel", "weitere themen", "weitere nachrichten",
            "das könnte sie auch interessieren", "das könnte dich auch interessieren",
            "das könnte sie interessieren", "auch interessant", "lesen sie auch", "lesen sie mehr zum thema",
            "meistgelesen", "meistgelesene artikel", "meist gelesen", "meistgesehen", "ähnliche artikel",
            "aktuelle nachrichten", "empfehlungen", "empfehlungen der redaktion", "unsere empfehlungen",
            "unsere auswahl", "zum selben thema", "mehr aus", "mehr lesen über", "neueste artikel", "top-themen",
            "top themen", "verwandte themen", "passend dazu", "schlagzeilen", "aktuelle meldungen", "mehr meldungen",
            "themen des artikels", "beliebt", "schreiben sie einen kommentar", "deine meinung zählt",
            "deine meinung", "kommentare", "über den autor", "auf einer seite",
        ],
    ),
    (
        "French",
        &[
            "sur le même sujet", "à lire aussi", "lire aussi", "à lire également", "articles liés",
            "vous aimerez aussi", "les plus lus", "le plus lu", "à la une", "dans la même rubrique",
            "notre sélection", "les articles les plus lus", "plus d'articles", "contenus sponsorisés", "voir aussi",
            "commentaires",
        ],
    ),
    (
        "Spanish",
        &[
            "noticias relacionadas", "artículos relacionados", "más noticias", "lo más leído", "lo más visto",
            "te puede interesar", "le puede interesar", "también te puede interesar", "más sobre este tema",
            "más información", "temas relacionados", "más en", "relacionados", "contenido relacionado",
            "otros artículos", "últimas noticias", "más leídas", "comentarios",
        ],
    ),
    (
        "Portuguese",
        &[
            "notícias relacionadas", "leia também", "veja também", "mais lidas", "mais notícias", "saiba mais",
        ],
    ),
    (
        "Italian",
        &[
            "articoli correlati", "leggi anche", "potrebbe interessarti", "i più letti", "più letti",
            "notizie correlate", "ti potrebbe interessare", "ultime notizie", "correlati",
        ],
    ),
    (
        "Dutch",
        &[
            "lees ook", "meer over", "meest gelezen", "gerelateerde artikelen", "meer nieuws", "aanbevolen",
            "meer van",
        ],
    ),
    (
        "Danish, Norwegian, Swedish",
        &[
            "læs også", "les også", "läs också", "läs även", "läs mer", "mest læste", "mest lest", "mest läst",
            "mest sette", "relaterede artikler", "relaterte artikler", "relaterade artiklar", "mere om", "mer om",
            "fler artiklar", "se også", "senaste nytt", "siste nytt", "seneste nyt", "meninger",
        ],
    ),
    (
        "Finnish",
        &[
            "lue myös", "luetuimmat",
        ],
    ),
    (
        "Polish, Czech, Slovak, Croatian, Hungarian, Romanian",
        &[
            "czytaj także", "czytaj też", "zobacz także", "zobacz też", "polecamy", "najczęściej czytane",
            "čtěte také", "související články", "nejčtenější", "čítajte aj", "povezani članci", "pročitajte još",
            "najčitanije", "kapcsolódó cikkek", "legolvasottabb", "citește și", "articole similare",
        ],
    ),
    (
        "Turkish",
        &[
            "ilgili haberler", "ilgili konular", "ilginizi çekebilir", "en çok okunanlar", "çok okunanlar",
            "diğer haberler", "son dakika haberleri", "en son",
        ],
    ),
    (
        "Russian, Ukrainian, Bulgarian",
        &[
            "читайте также", "читайте ещё", "по теме", "похожие новости", "самое читаемое", "другие новости",
            "новости по теме", "материалы по теме", "читайте також", "схожі новини", "прочетете още",
        ],
    ),
    (
        "Greek",
        &[
            "διαβάστε επίσης", "σχετικά άρθρα",
        ],
    ),
    (
        "Albanian",
        &[
            "lexo gjithashtu", "lexoni edhe", "të ngjashme",
        ],
    ),
    (
        "Indonesian, Vietnamese",
        &[
            "baca juga", "berita terkait", "artikel terkait", "terpopuler", "terkini", "tin liên quan", "xem thêm",
            "đọc thêm", "tin khác",
        ],
    ),
    (
        "Arabic, Persian, Hebrew",
        &[
            "اقرأ أيضا", "اقرأ أيضاً", "اقرأ المزيد", "مواضيع ذات صلة", "أخبار ذات صلة", "الأكثر قراءة",
            "بیشتر بخوانید", "קראו עוד", "אולי יעניין אותך",
        ],
    ),
    (
        "Chinese",
        &[
            "相关阅读", "相关新闻", "相关报道", "推荐阅读", "延伸閱讀", "相關新聞",
        ],
    ),
    (
        "Japanese",
        &[
            "関連記事", "関連ニュース", "おすすめ記事", "あわせて読みたい",
        ],
    ),
    (
        "Korean",
        &[
            "관련기사", "관련 기사", "많이 본 뉴스", "인기기사", "추천기사",
        ],
    ),
    (
        "Hindi",
        &[
            "संबंधित खबरें", "यह भी पढ़ें",
        ],
    ),
];

/// Openings of lines that lead to another story.
pub(super) const READ_MORE: &[&str] = &[
    "read more", "read also", "read next", "also read", "read:", "related:", "see also", "also on", "more:",
    "watch:", "listen:", "click here", "find out more", "lesen sie auch", "lesen sie hier", "lesen sie mehr",
    "lesen sie dazu", "lies auch", "mehr dazu", "mehr zum thema", "auch interessant", "zum thema", "hier lesen",
    "weiterlesen", "à lire aussi", "lire aussi", "a lire aussi", "voir aussi", "lire également", "à lire :",
    "lea también", "lee también", "leer más", "también puedes leer", "te puede interesar", "más información",
    "leia também", "leia mais", "saiba mais", "veja também", "leggi anche", "leggi di più", "approfondisci",
    "lees ook", "lees meer", "bekijk ook", "læs også", "les også", "läs också", "läs även", "läs mer", "lue myös",
    "czytaj także", "czytaj też", "czytaj również", "zobacz także", "čtěte také", "čítajte aj", "pročitajte i",
    "pročitajte još", "citește și", "citiți și", "olvassa el", "ilgili haber", "читайте также", "читайте ещё",
    "читайте також", "прочетете още", "διαβάστε", "lexo edhe", "lexoni edhe", "lexo gjithashtu", "baca juga",
    "baca:", "simak juga", "xem thêm", "đọc thêm", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ المزيد", "بیشتر بخوانید", "推荐阅读",
    "延伸閱讀", "相关阅读", "関連記事", "あわせて読みたい", "관련기사", "यह भी पढ़ें", "ಇದನ್ನೂ ಓದಿ", "read the full story", "for more on",
    "more on this", "don't miss", "recommended:", "must read", "up next", "also see", "you may also like",
    "bekijk hier", "se også", "ler também", "mehr lesen", "mehr:", "lesetipp", "sign up here", "story continues",
    "related article", "related stories", "trending:",
];

/// Parts of lines that invite to a newsletter, an app or a subscription.
pub(super) const NEWSLETTER: &[&str] = &[
    "newsletter", "sign up for", "sign up to", "subscribe to", "subscribe for", "subscribe now", "subscribe today",
    "get the latest", "delivered to your inbox", "in your inbox", "to your inbox", "straight to your inbox",
    "email address", "unsubscribe", "already a subscriber", "already have an account", "to continue reading",
    "support our journalism", "become a member", "become a subscriber", "download our app", "download the app",
    "our app", "push notifications", "follow us on", "follow us", "like us on", "join our", "join the conversation",
    "get our", "breaking news alerts", "free trial", "log in to", "please log in", "register for free",
    "create an account", "our whatsapp", "whatsapp channel", "whatsapp-kanal", "send us your", "got a story",
    "got a tip", "get in touch", "have a story", "send tips", "contact us at", "email us at", "jetzt abonnieren",
    "kostenlos abonnieren", "jetzt anmelden", "jetzt registrieren", "probeabo", "posteingang", "folgen sie uns",
    "folge uns", "abonnieren sie", "abonniere", "weiterlesen mit", "im abo", "unsere app", "inscrivez-vous",
    "abonnez-vous", "recevez", "suivez-nous", "réservé aux abonnés", "votre adresse e-mail", "suscríbete",
    "suscribirse", "síguenos", "regístrate", "inscreva-se", "assine", "siga-nos", "iscriviti", "abbonati", "seguici",
    "schrijf je in", "meld je aan", "volg ons", "nyhetsbrev", "nyhedsbrev", "tilmeld", "följ oss", "følg oss",
    "uutiskirje", "zapisz się", "śledź nas", "odebírejte", "prijavite se na", "pratite nas", "abonează-te",
    "abone ol", "bizi takip", "подпишитесь", "подписывайтесь", "підписуйтесь", "εγγραφείτε", "ακολουθήστε",
    "na ndiqni", "ikuti kami", "dapatkan berita", "theo dõi", "تابعنا", "اشترك", "关注我们", "メルマガ", "フォローする", "구독",
    "sign in to", "terms apply", "recaptcha", "thanks for reading", "thank you for reading", "thank you for signing",
    "support us", "donate", "make a contribution", "your subscription", "subscriber", "subscribers", "gift article",
    "limited time offer", "start your", "enable javascript", "turn on javascript", "your browser", "ad blocker",
    "adblock", "watch the video above", "leave a comment below", "share your thoughts", "in the comments",
    "google news", "preferred source",
];

/// Parts of lines on cookies, consent and content of others.
pub(super) const CONSENT: &[&str] = &[
    "cookie", "cookies", "privacy policy", "terms of use", "terms of service", "terms and conditions", "datenschutz",
    "externe inhalte", "externer inhalt", "externen inhalt", "einen externen", "ich bin damit einverstanden", "drittplattformen",
    "inhalte erlauben", "inhalt erlauben", "mit einem klick anzeigen", "hosted by a third party", "hosted on another platform",
    "contenu externe", "contenido externo", "contenuto esterno", "conteúdo externo", "externe inhoud", "eksternt innhold",
    "externt innehåll", "empfohlener redaktioneller inhalt", "empfohlener externer inhalt",
    "inhalte anzeigen", "personenbezogene daten", "einwilligung", "zustimmung", "consent", "données personnelles",
    "politique de confidentialité", "mentions légales", "política de privacidad", "política de privacidade",
    "informativa sulla privacy", "privacybeleid", "personvern", "gizlilik", "конфиденциальности",
    "an error has occurred", "this content is not available", "could not be loaded", "wird geladen",
    "third-party content", "third party content", "to display this content", "um diesen inhalt", "diesen inhalt",
    "pour afficher ce contenu", "para ver este contenido", "javascript", "esta funcionalidad es sólo para",
    "this feature is only available", "media caption", "image caption", "diese funktion ist nur",
];

/// Parts of lines on rights, imprint and contact.
pub(super) const FOOTER: &[&str] = &[
    "all rights reserved", "copyright", "©", "(c) 20", "alle rechte vorbehalten", "tous droits réservés",
    "todos los derechos reservados", "todos os direitos reservados", "tutti i diritti riservati",
    "riproduzione riservata", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "všechna práva vyhrazena",
    "tüm hakları saklıdır", "her hakkı saklıdır", "все права защищены", "impressum", "mentions légales",
    "aviso legal", "contact us", "about us", "advertise with us", "may not be published, broadcast",
    "may not be reproduced", "without the express permission", "無断転載", "版权所有", "版權所有", "무단전재", "무단 전재", "재배포 금지",
    "جميع الحقوق محفوظة", "hak cipta", "p.iva", "issn", "handelsregister", "amtsgericht", "registered in england",
    "registered office", "press council", "ipso", "our standards:", "trust principles", "reporting by", "editing by",
    "writing by", "additional reporting",
];
