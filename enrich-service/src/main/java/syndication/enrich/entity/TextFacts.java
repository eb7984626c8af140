package syndication.enrich.entity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.words.Phrases;

/// What is known of a whole text before its names are weighed.
///
/// @param cues of its language
/// @param names that lists know
/// @param small words that stand in small letters somewhere in it
/// @param sporty whether it is about a game
/// @param nounsCapital whether its language writes every noun with a capital
record TextFacts(
    Cues cues, Phrases<Known> names, Set<String> small, boolean sporty, boolean nounsCapital) {

  /// The list's entry for the one word of a sentence at a position, or `null`.
  @Nullable Known listed(Span span, int at) {
    Phrases.Match<Known> match = names.longestAt(i -> span.tokens.get(i).text(), at, at + 1);
    return match == null ? null : match.value();
  }
}
