package syndication.ingest.revision;

import syndication.ingest.article.ParsedArticle;

/// Content that a source hands in for an article.
///
/// @param late whether it is an earlier revision's content with an earlier date: a latecomer
public record Proposal(
    ParsedArticle article, String contentHash, Provenance provenance, boolean late) {}
