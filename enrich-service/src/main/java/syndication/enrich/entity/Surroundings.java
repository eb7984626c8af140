package syndication.enrich.entity;

import syndication.enrich.words.Phrases;

/// Weighs what the words around a name say about its type.
final class Surroundings {

  // How far a definition may stand from its name.
  private static final int DEFINITION_WORDS = 9;

  // "de la", "des": between a minister and what he is in charge of.
  private static final int SMALL_WORDS_MOST = 3;

  // More than a list can say of the town alone.
  private static final double CLUB = 11;

  private final Cues cues;
  private final TextFacts text;

  Surroundings(TextFacts text) {
    this.text = text;
    this.cues = text.cues();
  }

  void weigh(Span span) {
    around(span);
    defined(span);
  }

  private void around(Span span) {
    String before = span.before(1);
    String before2 = span.before(2);
    String after = span.after(1);
    boolean several = span.size() > 1;
    if (titled(span)) {
      span.add(EntityType.ORGANISATION, 2.5);
      span.add(EntityType.PERSON, -3);
    } else if (cues.in.contains(before)) {
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
    if (span.known == null && portfolio(span)) {
      span.add(EntityType.OTHER, 4);
      span.add(EntityType.PLACE, -1);
    }
    if (cues.workBefore.contains(before)) {
      span.add(EntityType.OTHER, 3);
    }
    if (Shapes.quoted(before) && Shapes.quoted(after)) {
      span.add(EntityType.OTHER, 4);
    }
    following(span, after, several);
    if (text.sporty()) {
      playing(span, before, after);
    }
  }

  // "ministra de Trabajo", "ministre de l'Économie": what a minister is in charge of.
  private boolean portfolio(Span span) {
    int back = 1;
    while (back <= SMALL_WORDS_MOST && small(span.before(back))) {
      back++;
    }
    return back > 1 && cues.ministers.contains(span.before(back));
  }

  private boolean small(String word) {
    return cues.links.contains(word) || cues.articles.contains(word);
  }

  // "in The Lancet", "told The Mirror": an article with a capital inside a sentence is part of a
  // name, and places with one are listed.
  private static boolean titled(Span span) {
    return span.known == null
        && span.size() > 1
        && span.from > 0
        && "The".equals(span.first().text());
  }

  // "against Porto", "Porto won": the club, not the town. Countries stay countries.
  private void playing(Span span, String before, String after) {
    boolean town =
        span.known != null && span.known.type() == EntityType.PLACE && span.known.id() == null;
    boolean there = cues.in.contains(before) && !cues.against.contains(before);
    boolean plays = cues.against.contains(before) || cues.plays.contains(after);
    if (town && !there && plays) {
      span.add(EntityType.ORGANISATION, CLUB);
    }
  }

  private void following(Span span, String after, boolean several) {
    if (cues.says.contains(after)) {
      span.add(EntityType.PERSON, 1.5);
      span.add(EntityType.ORGANISATION, 0.8);
      span.add(EntityType.PLACE, -0.5);
    }
    String second = span.after(2);
    if (",".equals(after) && Shapes.age(second) && ",".equals(span.after(3))) {
      span.add(EntityType.PERSON, 4);
    }
    if ("(".equals(after)) {
      boolean years = !second.isEmpty() && Character.isDigit(second.charAt(0));
      span.add(EntityType.PERSON, "born".equals(second) ? 4 : years && several ? 1 : 0);
    }
    if (",".equals(after) && span.to + 1 < span.tokens.size()) {
      Phrases.Match<Known> next =
          text.names().longestAt(i -> span.tokens.get(i).text(), span.to + 1, span.tokens.size());
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
    Known known = text.listed(span, at);
    return known != null && known.type() == EntityType.PLACE;
  }

  // "X is a Danish singer", "X, a village in …", "the band X", "her band, X, …", "bands like X".
  private void defined(Span span) {
    String before = span.before(1);
    if (cues.organisationNouns.contains(before)) {
      span.add(EntityType.ORGANISATION, 3);
    } else if (",".equals(before) && ",".equals(span.after(1)) && organisations(span.before(2))) {
      span.add(EntityType.ORGANISATION, 2);
    } else if (example(span, before)) {
      span.add(EntityType.ORGANISATION, 2.5);
    }
    boolean belongs = cues.organisationBefore.contains(span.before(2) + " " + before);
    span.add(EntityType.ORGANISATION, belongs ? 2 : 0);
    if (",".equals(span.after(1)) && "which".equals(span.after(2))) {
      span.add(EntityType.ORGANISATION, 1);
      span.add(EntityType.PERSON, -2.5);
    }
    boolean owner = cues.owners.contains(span.before(2)) && cues.by.contains(before);
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

  private boolean example(Span span, String before) {
    return (cues.examples.contains(before) && organisations(span.before(2)))
        || ("as".equals(before) && "such".equals(span.before(2)) && organisations(span.before(3)));
  }

  private boolean organisations(String noun) {
    return cues.organisationNouns.contains(noun)
        || (noun.endsWith("s")
            && cues.organisationNouns.contains(noun.substring(0, noun.length() - 1)));
  }
}
