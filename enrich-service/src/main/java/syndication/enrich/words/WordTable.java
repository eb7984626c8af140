package syndication.enrich.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what is known of a word where it stands in a text, in whatever case, without cutting it
/// out. Safe for use by several threads.
///
/// @param <V> what is known of a word
public final class WordTable<V> {

  // A slot in two is free, so that a word that is not there is missed at once.
  private static final int SLOTS_PER_WORD = 2;

  private final List<@Nullable Entry<V>> slots;
  private final int mask;

  private record Entry<V>(String word, V value) {}

  /// @param words in lower case
  public WordTable(Map<String, V> words) {
    int size = Integer.highestOneBit(Math.max(1, words.size() * SLOTS_PER_WORD)) * 2;
    this.slots = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      slots.add(null);
    }
    this.mask = size - 1;
    for (Map.Entry<String, V> it : words.entrySet()) {
      String word = it.getKey();
      slots.set(slot(word, 0, word.length()), new Entry<>(word, it.getValue()));
    }
  }

  /// @param end after the word's last letter
  public @Nullable V find(String text, int start, int end) {
    Entry<V> entry = slots.get(slot(text, start, end));
    return entry == null ? null : entry.value();
  }

  // The slot the word is in, or the free one it would be in.
  private int slot(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + Character.toLowerCase(text.charAt(i));
    }
    int slot = (hash ^ (hash >>> 15)) & mask;
    Entry<V> entry = slots.get(slot);
    while (entry != null && !same(entry.word(), text, start, end)) {
      slot = (slot + 1) & mask;
      entry = slots.get(slot);
    }
    return slot;
  }

  private static boolean same(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != Character.toLowerCase(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
