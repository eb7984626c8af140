package syndication.enrich.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Phrases;

/// Says where a name that began ends: which small words and marks belong inside it.
final class Joints {

  private static final int NAME_WORDS_MAX = 12;
  private static final Set<String> TAILS = Set.of("inc", "ltd", "llc", "jr", "sr", "plc", "co");
  private static final Set<String> POSSESSIVES = Set.of("'s", "’s");
  private static final Set<String> CHANNELS = Set.of("radio", "channel", "tv", "canal");
  private static final Set<String> APOSTROPHES = Set.of("'", "’");

  private final Cues cues;
  private final Phrases<Known> names;
  private final Set<String> stops;
  private final boolean nounsCapital;
  private final NameParticles nameParticles;

  Joints(Cues cues, Phrases<Known> names, Set<String> stops, boolean nounsCapital) {
    this.cues = cues;
    this.names = names;
    this.stops = stops;
    this.nounsCapital = nounsCapital;
    this.nameParticles = new NameParticles(cues);
  }

  /// The place after the last word of the name.
  ///
  /// @param listed the listed name that begins there, or `null`
  int end(List<Token> tokens, int from, Phrases.@Nullable Match<Known> listed) {
    int end = from + (listed == null ? 1 : listed.length());
    if (!tokens.get(from).capital()) {
      return end;
    }
    while (end < tokens.size() && end - from < NAME_WORDS_MAX) {
      int next = step(tokens, from, end);
      if (next == end) {
        break;
      }
      end = next;
    }
    return end;
  }

  // The place after the next part of the name, or the same place when the name ends here.
  private int step(List<Token> tokens, int from, int at) {
    Token token = tokens.get(at);
    if (token.capital()) {
      Phrases.Match<Known> inner = names.longestAt(i -> tokens.get(i).text(), at, tokens.size());
      return weekday(token) ? at : at + (inner == null ? 1 : inner.length());
    }
    if (NameParticles.glued(token) && tokens.get(at - 1).word() && !nounsCapital) {
      return at + 1;
    }
    if (channelNumber(token, tokens.get(at - 1))) {
      return at + 1;
    }
    int title = officeAcross(tokens, from, at);
    if (title > at) {
      return title;
    }
    if (joins(tokens, from, at)) {
      return firstCapital(tokens, at) + 1;
    }
    boolean capitalNext = capitalAt(tokens, at + 1);
    if (".".equals(token.text()) && capitalNext && dotInside(tokens, at)) {
      return at + 2;
    }
    boolean tail =
        ",".equals(token.text()) && capitalNext && TAILS.contains(tokens.get(at + 1).lower());
    if (tail) {
      return at + 2;
    }
    // "Assemblée nationale", "Partido popular": the adjective belongs to the institution.
    boolean adjective = cues.adjectives.contains(token.lower()) && head(tokens.get(at - 1));
    return adjective ? at + 1 : at;
  }

  // "BBC Radio 1", "Channel 4".
  private static boolean channelNumber(Token token, Token before) {
    return token.kind() == Token.Kind.NUMBER
        && token.text().length() <= 2
        && CHANNELS.contains(before.lower());
  }

  private boolean dotInside(List<Token> tokens, int at) {
    return (tokens.get(at - 1).text().length() <= 3 || title(tokens, at - 1) > 0)
        && !stops.contains(tokens.get(at + 1).lower());
  }

  // "Secretary of State Ann Lee": a title of several words that began inside the name.
  private int officeAcross(List<Token> tokens, int from, int at) {
    for (int i = Math.max(from, at - 3); i < at; i++) {
      int end = i + title(tokens, i);
      if (end > at && capitalAt(tokens, end)) {
        return end;
      }
    }
    return at;
  }

  int title(List<Token> tokens, int at) {
    Phrases.Match<Boolean> match =
        cues.titles.longestAt(i -> tokens.get(i).lower(), at, tokens.size());
    return match == null ? 0 : match.length();
  }

  private boolean weekday(Token token) {
    return cues.calendar.contains(token.lower()) && token.text().length() > 5;
  }

  private static int firstCapital(List<Token> tokens, int from) {
    int at = from;
    while (!tokens.get(at).capital()) {
      at++;
    }
    return at;
  }

  static boolean capitalAt(List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).capital();
  }

  // Small words inside names: "Bank of England", "Ludwig van Beethoven", "Procter & Gamble".
  private boolean joins(List<Token> tokens, int from, int at) {
    String word = tokens.get(at).lower();
    if ("&".equals(word)) {
      return ampersand(tokens, from, at);
    }
    if (cues.particles.contains(word) && particle(tokens, from, at)) {
      return true;
    }
    if (!nounsCapital && !headed(tokens, from, at) && nameParticles.next(tokens, from, at) > 0) {
      return true;
    }
    // "the charity Cash for All": the noun before it says that a name begins there.
    boolean announced = from > 0 && cues.organisationNouns.contains(tokens.get(from - 1).lower());
    if (cues.links.contains(word) && (announced || headed(tokens, from, at))) {
      return linked(tokens, from, at);
    }
    if (POSSESSIVES.contains(word)) {
      return possessive(tokens, from, at);
    }
    if (APOSTROPHES.contains(word)) {
      return ownersMark(tokens, at);
    }
    return cues.and.contains(word) && capitalAt(tokens, at + 1) && conjoined(tokens, from, at);
  }

  private boolean ampersand(List<Token> tokens, int from, int at) {
    boolean people =
        (cues.firstNames.contains(tokens.get(from).lower()) && at - from > 1)
            || (capitalAt(tokens, at + 2) && cues.firstNames.contains(tokens.get(at + 1).lower()));
    return capitalAt(tokens, at + 1) && !people;
  }

  private boolean particle(List<Token> tokens, int from, int at) {
    int next = at + 1;
    boolean and = cues.and.contains(tokens.get(at).lower());
    if (!and && next < tokens.size() && cues.particles.contains(tokens.get(next).lower())) {
      next++;
    }
    // "Hugo Prieto y Nico Sanz" are two; "José Ortega y Gasset" is one.
    if (!capitalAt(tokens, next)
        || (and
            && (capitalAt(tokens, next + 1)
                || at - from < 2
                || cues.firstNames.contains(tokens.get(next).lower())))) {
      return false;
    }
    if (headed(tokens, from, at)) {
      return !person(tokens, next);
    }
    boolean first = cues.firstNames.contains(tokens.get(from).lower());
    return first || (!person(tokens, next) && (!nounsCapital || at - from > 1));
  }

  private boolean linked(List<Token> tokens, int from, int at) {
    int next = at + 1;
    if (next < tokens.size() && cues.articles.contains(tokens.get(next).lower())) {
      next++;
    }
    // "Gobierno de Pedro Sánchez" is his, and not called so.
    boolean acronym = tokens.get(from).allCapitals() && at - from == 1;
    return capitalAt(tokens, next)
        && !person(tokens, next)
        && !acronym
        && !(next > at + 1 && institution(tokens, next));
  }

  // "a group of the British Computer Society": what has a name of its own is no part of another.
  private boolean institution(List<Token> tokens, int from) {
    int last = from;
    while (capitalAt(tokens, last + 1)) {
      last++;
    }
    return last > from && cues.organisationHeads.contains(tokens.get(last).lower());
  }

  private boolean person(List<Token> tokens, int at) {
    return capitalAt(tokens, at + 1)
        && cues.firstNames.contains(tokens.get(at).lower())
        && !head(tokens.get(at + 1))
        && known(tokens, at) == null;
  }

  private @Nullable Known known(List<Token> tokens, int at) {
    Phrases.Match<Known> match = names.longestAt(i -> tokens.get(i).text(), at, tokens.size());
    return match == null || match.value().type() == EntityType.PERSON ? null : match.value();
  }

  // "King's College", "Nicholson's Broadcasting Service"; not "Ukraine's Defence Ministry".
  private boolean possessive(List<Token> tokens, int from, int at) {
    if (!capitalAt(tokens, at + 1)) {
      return false;
    }
    String next = tokens.get(at + 1).lower();
    if (cues.organisationHeads.contains(next) && !"party".equals(next)) {
      return true;
    }
    int last = at + 1;
    while (capitalAt(tokens, last + 1)) {
      last++;
    }
    boolean owner = at - from == 1 && known(tokens, from) == null;
    return owner && last > at + 1 && cues.organisationHeads.contains(tokens.get(last).lower());
  }

  // "Teachers' Union", "St James' Park".
  private boolean ownersMark(List<Token> tokens, int at) {
    Token owner = tokens.get(at - 1);
    boolean glued = owner.end() == tokens.get(at).start() && owner.lower().endsWith("s");
    return glued && capitalAt(tokens, at + 1) && head(tokens.get(at + 1));
  }

  // "Department of Health and Social Care", "the Food and Drug Administration".
  private boolean conjoined(List<Token> tokens, int from, int at) {
    if (headed(tokens, from, at)) {
      for (int i = from; i < at; i++) {
        if (cues.links.contains(tokens.get(i).lower())) {
          return true;
        }
      }
    }
    int last = at + 1;
    while (capitalAt(tokens, last + 1)) {
      last++;
    }
    boolean article = from > 0 && cues.articles.contains(tokens.get(from - 1).lower());
    boolean plain =
        at - from == 1 && known(tokens, from) == null && !tokens.get(from).allCapitals();
    return article
        && plain
        && last > at + 1
        && cues.organisationHeads.contains(tokens.get(last).lower());
  }

  boolean headed(List<Token> tokens, int from, int at) {
    for (int i = from; i < at; i++) {
      if (head(tokens.get(i)) || cues.organisationFirst.contains(tokens.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean head(Token token) {
    String word = token.lower();
    return cues.organisationHeads.contains(word)
        || cues.organisationFirst.contains(word)
        || cues.placeHeads.contains(word)
        || cues.eventHeads.contains(word);
  }
}
