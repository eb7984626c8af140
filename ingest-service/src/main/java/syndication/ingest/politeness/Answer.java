package syndication.ingest.politeness;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.websub.Offer;

/// What asking a feed came to.
public sealed interface Answer {

  /// A document that is not the one of last time.
  ///
  /// @param bodyHash hex SHA-256 of the document
  /// @param arrivals when its new entries were published, or first seen
  /// @param movedTo where it has moved for good, or `null`
  /// @param offer the WebSub hub it names, or `null`
  record Changed(
      Freshness freshness,
      Validators validators,
      String bodyHash,
      Hints hints,
      List<Instant> arrivals,
      @Nullable URI movedTo,
      @Nullable Offer offer)
      implements Answer {
    public Changed {
      arrivals = List.copyOf(arrivals);
    }
  }

  /// 304, or the same bytes again.
  ///
  /// @param validators those given anew
  record Unchanged(Freshness freshness, Validators validators, @Nullable URI movedTo)
      implements Answer {}

  /// No feed this time.
  ///
  /// @param words what happened
  record Failed(FailureClass failure, String words, Freshness freshness) implements Answer {}
}
