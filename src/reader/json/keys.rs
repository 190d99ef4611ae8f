//! The names that fields go by, in order of preference: those of news-please, newspaper, Fundus, trafilatura, schema.org, and of
//! the interfaces and collections that newsrooms and researchers keep.
//!
//! All are written as [`plain`] makes them.

pub(super) const OWN_ID: &[&str] = &[
    "ownid",
    "id",
    "newid",
    "guid",
    "uuid",
    "articleid",
    "docid",
    "docno",
    "documentid",
    "itemid",
    "storyid",
    "newsid",
    "postid",
    "identifier",
    "uid",
    "uri",
];
pub(super) const URL: &[&str] = &[
    "url",
    "link",
    "articleurl",
    "weburl",
    "pageurl",
    "permalink",
    "canonicalurl",
    "canonical",
    "respondedurl",
    "requestedurl",
    "href",
    "newsurl",
    "shareurl",
    "ogurl",
    "mainentityofpage",
    "source",
    "sourceurl",
    "uri",
    "guid",
    "id",
];
pub(super) const TITLE: &[&str] = &[
    "title",
    "headline",
    "webtitle",
    "articletitle",
    "newstitle",
    "head",
    "hed",
    "headlinetext",
    "heading",
    "ogtitle",
    "titlepage",
];
pub(super) const DEK: &[&str] = &[
    "dek",
    "deck",
    "standfirst",
    "subtitle",
    "subheadline",
    "subhead",
    "subheading",
    "trailtext",
    "alternativeheadline",
    "description",
    "shortdescription",
    "metadescription",
    "ogdescription",
    "summary",
    "abstract",
    "excerpt",
    "teaser",
];
pub(super) const BYLINE: &[&str] = &["byline", "bylines", "bylinetext"];
pub(super) const AUTHORS: &[&str] = &[
    "authors",
    "author",
    "authorname",
    "authornames",
    "creator",
    "creators",
    "dccreator",
    "writer",
    "writers",
    "reporter",
    "reporters",
    "journalist",
    "journalists",
    "articleauthor",
    "by",
    "contributors",
];
pub(super) const AGENCY: &[&str] = &["agency", "newsagency", "wire", "wireservice"];
pub(super) const PUBLISHER: &[&str] = &[
    "publisher",
    "publishername",
    "publication",
    "publicationname",
    "newspaper",
    "outlet",
    "source",
    "sourcename",
    "newssource",
    "sitename",
    "ogsitename",
    "site",
    "medianame",
    "media",
    "brand",
    "provider",
    "sourceinfo",
    "sourcedomain",
    "sourcehostname",
    "hostname",
    "domain",
    "website",
];
pub(super) const SECTION: &[&str] = &[
    "section",
    "articlesection",
    "sectionname",
    "desk",
    "newsdesk",
    "rubric",
    "channel",
    "category",
    "categories",
    "categoryname",
];
pub(super) const LANG: &[&str] = &[
    "lang",
    "language",
    "inlanguage",
    "languagecode",
    "langcode",
    "metalang",
    "detectedlanguage",
    "locale",
    "oglocale",
];
pub(super) const PUBLISHED: &[&str] = &[
    "published",
    "datepublished",
    "datepublish",
    "publishdate",
    "publisheddate",
    "publishedat",
    "publishedtime",
    "articlepublishedtime",
    "publishingdate",
    "publicationdate",
    "publicationtime",
    "publishtime",
    "publishedon",
    "publishdatetime",
    "publisheddatetime",
    "publicationdatetime",
    "firstpublished",
    "firstpublishedat",
    "firstpublicationdate",
    "webpublicationdate",
    "pubdate",
    "pubdatetime",
    "pubtime",
    "dateposted",
    "posted",
    "postedat",
    "postdate",
    "dateissued",
    "issued",
    "issuedate",
    "newsdate",
    "articledate",
    "storydate",
    "displaydate",
    "releasedate",
    "date",
    "datetime",
    "dategmt",
    "dcdate",
    "dctermsissued",
    "publishedparsed",
    "datecreated",
    "created",
    "createdat",
    "creationdate",
    "uploaddate",
    "time",
    "timestamp",
];
pub(super) const UPDATED: &[&str] = &[
    "updated",
    "datemodified",
    "datemodify",
    "dateupdated",
    "dateupdate",
    "modified",
    "modifieddate",
    "modificationdate",
    "modifiedat",
    "modifiedtime",
    "articlemodifiedtime",
    "updatedat",
    "updateddate",
    "updatedate",
    "updatetime",
    "lastmodified",
    "lastmodifieddate",
    "lastupdated",
    "lastupdate",
    "lastupdateddate",
    "lastpublicationdate",
    "ogupdatedtime",
    "revised",
    "revisiondate",
];
pub(super) const CAPTURED: &[&str] = &[
    "captured",
    "capturedat",
    "capturedate",
    "capturetime",
    "datedownload",
    "downloaddate",
    "downloadedat",
    "downloadtime",
    "crawldate",
    "crawleddate",
    "crawled",
    "crawledat",
    "crawltime",
    "datecrawled",
    "fetched",
    "fetchedat",
    "fetchdate",
    "fetchtime",
    "retrieved",
    "retrievedat",
    "retrievaldate",
    "dateretrieved",
    "accessed",
    "accessedat",
    "accessdate",
    "scraped",
    "scrapedat",
    "scrapedate",
    "datescraped",
    "scrapetime",
    "scrapingdate",
    "harvested",
    "harvestdate",
    "collectedat",
    "warcdate",
    "archivedate",
    "archivedat",
    "filedate",
];
pub(super) const BODY: &[&str] = &[
    "articlebody",
    "maintext",
    "bodytext",
    "body",
    "text",
    "content",
    "contents",
    "fulltext",
    "articletext",
    "articlecontent",
    "textcontent",
    "contenttext",
    "plaintext",
    "cleanedtext",
    "cleantext",
    "newstext",
    "storytext",
    "storybody",
    "paragraphs",
    "rawtext",
    "bodyhtml",
    "contenthtml",
    "articlehtml",
    "contentencoded",
];
/// The same, where they hold a string; an object of that name is an article of its own.
pub(super) const BODY_AS_STRING: &[&str] = &["article", "story", "document", "post", "main"];
/// Whole pages, to be extracted.
pub(super) const PAGE: &[&str] = &[
    "html",
    "rawhtml",
    "htmlraw",
    "pagehtml",
    "htmlcontent",
    "htmlsource",
    "sourcehtml",
    "htmltext",
    "pagesource",
    "rawpage",
    "fullhtml",
    "responsebody",
];

/// Objects that an article stands in.
pub(super) const INNER: &[&str] = &[
    "_source", "article", "document", "doc", "fields", "item", "news", "story", "post", "data",
    "result", "content", "payload", "value",
];
/// Names that a list of articles goes by.
pub(super) const LISTS: &[&str] = &[
    "articles",
    "items",
    "documents",
    "docs",
    "stories",
    "posts",
    "entries",
    "news",
    "records",
    "rows",
    "results",
    "hits",
    "data",
    "@graph",
    "response",
    "result",
    "feed",
    "archive",
    "value",
];

/// Types of schema.org that are something else than an article.
pub(super) fn is_other_type(name: &str) -> bool {
    matches!(
        name,
        "WebSite"
            | "WebPage"
            | "Organization"
            | "NewsMediaOrganization"
            | "BreadcrumbList"
            | "Person"
            | "ImageObject"
            | "ItemList"
            | "CollectionPage"
            | "SiteNavigationElement"
            | "Comment"
            | "Product"
            | "Event"
            | "FAQPage"
            | "Feature"
            | "FeatureCollection"
    )
}

/// Whether a text goes by a name, or a page.
pub(in crate::reader) fn is_text(name: &str) -> bool {
    let name = plain(name);
    [BODY, BODY_AS_STRING, PAGE]
        .iter()
        .any(|names| names.contains(&name.as_str()))
}

/// Whether a headline goes by a name.
pub(in crate::reader) fn is_title(name: &str) -> bool {
    TITLE.contains(&plain(name).as_str())
}

/// Whether any field goes by a name.
pub(in crate::reader) fn is_known(name: &str) -> bool {
    let plain = plain(name);
    [
        OWN_ID, URL, DEK, BYLINE, AUTHORS, AGENCY, PUBLISHER, SECTION, LANG, PUBLISHED, UPDATED,
        CAPTURED,
    ]
    .iter()
    .any(|names| names.contains(&plain.as_str()))
        || is_title(name)
        || is_text(name)
}

/// A name in lower case, of letters and digits alone: `date_publish`, `datePublish` and `date-publish` are one.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|char| char.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
