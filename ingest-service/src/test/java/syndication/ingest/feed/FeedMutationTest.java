package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Reads feeds with random faults in them: whatever the bytes, there is a feed, soon.
class FeedMutationTest {

  /// `-Dsyndicate.feed.mutants=1000000` for a long run by hand.
  private static final int MUTANTS = Integer.getInteger("syndicate.feed.mutants", 100_000);

  private static final long SEED = Long.getLong("syndicate.feed.seed", 20_260_101L);

  /// A mutant takes some 0.1 ms; a stall of the machine takes longer, endless work much longer.
  private static final Duration EACH_MAX = Duration.ofSeconds(5);

  private static final List<String> TOKENS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "</item>",
          "<item>",
          "<entry>",
          "</channel>",
          "<?xml",
          "<!DOCTYPE x [",
          "&#0;",
          "&#xFFFFFFFF;",
          "&nbsp;",
          "\u0000",
          "{",
          "}",
          "[",
          "\\",
          "xml:base=\"",
          "type=\"xhtml\"",
          "mode=\"base64\"",
          "9999-99-99",
          "javascript:",
          "style=\"a:url(",
          "<svg>",
          "<br/",
          "\uD800");

  private final RandomGenerator random = new Random(SEED);
  private final FeedReader reader = new FeedReader();
  private final EntryCodec codec = new EntryCodec();

  @Test
  void readsEveryMutant() {
    List<byte[]> seeds = seeds();
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutate(seeds.get(random.nextInt(seeds.size())), seeds);
      long start = System.nanoTime();
      read(mutant, i);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("time for mutant %s", i)
          .isLessThan(EACH_MAX);
    }
  }

  private static List<byte[]> seeds() {
    var seeds = new ArrayList<byte[]>();
    Fixtures.ALL.forEach(name -> seeds.add(Fixtures.bytes(name)));
    FeedparserCorpus.find()
        .ifPresent(corpus -> corpus.cases().forEach(each -> seeds.add(corpus.bytes(each.file()))));
    return seeds;
  }

  private void read(byte[] mutant, int number) {
    try {
      Feed feed = reader.read(mutant, null, Fixtures.ADDRESS, Fixtures.RECEIVED);
      FeedLint.check(feed);
      for (Entry entry : feed.entries()) {
        if (number % 50 == 0) {
          assertThat(codec.fromJson(codec.toJson(entry))).isEqualTo(entry);
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      fail("mutant " + number + ": " + HexFormat.of().formatHex(mutant), e);
    }
  }

  private byte[] mutate(byte[] seed, List<byte[]> seeds) {
    byte[] mutant = seed.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && mutant.length > 0; i++) {
      int at = random.nextInt(mutant.length);
      mutant =
          switch (random.nextInt(7)) {
            case 0 -> flip(mutant, at);
            case 1 -> Arrays.copyOf(mutant, at);
            case 2 -> splice(mutant, at, at + random.nextInt(mutant.length - at), new byte[0]);
            case 3 -> splice(mutant, at, at, token());
            case 4 -> splice(mutant, at, Math.min(mutant.length, at + 3), token());
            case 5 -> splice(mutant, at, at, piece(mutant));
            default -> splice(mutant, at, at, piece(seeds.get(random.nextInt(seeds.size()))));
          };
    }
    return mutant;
  }

  private byte[] flip(byte[] bytes, int at) {
    bytes[at] = (byte) random.nextInt(256);
    return bytes;
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] piece(byte[] of) {
    if (of.length == 0) {
      return of;
    }
    int from = random.nextInt(of.length);
    return Arrays.copyOfRange(of, from, Math.min(of.length, from + random.nextInt(200)));
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
    byte[] out = new byte[bytes.length - (to - from) + with.length];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(with, 0, out, from, with.length);
    System.arraycopy(bytes, to, out, from + with.length, bytes.length - to);
    return out;
  }
}
