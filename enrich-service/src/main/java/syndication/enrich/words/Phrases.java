package syndication.enrich.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds phrases of known words in a row of words, the longest first.
///
/// @param <V> what a phrase stands for
public final class Phrases<V> {

  /// @param length in words, 1 or more
  public record Match<V>(int length, V value) {}

  private record Entry<V>(List<String> words, V value) {}

  // Most words begin no phrase, and a few bits say so faster than the map does.
  private static final int FIRST_BITS = 1 << 16;

  private final Map<String, List<Entry<V>>> byFirst = new HashMap<>();
  private final long[] firsts = new long[FIRST_BITS / Long.SIZE];

  /// Adds a phrase; the first value of a phrase stays.
  ///
  /// @param words at least one
  public void add(List<String> words, V value) {
    List<String> all = List.copyOf(words);
    int bit = bit(all.getFirst());
    firsts[bit / Long.SIZE] |= 1L << bit;
    List<Entry<V>> entries = byFirst.computeIfAbsent(all.getFirst(), _ -> new ArrayList<>(1));
    int at = 0;
    while (at < entries.size() && entries.get(at).words().size() > all.size()) {
      at++;
    }
    for (int i = at; i < entries.size() && entries.get(i).words().size() == all.size(); i++) {
      if (entries.get(i).words().equals(all)) {
        return;
      }
    }
    entries.add(at, new Entry<>(all, value));
  }

  /// The longest phrase that begins at a word.
  ///
  /// @param word gives the words by position
  /// @param end position after the last word
  public @Nullable Match<V> longestAt(IntFunction<String> word, int at, int end) {
    String first = word.apply(at);
    int bit = bit(first);
    if ((firsts[bit / Long.SIZE] & (1L << bit)) == 0) {
      return null;
    }
    List<Entry<V>> entries = byFirst.get(first);
    if (entries == null) {
      return null;
    }
    for (Entry<V> entry : entries) {
      if (matches(entry.words(), word, at, end)) {
        return new Match<>(entry.words().size(), entry.value());
      }
    }
    return null;
  }

  private static int bit(String word) {
    int hash = word.hashCode();
    return (hash ^ (hash >>> 16)) & (FIRST_BITS - 1);
  }

  private static boolean matches(List<String> words, IntFunction<String> word, int at, int end) {
    if (at + words.size() > end) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      if (!words.get(i).equals(word.apply(at + i))) {
        return false;
      }
    }
    return true;
  }
}
