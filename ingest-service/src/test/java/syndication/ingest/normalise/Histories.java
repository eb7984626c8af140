package syndication.ingest.normalise;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.SyndicationRight;
import syndication.ingest.submission.Channel;
import syndication.ingest.submission.RawBytes;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.SourcePolicy;
import syndication.ingest.submission.Submission;

/// Plays scripted histories of sources against the normaliser, and tells what came out, step by
/// step. The script's words are explained at the top of `histories.txt`.
final class Histories {

  private static final Pattern WORD = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\S+)");
  private static final Pattern AHEAD = Pattern.compile("\\+(\\d+)([mhd])");
  private static final Instant BEGIN = Instant.parse("2026-11-24T06:00:00Z");

  /// A history: its name, and steps with what each has to come to.
  record History(String name, List<Step> steps) {
    @Override
    public String toString() {
      return name;
    }
  }

  record Step(String action, String expected) {}

  static List<History> parse(String script) {
    List<History> all = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (String line : script.lines().toList()) {
      if (line.startsWith("== ")) {
        steps = new ArrayList<>();
        all.add(new History(line.substring(3).strip(), steps));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int arrow = line.indexOf("=>");
        steps.add(new Step(line.substring(0, arrow).strip(), line.substring(arrow + 2).strip()));
      }
    }
    return all;
  }

  private final Ledger ledger;
  private final List<Event> sent = new ArrayList<>();
  private final List<Normaliser.Journal.Entry> journal = new ArrayList<>();
  private final Map<String, String> letters = new LinkedHashMap<>();
  private final Map<String, ParsedArticle> bodies = new HashMap<>();
  private final Normaliser normaliser;
  private final DueWork dueWork;
  private Instant now = BEGIN;
  private int receipts;
  private int fetches;
  private boolean kafkaDown;
  private List<Submission> last = List.of();

  Histories(Ledger ledger) {
    this.ledger = ledger;
    EventLane lane =
        events -> {
          if (kafkaDown) {
            throw new OutageException("Kafka is down", new IllegalStateException());
          }
          sent.addAll(events);
        };
    normaliser =
        new Normaliser(ledger, lane, this::read, Histories::policy, journal::add, () -> now);
    dueWork = new DueWork(ledger, lane, journal::add, () -> now);
  }

  /// Plays one step.
  ///
  /// @return what it came to, in the script's words
  String play(String action) {
    sent.clear();
    journal.clear();
    String verb = action.replaceFirst("\\s.*", "");
    try {
      switch (verb) {
        case "clock" -> {
          now = ahead(action.substring("clock".length()).strip());
          while (dueWork.runOnce()) {
            // One portion after the other.
          }
        }
        case "again" -> normaliser.take(last);
        case "kafka-down" -> kafkaDown = true;
        case "kafka-up" -> {
          kafkaDown = false;
          normaliser.take(last);
        }
        default -> {
          List<Submission> submissions = new ArrayList<>();
          fetches++;
          for (String item : Pattern.compile("\\s+;\\s+").splitAsStream(action).toList()) {
            submissions.add(submission(item));
          }
          last = submissions;
          now = now.plusSeconds(1);
          normaliser.take(submissions);
        }
      }
    } catch (OutageException e) {
      return "outage";
    }
    return outcome();
  }

  private String outcome() {
    List<String> words = new ArrayList<>();
    for (Normaliser.Journal.Entry it : journal) {
      if (it.decided().outcome() != Outcome.PUBLISHED) {
        String article = it.decided().articleId();
        words.add(
            "%s%s:%s"
                .formatted(
                    it.decided().outcome().name().toLowerCase(Locale.ROOT),
                    article == null ? "" : "(" + letter(article) + ")",
                    it.decided().rule()));
      }
    }
    for (Event it : sent) {
      words.add(
          switch (it) {
            case Event.Revised r ->
                letter(r.revision().articleId())
                    + r.revision().number()
                    + ":"
                    + r.revision().kind()
                    + (r.revision().provenance().clusterId() == null
                        ? ""
                        : "~" + letter(r.revision().provenance().clusterId()));
            case Event.Withdrawn w ->
                "lane:" + letter(w.revision().articleId()) + w.revision().number();
            case Event.SubmissionQuarantined _ -> "bytes";
            case Event.RevisionErased e -> "erased:" + letter(e.articleId()) + e.revision();
            case Event.SubmissionErased _ -> "erased:submission";
          });
    }
    return words.isEmpty() ? "nothing" : String.join(" ", words);
  }

  private String letter(String articleId) {
    return letters.computeIfAbsent(
        articleId, _ -> Character.toString((char) ('A' + letters.size())));
  }

  private Submission submission(String item) {
    Map<String, String> words = new HashMap<>();
    Matcher it = WORD.matcher(item);
    while (it.find()) {
      words.put(group(it, 1), group(it, 2).replace("\"", ""));
    }
    List<String> head = Pattern.compile("\\s+").splitAsStream(item).toList();
    String source = head.get(0);
    SourceCommand command =
        head.get(1).equals("says")
            ? SourceCommand.PUBLISH
            : SourceCommand.valueOf(head.get(1).toUpperCase(Locale.ROOT));
    String receipt = words.getOrDefault("receipt", "r" + ++receipts);
    String link = words.get("link");
    String itemId = words.get("id");
    Map<String, String> attributes = new HashMap<>();
    boolean feed = !source.startsWith("api");
    if (feed && command == SourceCommand.PUBLISH) {
      attributes.put(Submission.FETCH, "f" + fetches);
    }
    if (words.containsKey("article")) {
      attributes.put(
          Submission.ARTICLE,
          letters.entrySet().stream()
              .filter(e -> e.getValue().equals(words.get("article")))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow());
    }
    if (command == SourceCommand.PUBLISH && !words.containsKey("unreadable")) {
      bodies.put(receipt, article(words));
    }
    return new Submission(
        source + ":" + Objects.requireNonNullElse(itemId, String.valueOf(link)),
        receipt,
        source,
        feed ? Channel.FEED : Channel.HTTP,
        command,
        "application/json",
        RawBytes.ofUtf8(words.toString()),
        link == null ? null : URI.create(link),
        itemId,
        now,
        null,
        words.get("note"),
        attributes,
        "0af7651916cd43dd8448eb211c80319c");
  }

  private Reading read(Submission it) {
    ParsedArticle article = bodies.get(it.receiptId());
    return article == null
        ? new Reading.Unreadable("test.unreadable", "it says so", null)
        : new Reading.Read(article);
  }

  private ParsedArticle article(Map<String, String> words) {
    String origin = words.get("origin");
    String correction = words.get("correction");
    List<Block> blocks = new ArrayList<>();
    for (String it : text(words.getOrDefault("text", "")).lines().toList()) {
      if (!it.isBlank()) {
        blocks.add(new Block.Paragraph(it, it));
      }
    }
    if (words.containsKey("line")) {
      blocks.add(new Block.Paragraph(words.get("line"), words.get("line")));
    }
    return new ParsedArticle(
        new ParsedArticle.Identifiers(
            words.get("id"),
            address(words.get("link")),
            address(words.get("canonical")),
            List.of()),
        words.getOrDefault("title", "Untitled report of the day"),
        new Body(blocks),
        words.get("description"),
        words.get("by"),
        null,
        new ParsedArticle.Dates(
            time(words.get("date")),
            time(words.get("modified")),
            words.containsKey("date") ? DateQuality.STATED : DateQuality.FETCH_TIME,
            time(words.get("embargo")),
            time(words.get("expires"))),
        new ParsedArticle.Rights(null, null, null, SyndicationRight.UNKNOWN),
        words.containsKey("tags") ? Arrays.asList(words.get("tags").split(",")) : List.of(),
        List.of(),
        List.of(),
        new ParsedArticle.Notes(null, correction),
        origin == null ? null : new ParsedArticle.Attribution(null, address(origin), null, null),
        List.of(),
        List.of());
  }

  /// `T7` is a text of its own; `T7a`, `T7b` are it with one word changed, `T7+` has a paragraph
  /// more, `T7<` is its beginning, `T7!` differs in punctuation only.
  static String text(String name) {
    Matcher it = Pattern.compile("(\\w*?\\d+)([a-z]|[+<!])?").matcher(name);
    if (!it.matches()) {
      return name.replace('_', ' ');
    }
    String seed = group(it, 1);
    List<String> words = new ArrayList<>();
    long state = seed.hashCode() * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < 90; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      words.add("word" + Long.toString((state >>> 33) % 100_000, 36) + (i % 15 == 14 ? ".\n" : ""));
    }
    String plain = String.join(" ", words).replace("\n ", "\n");
    String how = it.group(2);
    if (how == null) {
      return plain;
    }
    return switch (how) {
      case "+" -> plain + text(seed + "9999").lines().limit(2).collect(Collectors.joining("\n"));
      case "<" -> plain.lines().limit(3).collect(Collectors.joining("\n"));
      case "!" -> plain.replaceFirst("\\.", "!");
      default -> plain.replaceFirst(words.get(20).strip(), "changed" + how);
    };
  }

  private static SourcePolicy policy(String sourceId) {
    return SourcePolicy.of(sourceId);
  }

  private @Nullable Instant time(@Nullable String text) {
    return text == null
        ? null
        : text.startsWith("+")
            ? ahead(text)
            : Instant.parse(text.contains("T") ? text : text + "T00:00:00Z");
  }

  private Instant ahead(String text) {
    Matcher it = AHEAD.matcher(text);
    if (!it.matches()) {
      throw new IllegalArgumentException("time: " + text + " (expected: +2h, +5m, +1d)");
    }
    long amount = Long.parseLong(group(it, 1));
    return now.plus(
        switch (group(it, 2)) {
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          default -> throw new IllegalArgumentException("unit: " + group(it, 2));
        });
  }

  private static String group(Matcher it, int number) {
    return Objects.requireNonNull(it.group(number));
  }

  private static @Nullable URI address(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }

  Ledger ledger() {
    return ledger;
  }
}
