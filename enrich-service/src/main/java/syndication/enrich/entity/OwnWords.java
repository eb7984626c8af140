package syndication.enrich.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import syndication.enrich.segment.Token;

/// Weighs what the words of a name say about its type.
final class OwnWords {

  private static final Set<String> COMPANY =
      Set.of(
          "inc", "corp", "ltd", "llc", "plc", "gmbh", "ag", "s.a", "sa", "spa", "nv", "bv", "co");

  // Heads of organisations' names that are surnames as well.
  private static final Set<String> SURNAMES =
      Set.of("church", "court", "bank", "press", "post", "wing", "power", "guy", "heat");

  // Where the last word alone would say a place.
  private static final List<String> INSTITUTIONS =
      List.of(" School District", " Hall of Fame", " Hall of Honor", " Hall of Honour");

  // More than a word of its own can say: "Soviet Union" is no union.
  private static final double KNOWN = 8;

  private static final double KNOWN_PHRASE = 14;

  private final Cues cues;
  private final TextFacts text;

  OwnWords(TextFacts text) {
    this.text = text;
    this.cues = text.cues();
  }

  void weigh(Span span) {
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
    if (!several && (cues.generic.contains(first) || Shapes.roman(span.text))) {
      span.add(EntityType.OTHER, 6);
    }
    if (!several && compound(span.text)) {
      span.add(EntityType.OTHER, 9);
    }
    if (!several && !text.nounsCapital() && Shapes.branch(span.text)) {
      span.add(EntityType.ORGANISATION, 3);
    }
    if (several && span.known == null) {
      holding(span, first, last);
    }
    if (several && cues.eventFirst.contains(first)) {
      span.add(EntityType.EVENT, 6);
    }
    if (Shapes.digit(span.text)) {
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
      boolean team = text.sporty() && last.endsWith("s") && cues.articles.contains(span.before(1));
      span.add(team ? EntityType.ORGANISATION : EntityType.OTHER, 2.5);
    }
    if (several && INSTITUTIONS.stream().anyMatch(span.text::endsWith)) {
      span.add(EntityType.ORGANISATION, weight + 1);
    } else if (cues.organisationHeads.contains(last) || COMPANY.contains(last)) {
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

  // "Siemens Gamesa" is a company, "Orlando Sentinel" and "Euronext Brussels" are of their towns,
  // "Greater London" and "Lower Austria" are parts of theirs.
  private void holding(Span span, String first, String last) {
    Known begins = text.listed(span, span.from);
    Known ends = text.listed(span, span.to - 1);
    boolean headed = general(last) || cues.placeFirst.contains(first);
    if (begins != null && begins.type() == EntityType.ORGANISATION) {
      span.add(EntityType.ORGANISATION, 2.5);
    } else if (cues.firstNames.contains(first) || span.titled || headed) {
      return;
    } else if (begins != null && begins.type() == EntityType.PLACE) {
      span.add(EntityType.ORGANISATION, last.endsWith("s") ? 2.5 : 1.6);
      span.add(EntityType.PERSON, -1.5);
    } else if (ends != null && ends.type() == EntityType.PLACE) {
      boolean part = cues.partsOf.contains(first);
      span.add(part ? EntityType.PLACE : EntityType.ORGANISATION, part ? 3 : 1.2);
      span.add(EntityType.PERSON, -1);
    }
  }

  // "The Division", "the Company": a noun with a capital names nothing by itself.
  private boolean general(String word) {
    return cues.organisationHeads.contains(word)
        || cues.placeHeads.contains(word)
        || cues.eventHeads.contains(word)
        || cues.workHeads.contains(word);
  }

  private void people(Span span, String first, boolean several) {
    if (span.titled) {
      span.add(EntityType.PERSON, 5);
    }
    if (cues.firstNames.contains(first)) {
      boolean institution = cues.organisationHeads.contains(span.last().lower());
      boolean weak = institution && !SURNAMES.contains(span.last().lower());
      span.add(EntityType.PERSON, weak ? 2.5 : several ? 4 : 2);
    } else if (first.indexOf('-') > 0 && cues.firstNames.contains(first.split("-", 2)[0])) {
      span.add(EntityType.PERSON, several ? 3.5 : 1);
    }
    for (int i = span.from; i < span.to; i++) {
      Token token = span.tokens.get(i);
      boolean noun = text.small().contains(token.lower()) || cues.common.contains(token.lower());
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

  // "AI-powered", "EU-wide": an adjective that holds a name.
  private boolean compound(String name) {
    int dash = name.indexOf('-');
    if (dash < 1 || dash + 1 >= name.length() || !Character.isLowerCase(name.charAt(dash + 1))) {
      return false;
    }
    String head = name.substring(0, dash);
    return cues.generic.contains(head.toLowerCase(Locale.ROOT))
        || text.names().longestAt(_ -> head, 0, 1) != null;
  }
}
