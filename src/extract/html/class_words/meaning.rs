//! What the words of classes, ids and microdata mean: the vocabulary of many site builders, newsrooms and languages.

use crate::extract::html::class_words::Words;

/// What a property of microdata says.
pub(super) fn itemprop(value: &str) -> Words {
    let mut words = Words::default();
    for token in value.split_ascii_whitespace() {
        words = words.and(match token {
            "articleBody" | "reviewBody" => Words::BODY,
            "author" | "creator" => Words::BYLINE,
            "datePublished" | "dateCreated" => Words::DATE.and(Words::PUBLISHED),
            "dateModified" => Words::DATE.and(Words::UPDATED),
            "headline" => Words::TITLE,
            "alternativeHeadline" | "description" => Words::DEK,
            "articleSection" => Words::SECTION,
            "caption" => Words::CAPTION,
            "copyrightHolder" => Words::CREDIT,
            "keywords" => Words::TAGS,
            "comment" => Words::COMMENTS,
            _ => Words::default(),
        });
    }
    words
}

/// What whole tokens of site builders mean, where their words say too little: Drupal, Joomla, Ghost, Substack, Webflow.
pub(super) fn of_builder(token: &str) -> Option<Words> {
    match token {
        "field--name-body" | "field-name-body" | "itemFullText" | "item-fulltext"
        | "gh-content" | "available-content" | "w-richtext" | "kg-canvas" | "post-full-content" => {
            Some(Words::BODY)
        }
        "wp-caption-text" | "wp-element-caption" | "wp-block-image__caption" => {
            Some(Words::CAPTION)
        }
        "twitter-tweet" | "instagram-media" | "fb-post" | "bluesky-embed" | "tiktok-embed" => {
            Some(Words::EMBED)
        }
        _ => None,
    }
}

/// Words that mean something only when they are the whole token.
pub(super) fn alone(word: &str) -> Words {
    match word {
        "tag" | "tags" | "topics" | "keywords" | "labels" | "taglist" | "categories" => Words::TAGS,
        "meta" | "info" | "infos" => Words::META,
        "next" | "previous" | "prev" | "more" | "rail" | "also" => Words::RELATED,
        "header" | "top" | "bottom" => Words::NAV,
        "box" => Words::BOX,
        "bio" => Words::BIO,
        "quote" => Words::PULL_QUOTE,
        "abo" | "plus" | "premium" | "piano" => Words::default(),
        "hidden" | "hide" | "invisible" => Words::UNSEEN,
        "title" | "headline" => Words::TITLE,
        "author" | "authors" | "byline" | "autor" | "auteur" | "autore" | "bylines"
        | "signature" | "firma" => Words::BYLINE,
        "legend" | "legende" | "fotnote" => Words::CAPTION,
        "embed" | "tweet" => Words::EMBED,
        "promo" | "sponsor" => Words::RELATED,
        "video" | "gallery" | "slideshow" | "carousel" => Words::MEDIA,
        _ => Words::default(),
    }
}

/// What a word means wherever it stands in a token.
pub(super) fn anywhere(word: &str) -> Words {
    match word {
        "shareicons" | "sharewidget" | "shareicon" | "shareblock" | "socialicons"
        | "socialmedia" | "sociallinks" | "delen" | "partage" | "partages" | "compartilhar"
        | "compartilhe" | "bagikan" | "whatsapp" | "telegram" | "share" | "sharing"
        | "sharebar" | "sharedaddy" | "addthis" | "addtoany" | "sharethis" | "shares"
        | "teilen" | "partager" | "compartir" | "condividi" | "dela" | "paylas" | "social"
        | "socials" | "ssba" | "shariff" | "sharebuttons" | "sharelinks" | "socialshare"
        | "sharetools" | "sharer" | "bookmark" | "bookmarks" => Words::SHARE,
        "relateds" | "relatedcontent" | "relatednews" | "relatedtopics" | "relatedpost"
        | "morenews" | "moreon" | "morefrom" | "alsoread" | "seealso" | "leggianche"
        | "lireaussi" | "leermas" | "leiatambem" | "saibamais" | "mostviewed"
        | "mostpopularposts" | "meistgelesen" | "topstories" | "editorspicks" | "suggested"
        | "suggestions" | "suggestion" | "aanbevolen" | "gerelateerd" | "relaterade"
        | "relatert" | "relateret" | "terkait" | "bacajuga" | "populer" | "postnav"
        | "postnavigation" | "nextprev" | "readthisnext" | "continuereading" | "linklist"
        | "linkliste" | "inlinerelated" | "related" | "relacionadas" | "relacionados"
        | "relacionada" | "relacionado" | "relatedposts" | "relatedarticles" | "relatedstories"
        | "recirc" | "recirculation" | "recommended" | "recommendation" | "recommendations"
        | "recommend" | "readmore" | "readnext" | "morestories" | "similar" | "outbrain"
        | "taboola" | "trending" | "popular" | "mostread" | "mostpopular" | "upnext"
        | "crosslink" | "crosslinks" | "pagination" | "pager" | "verwandt" | "weiterlesen"
        | "mehr" | "jp" | "yarpp" | "zergnet" | "correlati" | "correlate" | "lire"
        | "relatedlinks" | "leia" | "ilgili" | "playlist" | "readalso" | "nextarticle"
        | "nextpost" | "prevnext" | "linkbox" | "onward" => Words::RELATED,
        "newsletterbox" | "newslettersignup" | "newsletterform" | "subscribebox"
        | "subscribeform" | "abobox" | "abonnez" | "fundraising" | "patreon" | "supportus"
        | "appdownload" | "appbanner" | "pushnotification" | "newsletter" | "newsletters"
        | "subscribe" | "subscription" | "subscriptions" | "signup" | "optin" | "mailchimp"
        | "paywall" | "regwall" | "registration" | "donate" | "donation" | "donations"
        | "membership" | "nl" | "abonnement" | "abonnieren" | "subscriber" | "subscribers"
        | "mailpoet" | "hubspot" | "offer" | "offers" | "upsell" | "cta" | "paid" | "barrier"
        | "meter" => Words::OFFER,
        "commentsection" | "commentsarea" | "commentform" | "commentbox" | "commentcount"
        | "reacties" | "replies" | "guestbook" | "fbcomments" | "hyvor" | "openweb" | "vuukle"
        | "comment" | "comments" | "commentlist" | "disqus" | "kommentar" | "kommentare"
        | "commentaires" | "comentarios" | "comentario" | "commenti" | "respond" | "livefyre"
        | "coral" | "viafoura" | "spotim" | "yorum" | "yorumlar" | "discussion" | "forum"
        | "kommentarer" | "commenting" => Words::COMMENTS,
        "advertisment" | "mpu" | "leaderboard" | "billboard" | "skyscraper" | "outstream"
        | "teads" | "freestar" | "mediavine" | "raptive" | "ezoic" | "criteo" | "adslots"
        | "adspace" | "adzone" | "adplacement" | "reklama" | "reklame" | "annonser" | "mainos"
        | "pubblicita" | "publicidade" | "werbebox" | "adsense" | "googlead" | "googleads"
        | "sponsors" | "sponsoredcontent" | "partnercontent" | "affiliate" | "affiliates"
        | "ad" | "ads" | "advert" | "adverts" | "advertisement" | "advertising" | "adsbygoogle"
        | "anzeige" | "werbung" | "publicidad" | "publicite" | "adslot" | "adunit" | "dfp"
        | "gpt" | "advertorial" | "banner" | "banners" | "sponsored" | "reklam" | "annonse"
        | "iklan" | "adbox" | "adwrapper" | "adcontainer" => Words::AD,
        "sidenav" | "topnav" | "mainnav" | "mainmenu" | "submenu" | "navlinks" | "navmenu"
        | "offcanvas" | "drawer" | "hamburger" | "skiplinks" | "backtotop" | "scrolltop"
        | "nav" | "navbar" | "navigation" | "menu" | "breadcrumb" | "breadcrumbs" | "masthead"
        | "topbar" | "subnav" | "sitemap" | "toc" | "skip" | "skiplink" | "navi" | "siteheader"
        | "megamenu" | "ticker" | "tableofcontents" | "brotkrumen" | "colophon" => Words::NAV,
        "footer" | "sitefooter" | "foot" | "ftr" => Words::NAV.and(Words::FOOTER),
        "sidecolumn" | "sidecol" | "rightcolumn" | "rightsidebar" | "leftsidebar" | "leftcol"
        | "sidebar" | "sidebars" | "aside" | "secondary" | "rightrail" | "rightcol"
        | "leftrail" => Words::SIDE,
        "hashtags" | "tagslist" | "posttags" | "articletags" | "schlagworte" | "etiquetas"
        | "etiketter" | "tagcloud" | "taglist" | "taglinks" | "tagline" => Words::TAGS,
        "captiontext" | "imagecaption" | "figurecaption" | "imgcaption" | "legenda"
        | "didascalia" | "piefoto" | "piedefoto" | "bijschrift" | "onderschrift"
        | "billedtekst" | "kuvateksti" | "fototext" | "imagetext" | "caption" | "captions"
        | "figcaption" | "bildunterschrift" | "subline" | "epigrafe" | "photocaption"
        | "bildtext" => Words::CAPTION,
        "fotocredit" | "fotocredits" | "imagesource" | "bildquelle" | "bildnachweis"
        | "bildrechte" | "creditline" | "rightsholder" | "credit" | "credits" | "photographer"
        | "copyright" | "photocredit" | "imagecredit" => Words::CREDIT,
        "authorline" | "authorlink" | "redacteur" | "redactor" | "periodista" | "journaliste"
        | "forfatter" | "skribent" | "kirjoittaja" | "yazar" | "penulis" | "byline" | "bylines"
        | "byl" | "author" | "authors" | "autor" | "autoren" | "auteur" | "auteurs" | "autore"
        | "autores" | "contributor" | "contributors" | "writer" | "writers" | "authorname"
        | "reporter" | "journalist" | "verfasser" | "vcard" => Words::BYLINE,
        "aboutauthor" | "aboutheauthor" | "authorinfo" | "authorcard" | "authordetails"
        | "autorenbox" | "bio" | "biography" | "bios" | "authorbio" | "authorbox" | "profile" => {
            Words::BIO
        }
        "date" | "datetime" | "dateline" | "timestamp" | "pubdate" | "publishdate" | "postdate"
        | "time" | "datum" | "fecha" | "posted" | "publicationdate" | "articledate" | "tarih" => {
            Words::DATE
        }
        "published" | "pubtime" | "publish" | "publication" => Words::PUBLISHED,
        "updated" | "modified" | "update" | "lastmodified" => Words::UPDATED,
        "pullquote" | "pullquotes" | "pull" | "blockquotes" | "breakout" => Words::PULL_QUOTE,
        "encadre" | "recuadro" | "kasten" | "sidebox" | "infoboks" | "factbox" | "infobox"
        | "faktabox" | "fakta" | "factsheet" | "glossary" | "sidefact" | "fact" | "facts"
        | "infokasten" => Words::BOX,
        "chapeau" | "entradilla" | "copete" | "sommario" | "manchet" | "underrubrik"
        | "undertittel" | "undertitel" | "perex" | "zajawka" | "anrisstext" | "dek" | "deck"
        | "standfirst" | "subtitle" | "subheadline" | "subheading" | "summary" | "lede"
        | "excerpt" | "chapo" | "sumario" | "sottotitolo" | "ingress" | "vorspann"
        | "untertitel" | "abstract" | "strapline" | "subtitulo" | "teasertext" | "bajada"
        | "catenaccio" | "spot" | "underline" | "synopsis" | "preamble" | "intro" | "lead"
        | "leadtext" | "leadin" => Words::DEK,
        "headline" | "hed" | "title" | "heading" | "titolo" | "titre" | "titulo" | "titel" => {
            Words::TITLE
        }
        "cookiebar" | "cookiebanner" | "cookieconsent" | "cookienotice" | "privacymanager"
        | "sourcepoint" | "quantcast" | "usercentrics" | "cookiebot" | "cookie" | "cookies"
        | "consent" | "gdpr" | "onetrust" | "cmp" | "didomi" | "ccpa" => Words::CONSENT,
        "texttospeech" | "readaloud" | "survey" | "umfrage" | "sondage" | "encuesta"
        | "toolbar" | "tools" | "actions" | "button" | "buttons" | "btn" | "player" | "poll"
        | "quiz" | "rating" | "ratings" | "vote" | "voting" | "lightbox" | "modal" | "popup"
        | "overlay" | "tooltip" | "dialog" | "toast" | "print" | "audioplayer" | "speech"
        | "tts" | "dropdown" | "fontsize" | "listen" | "readtime" | "countdown" | "flyout" => {
            Words::TOOL
        }
        "corrigendum" | "clarification" | "rectificatif" | "korrektur" | "rettelse"
        | "correction" | "corrections" | "erratum" => Words::CORRECTION,
        "bluesky" | "mastodon" | "tweets" | "embedly" | "socialembed" | "twitter" | "instagram"
        | "tiktok" | "facebook" | "embed" | "embeds" | "oembed" | "tweet" => Words::EMBED,
        "volanta" | "antetitulo" | "occhiello" | "surtitre" | "stikktittel" | "kicker"
        | "eyebrow" | "rubric" | "overline" | "dachzeile" | "spitzmarke" | "topline"
        | "supertitle" | "pretitle" | "roofline" => Words::SECTION,
        "section" => Words::default(),
        "teaser" | "teasers" | "card" | "cards" | "promo" | "promos" | "tease" | "listing"
        | "newsfeed" => Words::TEASER,
        "figure" | "image" | "images" | "picture" | "photo" | "photos" | "gallery"
        | "slideshow" | "slider" | "img" | "bild" => Words::MEDIA,
        "article" | "articles" | "story" | "post" | "entry" | "news" | "artikel" | "articulo"
        | "haber" | "nota" | "noticia" | "blog" | "blogpost" | "storytext" | "artigo"
        | "richtext" | "beitrag" => Words::ARTICLE,
        "body" | "content" | "text" | "copy" | "inhalt" | "texto" | "corps" | "cuerpo"
        | "testo" | "metin" | "contents" | "texte" | "wysiwyg" | "fulltext" | "bodytext"
        | "brodtext" => Words::CONTENT,
        "articlemaintext" | "storytextbody" | "entrybody" | "storycopy" | "singlecontent"
        | "articlefulltext" | "newscontent" | "blogcontent" | "articlebody" | "articlecontent"
        | "articletext" | "entrycontent" | "postcontent" | "storybody" | "storycontent"
        | "maintext" | "bodycontent" | "newstext" | "storytextcontent" | "postbody"
        | "newsbody" | "detailtext" | "bodycopy" => Words::BODY,
        "unsichtbar" | "visuallyhidden" | "sronly" | "noprint" | "noshow" => Words::UNSEEN,
        _ => Words::default(),
    }
}
