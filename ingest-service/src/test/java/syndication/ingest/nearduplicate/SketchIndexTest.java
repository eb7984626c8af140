package syndication.ingest.nearduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SketchIndexTest {

  private static final int LIMIT = 50;

  private final SketchIndex index = new SketchIndex(100_000);
  private final Random random = new Random(20261125);

  @Test
  void aCopyIsFoundWithItsCluster() {
    String story = text(400);
    UUID cluster = id(9);
    index.put(id(1), cluster, "first", sketch(story));

    List<SketchIndex.Found> found = index.similar("second", sketch(story), LIMIT);

    assertThat(found).containsExactly(new SketchIndex.Found(id(1), cluster, sketch(story)));
  }

  @Test
  void anArticleOfTheSameSourceIsNotFound() {
    String story = text(400);
    index.put(id(1), id(1), "first", sketch(story));

    assertThat(index.similar("first", sketch(story), LIMIT)).isEmpty();
  }

  @Test
  void theMostSimilarComesFirst() {
    String story = text(400);
    index.put(id(1), id(1), "first", sketch(story + text(150)));
    index.put(id(2), id(2), "first", sketch(story + text(10)));
    index.put(id(3), id(3), "first", sketch(story + text(60)));

    assertThat(index.similar("second", sketch(story), LIMIT))
        .extracting(SketchIndex.Found::articleId)
        .containsExactly(id(2), id(3), id(1));
  }

  @Test
  void theOpeningFindsTheWhole() {
    String opening = text(40);
    index.put(id(1), id(1), "first", sketch(opening + text(800)));

    assertThat(index.similar("second", sketch(opening), LIMIT)).hasSize(1);
  }

  @Test
  void aNewRevisionTakesThePlaceOfTheOldOne() {
    String before = text(300);
    String after = text(300);
    index.put(id(1), id(1), "first", sketch(before));
    index.put(id(1), id(1), "first", sketch(after));

    assertThat(index.similar("second", sketch(before), LIMIT)).isEmpty();
    assertThat(index.similar("second", sketch(after), LIMIT)).hasSize(1);
  }

  @Test
  void whatIsRemovedIsNotFound() {
    String story = text(300);
    index.put(id(1), id(1), "first", sketch(story));

    index.remove(id(1));

    assertThat(index.similar("second", sketch(story), LIMIT)).isEmpty();
  }

  @Test
  void copiesOfAThirdOfTheWordsAreFoundAmongManyOthers() {
    for (int i = 0; i < 5_000; i++) {
      index.put(id(1_000 + i), id(1_000 + i), "others", sketch(text(120)));
    }
    int found = 0;
    int all = 0;
    for (int i = 0; i < 200; i++) {
      // The same 200 of 300 words give a resemblance of 0.5 and less.
      List<String> parts = new ArrayList<>(List.of(text(100), text(100), text(100)));
      String one = String.join(" ", parts);
      parts.set(2, text(100));
      String other = String.join(" ", parts);
      index.put(id(i), id(i), "first", sketch(one));
      all++;
      int number = i;
      found +=
          index.similar("second", sketch(other), LIMIT).stream()
                  .anyMatch(it -> it.articleId().equals(id(number)))
              ? 1
              : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(all * 98 / 100);
  }

  @Test
  void theOldestAreForgottenBeyondTheLimit() {
    var small = new SketchIndex(1);
    String first = text(100);
    small.put(id(1), id(1), "first", sketch(first));
    for (int i = 0; i < 2 * SketchSegment.ARTICLES; i++) {
      small.put(id(10 + i), id(10 + i), "first", sketch("a word " + i));
    }

    assertThat(small.similar("second", sketch(first), LIMIT)).isEmpty();
    assertThat(small.bytes()).isEqualTo(2 * SketchSegment.BYTES);
  }

  @Test
  void aStoredSketchIsTheSame() {
    Sketch it = sketch(text(300));

    assertThat(Sketch.ofBytes(it.toBytes(), it.shingles())).isEqualTo(it);
  }

  private static UUID id(long number) {
    return new UUID(7, number);
  }

  private static Sketch sketch(String text) {
    return Objects.requireNonNull(Signature.of(text)).sketch();
  }

  private String text(int words) {
    var out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      out.append("w").append(Integer.toString(random.nextInt(200_000), 36)).append(' ');
    }
    return out.toString();
  }
}
