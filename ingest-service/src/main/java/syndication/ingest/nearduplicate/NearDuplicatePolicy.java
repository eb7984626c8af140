package syndication.ingest.nearduplicate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Decides whether an article repeats another one, and to which cluster both belong. Pure.
///
/// @param resemblanceMin from which two texts are the same story told once
/// @param containmentMin from which the shorter text is an excerpt of the longer one
/// @param shinglesMin below which a text is too short to be told apart by its words
public record NearDuplicatePolicy(double resemblanceMin, double containmentMin, int shinglesMin) {

  /// 0.3: rewritten agency copy lies at 0.3 to 0.9, different reports of one event below 0.1. 0.6:
  /// the error of an excerpt's containment is several times that of a resemblance. 20 shingles:
  /// about two sentences.
  public static final NearDuplicatePolicy DEFAULT = new NearDuplicatePolicy(0.3, 0.6, 20);

  /// An article that may be a near-duplicate.
  ///
  /// @param clusterId the cluster it is in, its own articleId when it stands alone
  public record Member(String articleId, String clusterId, Sketch sketch) {}

  /// @param candidates found by [Signature#lookupKeys]
  /// @return the cluster of the nearest near-duplicate, if there is one
  public Optional<String> clusterOf(Sketch sketch, Collection<Member> candidates) {
    if (sketch.shingles() < shinglesMin) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(it -> it.sketch().shingles() >= shinglesMin)
        .filter(it -> near(sketch, it.sketch()))
        .max(
            Comparator.<Member>comparingDouble(it -> sketch.resemblance(it.sketch()))
                .thenComparing(Member::articleId, Comparator.reverseOrder()))
        .map(Member::clusterId);
  }

  private boolean near(Sketch one, Sketch other) {
    return one.resemblance(other) >= resemblanceMin
        || (one.resemblance(other) >= excerptFloor(one, other)
            && one.containment(other) >= containmentMin);
  }

  // Three bins that agree by chance would make any pair of very different lengths an excerpt.
  private static double excerptFloor(Sketch one, Sketch other) {
    int shorter = Math.min(one.shingles(), other.shingles());
    int longer = Math.max(one.shingles(), other.shingles());
    return Math.max(3.0 / Signature.BINS, 0.5 * shorter / longer);
  }
}
