//! Dates that the page's data state: JSON-LD and metas.

use crate::extract::html::dates::Evidence;
use crate::extract::html::dates::candidates::Candidates;

/// Adds the dates of JSON-LD and of the metas.
pub(super) fn collect(evidence: &Evidence<'_, '_>, candidates: &mut Candidates<'_>) {
    if let Some(data) = evidence.data {
        let weight = if data.is_article { 100 } else { 80 };
        if let Some(text) = &data.published {
            candidates.push(text, "jsonld:datePublished".to_owned(), weight, false);
        }
        if let Some(text) = &data.updated {
            candidates.push(text, "jsonld:dateModified".to_owned(), weight, true);
        }
    }
    for (at, name) in PUBLISHED.iter().enumerate() {
        if let Some(text) = evidence.meta.get(name) {
            let weight = if at < SURE { 90 } else { 75 };
            candidates.push(text, format!("meta:{name}"), weight, false);
        }
    }
    for name in UPDATED {
        if let Some(text) = evidence.meta.get(name) {
            candidates.push(text, format!("meta:{name}"), 90, true);
        }
    }
}

/// So many of [`PUBLISHED`] mean publication and nothing else.
const SURE: usize = 20;

/// Metas that give the publication date, the surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "itemprop:datepublished",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "cxenseparse:recs:published_time",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "dc.created",
    "dc.terms.created",
    "prism.publicationdate",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "published_at",
    "published",
    "published_time",
    "published-date",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "bt:pubdate",
    "ptime",
    "og:published_time",
    "og:pubdate",
    "rnews:datepublished",
    "timestamp",
    "date.created",
    "date_published",
    "datecreated",
    "article.created",
    "created",
    "displaydate",
    "itemprop:datecreated",
    "dcsext.articlefirstpublished",
    "ya:ovs:upload_date",
    "date",
    "dat",
    "doc_date",
    "cdate",
    "article:post_date",
    "revision_date",
    "premiumcontentonfirstpublish",
    "og:release_date",
    "video:release_date",
    "release_date",
    "itemprop:uploaddate",
];

/// Metas that give the date of the last change.
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "itemprop:datemodified",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "dc.modified",
    "article.updated",
    "last-modified",
    "lastmod",
    "modified",
    "utime",
    "date.modified",
    "date.updated",
    "date_modified",
    "article:modified",
    "updated_time",
    "lastmodified",
    "revised",
];
