package syndication.publish.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/// A place in a list: just after one article. It stays right when articles come and go before it.
///
/// @param at what the list is ordered by, UTC
/// @param articleId decides between articles of the same instant
public record Place(Instant at, String articleId) {

  /// Longer ones were not made here.
  private static final int LENGTH_MAX = 400;

  /// As part of an address.
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + articleId).getBytes(StandardCharsets.UTF_8));
  }

  /// The place that [#text()] was made from; empty for anything else.
  public static Optional<Place> of(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      return parts.length < 2 || parts[1].indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(new Place(Instant.parse(parts[0]), parts[1]));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
