package syndication.publish.site;

import java.util.List;

/// One story in a list: the article that had it first, and the near-duplicates from elsewhere.
///
/// @param others oldest first; may be empty
public record Story(Card lead, List<Card> others) {
  public Story {
    others = List.copyOf(others);
  }
}
