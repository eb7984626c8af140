package syndication.ingest.feed;

/// Something that is not as the feed's format wants it, and that reading survived.
///
/// @param rule id of the rule, such as `feed.undefined-entity`
/// @param what in words, with the words of the feed that are meant
/// @param position where in the feed
public record Problem(String rule, String what, Position position) {

  @Override
  public String toString() {
    return rule + ": " + what + " (" + position + ")";
  }
}
