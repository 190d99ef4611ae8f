//! dateline turns a folder of news articles into a searchable archive.
//!
//! Two ways run through it, and its modules stand in their order.
//!
//! The way of one article ([`ingest`] drives it, in parallel):
//!
//! ```text
//! path ──source──▶ RawDocument ──reader──▶ Record ──extract──▶ ExtractedArticle ──enrich──▶ Article ──index──▶ TantivyDocument
//! ```
//!
//! The way of one query:
//!
//! ```text
//! text ──query──▶ Query ──search::plan──▶ Plan ──search──▶ Response ──render──▶ terminal, JSON
//! ```
//!
//! `ARCHITECTURE.md` says what each layer may touch, and why.

pub mod text;
pub mod date;
pub mod article;

pub mod source;
pub mod reader;
pub mod extract;
pub mod enrich;
pub mod index;
pub mod ingest;

pub mod query;
pub mod search;
pub mod render;

pub mod cli;
