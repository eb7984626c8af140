package syndication.publish.partner;

import java.time.Instant;
import java.util.regex.Pattern;

/// Somebody who receives articles.
///
/// @param id chosen by the operator, part of addresses and log lines
/// @param name for people
public record Partner(String id, String name, Instant createdAt) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  private static final int NAME_LENGTH_MAX = 200;

  public Partner {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("id: " + id + " (expected: " + ID + ")");
    }
    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "name: " + name + " (expected: 1 to " + NAME_LENGTH_MAX + " characters)");
    }
  }
}
