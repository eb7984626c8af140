package syndication.publish.delivery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import syndication.publish.article.PublishedArticle.Version;

/// The id of a delivery, the same however often it is made: a partner that gets it twice, after a
/// crash of ours, can tell.
public final class WebhookId {

  private static final String PREFIX = "msg_";

  private WebhookId() {}

  /// Of one version of an article on its way to one subscription. Whether it is the first one the
  /// partner sees is not part of the id, because a crash may change our mind about that.
  public static String of(String subscriptionId, String articleId, Version version) {
    return hash(subscriptionId, articleId, version.revision() + "." + version.enrichment());
  }

  /// Of the withdrawal of an article, by whichever road it reaches us.
  public static String ofWithdrawal(String subscriptionId, String articleId, long revision) {
    return hash(subscriptionId, articleId, revision + ".withdrawn");
  }

  /// Of a withdrawal that is told once more, because the partner took a revision after it: another
  /// id, so that the partner does not take it for a repeat.
  public static String ofWithdrawalAfter(
      String subscriptionId, String articleId, long revision, long takenRevision) {
    return hash(subscriptionId, articleId, revision + ".withdrawn." + takenRevision);
  }

  private static String hash(String subscriptionId, String articleId, String what) {
    String name = subscriptionId + "\n" + articleId + "\n" + what;
    return PREFIX + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
