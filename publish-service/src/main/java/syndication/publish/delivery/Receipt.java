package syndication.publish.delivery;

import syndication.publish.article.PublishedArticle.Version;

/// Proof of the last thing a subscription took of one article.
///
/// @param version the highest it took
/// @param contentHash of that version
public record Receipt(
    String subscriptionId, String articleId, Version version, String contentHash, EventType type) {}
