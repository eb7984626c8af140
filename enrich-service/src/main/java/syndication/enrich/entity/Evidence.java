package syndication.enrich.entity;

import java.util.Map;
import java.util.Set;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Phrases;

/// Weighs what speaks for each type of a name: its own words, and the words around it.
final class Evidence {

  private static final Set<String> COMPANY =
      Set.of(
          "inc", "corp", "ltd", "llc", "plc", "gmbh", "ag", "s.a", "sa", "spa", "nv", "bv", "co");

  // More than a word of its own can say: "Soviet Union" is no union.
  private static final double KNOWN = 8;
  private static final double KNOWN_PHRASE = 14;

  // How far a definition may stand from its name.
  private static final int DEFINITION_WORDS = 9;

  private final Cues cues;
  private final Phrases<Known> names;

  private final Map<String, Integer> small;

  private final boolean sporty;

  /// @param small how often each word stands in small letters in the whole text
  /// @param sporty whether the text is about a game
  Evidence(Cues cues, Phrases<Known> names, Map<String, Integer> small, boolean sporty) {
    this.sporty = sporty;
    this.cues = cues;
    this.names = names;
    this.small = small;
  }

  void weigh(Span span) {
    own(span);
    around(span);
    defined(span);
  }

  private void own(Span span) {
    if (span.known != null) {
      span.add(span.known.type(), span.size() > 1 ? KNOWN_PHRASE : KNOWN);
    }
    String first = span.first().lower();
    String last = span.last().lower();
    boolean several = span.size() > 1;
    if (cues.peoples.contains(last) && !several) {
      span.add(EntityType.OTHER, 6);
    }
    if (several || !cues.firstNames.contains(last)) {
      heads(span, first, last, several);
    }
    people(span, first, several);
    if (span.first().allCapitals() && !several && span.text.length() <= 6) {
      span.add(EntityType.ORGANISATION, 2.5);
    }
    if (!several && (cues.generic.contains(first) || roman(span.text))) {
      span.add(EntityType.OTHER, 6);
    }
    if (!several && compound(span.text)) {
      span.add(EntityType.OTHER, 9);
    }
    if (several && span.known == null && madeBy(span)) {
      span.add(EntityType.ORGANISATION, 2.5);
    }
    if (several && cues.eventFirst.contains(first)) {
      span.add(EntityType.EVENT, 6);
    }
    if (span.text.chars().anyMatch(Character::isDigit)) {
      span.add(EntityType.OTHER, 2.5);
    }
    boolean ampersand = span.text.contains("&");
    boolean linked = span.text.contains(" of ") || span.text.contains(" for ");
    span.add(EntityType.ORGANISATION, ampersand ? 4 : linked ? 1.2 : 0);
    span.add(EntityType.OTHER, span.text.contains(" the ") ? 1 : 0);
    if (several && !linked && !ampersand) {
      span.add(EntityType.PERSON, span.size() == 2 ? 1.4 : 0.9);
      span.add(EntityType.ORGANISATION, span.size() > 2 ? 1 : 0.4);
    }
    if (!several) {
      span.add(EntityType.ORGANISATION, 0.3);
      span.add(EntityType.PLACE, 0.3);
      span.add(EntityType.PERSON, 0.5);
      span.add(EntityType.OTHER, 0.8);
    }
  }

  private void heads(Span span, String first, String last, boolean several) {
    double weight = several ? 5 : 0;
    if (!several && span.known == null && general(last)) {
      span.add(EntityType.OTHER, 2.5);
    }
    if (cues.organisationHeads.contains(last) || COMPANY.contains(last)) {
      span.add(EntityType.ORGANISATION, weight);
    } else if (cues.placeHeads.contains(last)) {
      span.add(EntityType.PLACE, several ? 4.5 : 0);
    } else if (cues.eventHeads.contains(last)) {
      span.add(EntityType.EVENT, weight);
    } else if (cues.workHeads.contains(last)) {
      span.add(EntityType.OTHER, weight);
    }
    if (!several) {
      return;
    }
    if (cues.organisationFirst.contains(first)) {
      span.add(EntityType.ORGANISATION, 3.5);
    }
    if (cues.placeFirst.contains(first)) {
      span.add(EntityType.PLACE, 3.5);
    }
    for (int i = span.from; i < span.to - 1; i++) {
      String word = span.tokens.get(i).lower();
      String next = span.tokens.get(i + 1).lower();
      if (cues.links.contains(next)) {
        if (cues.organisationHeads.contains(word) || cues.organisationFirst.contains(word)) {
          span.add(EntityType.ORGANISATION, 4);
        } else if (cues.placeHeads.contains(word)) {
          span.add(EntityType.PLACE, 3.5);
        } else if (cues.eventHeads.contains(word)) {
          span.add(EntityType.EVENT, 3.5);
        }
      }
    }
  }

  // "The Division", "the Company": a noun with a capital names nothing by itself.
  private boolean general(String word) {
    return cues.organisationHeads.contains(word)
        || cues.placeHeads.contains(word)
        || cues.eventHeads.contains(word)
        || cues.workHeads.contains(word);
  }

  // "X is a Danish singer", "X, a village in …", "the band X".
  private void defined(Span span) {
    if (cues.organisationNouns.contains(span.before(1))) {
      span.add(EntityType.ORGANISATION, 3);
    }
    boolean owner = cues.owners.contains(span.before(2)) && cues.by.contains(span.before(1));
    span.add(EntityType.ORGANISATION, owner ? 1.5 : 0);
    String verb = span.after(1);
    if (!cues.is.contains(verb) && !",".equals(verb)) {
      return;
    }
    if (!cues.articles.contains(span.after(2))) {
      return;
    }
    for (int i = 3; i <= DEFINITION_WORDS; i++) {
      String word = span.after(i);
      EntityType type =
          cues.roles.contains(word)
              ? EntityType.PERSON
              : cues.organisationNouns.contains(word)
                  ? EntityType.ORGANISATION
                  : cues.placeNouns.contains(word)
                      ? EntityType.PLACE
                      : cues.workNouns.contains(word) ? EntityType.OTHER : null;
      // The last noun in a row counts: "a company director".
      boolean goesOn =
          cues.roles.contains(span.after(i + 1))
              || cues.organisationNouns.contains(span.after(i + 1));
      if (type != null && !goesOn) {
        span.add(type, 3);
        return;
      }
      if (word.isEmpty() || cues.links.contains(word) || ",".equals(word) || ".".equals(word)) {
        return;
      }
    }
  }

  private void people(Span span, String first, boolean several) {
    if (span.titled) {
      span.add(EntityType.PERSON, 5);
    }
    if (cues.firstNames.contains(first)) {
      span.add(EntityType.PERSON, several ? 4 : 2);
    } else if (first.indexOf('-') > 0 && cues.firstNames.contains(first.split("-", 2)[0])) {
      span.add(EntityType.PERSON, several ? 3.5 : 1);
    }
    for (int i = span.from; i < span.to; i++) {
      Token token = span.tokens.get(i);
      boolean noun = small.containsKey(token.lower()) || cues.common.contains(token.lower());
      if (noun && token.capital() && !cues.firstNames.contains(token.lower())) {
        span.add(EntityType.PERSON, several ? -1.3 : -0.5);
        span.add(EntityType.OTHER, 0.5);
      }
      if (token.initial() && several) {
        span.add(EntityType.PERSON, token.text().length() > 4 ? 0 : 3);
      } else if (i > span.from && cues.particles.contains(token.lower())) {
        span.add(EntityType.PERSON, 1.2);
      }
    }
    if ("jr".equals(span.last().lower()) || "iii".equals(span.last().lower())) {
      span.add(EntityType.PERSON, 4);
    }
  }

  private void around(Span span) {
    String before = span.before(1);
    String before2 = span.before(2);
    String after = span.after(1);
    boolean several = span.size() > 1;
    if (cues.in.contains(before)) {
      span.add(EntityType.PLACE, span.size() <= 3 ? 2.2 : 1);
      span.add(EntityType.PERSON, -1);
    } else if (cues.towards.contains(before)) {
      span.add(EntityType.PLACE, 0.8);
    }
    if (cues.articles.contains(before)) {
      span.add(EntityType.PERSON, -3);
      span.add(EntityType.ORGANISATION, 0.9);
      span.add(EntityType.OTHER, 0.5);
    }
    if (cues.roles.contains(before) || (",".equals(before) && cues.roles.contains(before2))) {
      span.add(EntityType.PERSON, 3.2);
    }
    if (cues.placesBefore.contains(before)
        || (cues.links.contains(before) && cues.placesBefore.contains(before2))) {
      span.add(EntityType.PLACE, 3.5);
    }
    // "between Bergen and Stavanger": what stands beside a place is one.
    if (cues.and.contains(before) && placeAt(span, span.from - 2)) {
      span.add(EntityType.PLACE, 1.3);
    }
    if (cues.workBefore.contains(before)) {
      span.add(EntityType.OTHER, 3);
    }
    if (quoted(before) && quoted(after)) {
      span.add(EntityType.OTHER, 4);
    }
    following(span, after, several);
    if (sporty) {
      playing(span, before, after);
    }
  }

  // "against Porto", "Porto won": the club, not the town. Countries stay countries.
  private void playing(Span span, String before, String after) {
    boolean town =
        span.known != null && span.known.type() == EntityType.PLACE && span.known.id() == null;
    boolean there = cues.in.contains(before) && !cues.against.contains(before);
    boolean plays = cues.against.contains(before) || cues.plays.contains(after);
    if (town && !there && plays) {
      span.add(EntityType.ORGANISATION, KNOWN + 3);
    }
  }

  private void following(Span span, String after, boolean several) {
    if (cues.says.contains(after)) {
      span.add(EntityType.PERSON, 1.5);
      span.add(EntityType.ORGANISATION, 0.8);
      span.add(EntityType.PLACE, -0.5);
    }
    String second = span.after(2);
    if (",".equals(after) && age(second) && ",".equals(span.after(3))) {
      span.add(EntityType.PERSON, 4);
    }
    if ("(".equals(after)) {
      boolean years = !second.isEmpty() && Character.isDigit(second.charAt(0));
      span.add(EntityType.PERSON, "born".equals(second) ? 4 : years && several ? 1 : 0);
    }
    if (",".equals(after) && span.to + 1 < span.tokens.size()) {
      Phrases.Match<Known> next =
          names.longestAt(i -> span.tokens.get(i).text(), span.to + 1, span.tokens.size());
      if (next != null && next.value().type() == EntityType.PLACE) {
        span.add(EntityType.PLACE, 2.8);
      }
    }
    if (cues.peoples.contains(span.before(1))) {
      span.add(EntityType.PERSON, several ? 0.5 : 0);
    }
    if ("who".equals(after) || (",".equals(after) && "who".equals(second))) {
      span.add(EntityType.PERSON, 2.5);
    }
  }

  private boolean placeAt(Span span, int at) {
    if (at < 0) {
      return false;
    }
    Phrases.Match<Known> match = names.longestAt(i -> span.tokens.get(i).text(), at, at + 1);
    return match != null && match.value().type() == EntityType.PLACE;
  }

  // "AI-powered", "EU-wide": an adjective that holds a name.
  private boolean compound(String text) {
    int dash = text.indexOf('-');
    if (dash < 1 || dash + 1 >= text.length() || !Character.isLowerCase(text.charAt(dash + 1))) {
      return false;
    }
    String head = text.substring(0, dash);
    return cues.generic.contains(head.toLowerCase(java.util.Locale.ROOT))
        || names.longestAt(_ -> head, 0, 1) != null;
  }

  // "Siemens Gamesa": what begins with a company's name is one.
  private boolean madeBy(Span span) {
    Phrases.Match<Known> first =
        names.longestAt(i -> span.tokens.get(i).text(), span.from, span.from + 1);
    return first != null && first.value().type() == EntityType.ORGANISATION;
  }

  private static boolean roman(String text) {
    return text.chars().allMatch(it -> "IVX".indexOf(it) >= 0);
  }

  private static boolean age(String word) {
    return word.length() == 2
        && Character.isDigit(word.charAt(0))
        && Character.isDigit(word.charAt(1));
  }

  private static boolean quoted(String word) {
    return !word.isEmpty() && "\"“”‘’«»'".indexOf(word.charAt(0)) >= 0 && word.length() == 1;
  }
}
