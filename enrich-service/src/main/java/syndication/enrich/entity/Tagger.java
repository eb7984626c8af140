package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;

/// Makes the tags of an article from the names in it: one tag for one thing, however it is written,
/// ordered by how much the article is about it.
public final class Tagger {

  private static final int LEAD_SENTENCES = 3;
  // A name that stands once, late, and that we are not sure of, is no tag.
  private static final double CONFIDENCE_LEAST = 0.55;
  // A headline in which most words have capitals says nothing of where a name begins.
  private static final double TITLE_SMALL_LEAST = 0.5;
  private static final double TITLE_SURE = 0.7;

  private final EntityRecogniser recogniser;
  private final Curation curation;
  private final int most;

  /// @param most tags of one article
  public Tagger(EntityRecogniser recogniser, Curation curation, int most) {
    this.recogniser = recogniser;
    this.curation = curation;
    this.most = most;
  }

  /// @return most salient first
  public List<Tag> tags(String articleId, String title, List<Sentence> sentences, String language) {
    List<Mention> mentions = mentions(title, sentences, language);
    Map<String, Thing> things = new LinkedHashMap<>();
    var folding = new Folding(mentions);
    for (Mention it : mentions) {
      if (it.type() != EntityType.OTHER || it.known() != null) {
        gather(things, it, folding.canonical(it));
      }
    }
    String heading = " " + TagIds.key(title) + " ";
    int top = things.values().stream().mapToInt(it -> it.count).max().orElse(1);
    Map<String, Tag> tags = new LinkedHashMap<>();
    for (Thing it : things.values()) {
      Tag tag = tag(articleId, it, heading, top);
      if (tag != null) {
        tags.merge(tag.id(), tag, (a, b) -> a.salience() >= b.salience() ? a : b);
      }
    }
    // What is equally salient stays in the order of the text: the sort is stable.
    return tags.values().stream()
        .sorted(Comparator.comparingDouble(Tag::salience).reversed())
        .limit(most)
        .toList();
  }

  // Names of the title count where it is written as a sentence is, or where a list knows them.
  private List<Mention> mentions(String title, List<Sentence> sentences, String language) {
    List<Token> words = Tokenizer.tokens(title, language);
    if (words.isEmpty()) {
      return recogniser.mentions(sentences, language);
    }
    var all = new ArrayList<Sentence>(sentences.size() + 1);
    all.add(new Sentence(title, -1, false, words));
    all.addAll(sentences);
    boolean sentence = small(words);
    if (!sentence) {
      return recogniser.mentions(sentences, language);
    }
    return recogniser.mentions(all, language).stream()
        .filter(it -> it.sentence() > 0 || it.known() != null || it.confidence() >= TITLE_SURE)
        .map(Tagger::shifted)
        .toList();
  }

  private static Mention shifted(Mention it) {
    int sentence = Math.max(0, it.sentence() - 1);
    return new Mention(
        sentence, it.from(), it.to(), it.text(), it.type(), it.confidence(), it.known());
  }

  private static boolean small(List<Token> words) {
    long letters = words.stream().filter(Token::word).count();
    long small = words.stream().filter(it -> it.word() && !it.capital()).count();
    return small >= TITLE_SMALL_LEAST * letters;
  }

  private static final class Thing {
    final Known known;
    final boolean listed;
    final Set<String> names = new LinkedHashSet<>();
    int count;
    int first = Integer.MAX_VALUE;
    double confidence;

    Thing(Known known, boolean listed) {
      this.known = known;
      this.listed = listed;
    }
  }

  private void gather(Map<String, Thing> things, Mention mention, Folding.Canonical canonical) {
    if (canonical.type() == EntityType.OTHER) {
      return;
    }
    Known merged = curation.merged(canonical.label());
    Known own =
        canonical.known() != null && canonical.known().type() == canonical.type()
            ? canonical.known()
            : null;
    Known known =
        merged != null
            ? merged
            : own != null ? own : new Known(canonical.type(), canonical.label(), null, null);
    // The hash that makes the identifier is for what becomes a tag.
    String key = known.id() == null ? TagIds.name(known.type(), known.label()) : known.id();
    Thing thing = things.computeIfAbsent(key, _ -> new Thing(known, merged != null || own != null));
    thing.names.add(mention.text());
    thing.count++;
    thing.first = Math.min(thing.first, mention.sentence());
    thing.confidence = Math.max(thing.confidence, mention.confidence());
  }

  private static String id(Known known) {
    String id = known.id();
    return id == null ? TagIds.of(known.type(), known.label()) : id;
  }

  private @Nullable Tag tag(String articleId, Thing thing, String heading, int top) {
    Known known = thing.known;
    if (known.type() == EntityType.OTHER
        || curation.removed(articleId, known.label())
        || curation.removed(articleId, id(known))
        || thing.names.stream().allMatch(it -> curation.removed(articleId, it))) {
      return null;
    }
    boolean inTitle =
        heading.contains(" " + TagIds.key(known.label()) + " ")
            || thing.names.stream().anyMatch(it -> heading.contains(" " + TagIds.key(it) + " "));
    boolean lead = thing.first < LEAD_SENTENCES;
    if (thing.confidence < CONFIDENCE_LEAST && !inTitle && thing.count < 2) {
      return null;
    }
    double often = Math.log1p(thing.count) / Math.log1p(Math.max(top, 3));
    double salience =
        0.4 * often + (inTitle ? 0.35 : 0) + (lead ? 0.15 : 0) + (thing.first == 0 ? 0.1 : 0);
    double confidence = thing.listed ? Math.max(thing.confidence, 0.8) : thing.confidence;
    return new Tag(
        known.type(),
        known.label(),
        id(known),
        known.sameAs(),
        Math.round(salience * 100) / 100.0,
        Math.round(confidence * 100) / 100.0);
  }
}
