package syndication.ingest.identity;

import java.util.List;

/// Which article a submission is, and why, in words.
///
/// @param why in the order the evidence was weighed, never empty
/// @param observed what this submission taught about the source's ids
public record Resolution(String articleId, boolean fresh, List<String> why, ItemIdRecord observed) {
  public Resolution {
    why = List.copyOf(why);
  }
}
