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

  private record Entry<V>(String[] words, V value) {}

  private final Map<String, List<Entry<V>>> byFirst = new HashMap<>();

  /// Adds a phrase; the first value of a phrase stays.
  ///
  /// @param words at least one
  public void add(List<String> words, V value) {
    String[] all = words.toArray(String[]::new);
    List<Entry<V>> entries = byFirst.computeIfAbsent(all[0], _ -> new ArrayList<>(1));
    int at = 0;
    while (at < entries.size() && entries.get(at).words().length > all.length) {
      at++;
    }
    for (int i = at; i < entries.size() && entries.get(i).words().length == all.length; i++) {
      if (java.util.Arrays.equals(entries.get(i).words(), all)) {
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
    List<Entry<V>> entries = byFirst.get(word.apply(at));
    if (entries == null) {
      return null;
    }
    for (Entry<V> entry : entries) {
      if (matches(entry.words(), word, at, end)) {
        return new Match<>(entry.words().length, entry.value());
      }
    }
    return null;
  }

  private static boolean matches(String[] words, IntFunction<String> word, int at, int end) {
    if (at + words.length > end) {
      return false;
    }
    for (int i = 1; i < words.length; i++) {
      if (!words[i].equals(word.apply(at + i))) {
        return false;
      }
    }
    return true;
  }
}
