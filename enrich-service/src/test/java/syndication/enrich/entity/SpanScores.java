package syndication.enrich.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;

/// Scores names against a file of hand-made ones: a name counts when first word, last word and type
/// are all right.
public final class SpanScores {

  /// @param name `PER`, `ORG`, `LOC` or `ALL`
  public record Row(String name, int right, int found, int wanted) {
    public double precision() {
      return found == 0 ? 0 : 100.0 * right / found;
    }

    public double recall() {
      return wanted == 0 ? 0 : 100.0 * right / wanted;
    }

    public double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%-4s P %5.1f  R %5.1f  F1 %5.1f", name, precision(), recall(), f1());
    }
  }

  private record Gold(int sentence, int from, int to, String type) {}

  private record Words(List<String> words, List<String> labels) {}

  private SpanScores() {}

  /// Which sentences count: the whole file, or one half, parted by the hash of the sentence.
  public enum Part {
    ALL,
    FIRST,
    SECOND;

    boolean has(String sentence) {
      return this == ALL || (Math.floorMod(sentence.hashCode(), 2) == 0) == (this == FIRST);
    }
  }

  /// @param wrong takes what is missing (`-`) and what is too much (`+`)
  public static List<Row> of(
      Path conll, EntityRecogniser recogniser, Part counted, List<String> wrong)
      throws IOException {
    List<Words> all = read(conll);
    Map<String, int[]> counts = new TreeMap<>();
    int start = 0;
    for (int at = 1; at <= all.size(); at++) {
      if (at == all.size() || all.get(at).words().getFirst().equals("-DOCSTART-")) {
        score(all.subList(start + 1, at), recogniser, counted, counts, wrong);
        start = at;
      }
    }
    var rows = new ArrayList<Row>();
    int[] sum = new int[3];
    counts.forEach((type, it) -> {
      rows.add(new Row(type, it[0], it[1], it[2]));
      for (int i = 0; i < 3; i++) {
        sum[i] += it[i];
      }
    });
    rows.add(new Row("ALL", sum[0], sum[1], sum[2]));
    return rows;
  }

  private static void score(
      List<Words> part,
      EntityRecogniser recogniser,
      Part counted,
      Map<String, int[]> counts,
      List<String> wrong) {
    var sentences = new ArrayList<Sentence>();
    Set<Gold> gold = new HashSet<>();
    for (int i = 0; i < part.size(); i++) {
      String text = String.join(" ", part.get(i).words());
      sentences.add(new Sentence(text, i, true, Tokenizer.tokens(text, "en")));
      gold.addAll(gold(i, part.get(i)));
    }
    gold.removeIf(it -> !counted.has(sentences.get(it.sentence()).text()));
    Set<Gold> found = new HashSet<>();
    for (Mention it : recogniser.mentions(sentences, "en")) {
      String type =
          switch (it.type()) {
            case PERSON -> "PER";
            case ORGANISATION -> "ORG";
            case PLACE -> "LOC";
            case EVENT, OTHER -> "";
          };
      if (!type.isEmpty() && counted.has(sentences.get(it.sentence()).text())) {
        found.add(span(it, type, sentences.get(it.sentence()), part.get(it.sentence())));
      }
    }
    for (Gold it : gold) {
      int[] count = counts.computeIfAbsent(it.type(), _ -> new int[3]);
      count[2]++;
      count[0] += found.contains(it) ? 1 : 0;
      if (!found.contains(it)) {
        wrong.add("- " + describe(it, part));
      }
    }
    for (Gold it : found) {
      counts.computeIfAbsent(it.type(), _ -> new int[3])[1]++;
      if (!gold.contains(it)) {
        wrong.add("+ " + describe(it, part));
      }
    }
  }

  private static String describe(Gold it, List<Words> part) {
    List<String> words = part.get(it.sentence()).words();
    int to = Math.min(it.to(), words.size());
    return it.type()
        + " ["
        + String.join(" ", words.subList(Math.min(it.from(), to), to))
        + "] "
        + String.join(
            " ", words.subList(Math.max(0, it.from() - 5), Math.min(words.size(), to + 4)));
  }

  // Our words are not the corpus's words: places in the text tell which is which.
  private static Gold span(Mention mention, String type, Sentence sentence, Words words) {
    Token first = sentence.tokens().get(mention.from());
    Token last = sentence.tokens().get(mention.to() - 1);
    int from = -1;
    int to = -1;
    int at = 0;
    for (int i = 0; i < words.words().size(); i++) {
      int end = at + words.words().get(i).length();
      if (first.start() >= at && first.start() < end) {
        from = i;
      }
      if (last.end() > at && last.end() <= end + 1 && to < 0) {
        to = i + 1;
      }
      at = end + 1;
    }
    return new Gold(mention.sentence(), from, Math.max(to, from + 1), type);
  }

  private static List<Gold> gold(int sentence, Words words) {
    var gold = new ArrayList<Gold>();
    for (int i = 0; i < words.labels().size(); i++) {
      String label = words.labels().get(i);
      if (!label.startsWith("B-") || label.endsWith("MISC")) {
        continue;
      }
      int end = i + 1;
      while (end < words.labels().size() && words.labels().get(end).startsWith("I-")) {
        end++;
      }
      gold.add(new Gold(sentence, i, end, label.substring(2)));
    }
    return gold;
  }

  private static List<Words> read(Path conll) throws IOException {
    var all = new ArrayList<Words>();
    var words = new ArrayList<String>();
    var labels = new ArrayList<String>();
    for (String line : Files.readAllLines(conll)) {
      String[] cells = line.split("\t", -1);
      if (cells.length < 3) {
        if (!words.isEmpty()) {
          all.add(new Words(List.copyOf(words), List.copyOf(labels)));
          words.clear();
          labels.clear();
        }
      } else {
        words.add(cells[1]);
        labels.add(cells[2]);
      }
    }
    if (!words.isEmpty()) {
      all.add(new Words(List.copyOf(words), List.copyOf(labels)));
    }
    return all;
  }
}
