package syndication.enrich.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Phrases;

/// Parts a row of capitals into names: at titles and at peoples' names ("Russian President Vladimir
/// Putin"), and in German, where nouns have capitals too, at what gives a reason to see a name.
final class Parts {

  // "65 Air Division", "101st Airborne Division", "IV Corps".
  private static final Set<String> UNITS =
      Set.of(
          "army",
          "battalion",
          "brigade",
          "cavalry",
          "corps",
          "division",
          "fleet",
          "infantry",
          "regiment",
          "squadron",
          "wing");
  // "St James' Park", "Queen Elizabeth Hall".
  private static final Set<String> SAINTS =
      Set.of("st", "st.", "saint", "king", "queen", "prince", "princess", "duke", "lord");
  private static final int GERMAN_PLACE_LETTERS_LEAST = 6;
  private static final List<String> GERMAN_PLACES =
      List.of(
          "burg", "stadt", "hausen", "kirchen", "furt", "heim", "dorf", "ingen", "bach", "brück",
          "brücken", "weiler", "münde", "leben", "roda", "büttel", "hagen", "haven");

  private final Cues cues;
  private final Phrases<Known> names;
  private final Set<String> stops;
  private final boolean nounsCapital;
  private final Joints joints;

  Parts(Cues cues, Phrases<Known> names, Set<String> stops, boolean nounsCapital, Joints joints) {
    this.cues = cues;
    this.names = names;
    this.stops = stops;
    this.nounsCapital = nounsCapital;
    this.joints = joints;
  }

  void split(int index, Sentence sentence, int from, int end, boolean initial, List<Span> spans) {
    List<Token> tokens = sentence.tokens();
    int start = initial ? withoutOpeners(tokens, from, end) : from;
    int to = end;
    while (to > start && loose(tokens.get(to - 1))) {
      to--;
    }
    if (start >= to) {
      return;
    }
    if (known(tokens, start, to) == null && !institution(tokens, start, to)) {
      for (int i = start; i < to; i++) {
        int title = Math.min(joints.title(tokens, i), to - i);
        if (title > 0 && !(i > start && tokens.get(i - 1).lower().equals("of"))) {
          if (i > start) {
            add(index, sentence, start, i, false, spans);
          }
          rest(index, sentence, i + title, to, spans);
          return;
        }
      }
    }
    add(index, sentence, start, to, false, spans);
  }

  private void rest(int index, Sentence sentence, int from, int to, List<Span> spans) {
    List<Token> tokens = sentence.tokens();
    int rest = from;
    while (rest < to && (loose(tokens.get(rest)) || joints.title(tokens, rest) > 0)) {
      rest++;
    }
    if (rest < to) {
      boolean office = cues.links.contains(tokens.get(rest - 1).lower());
      add(index, sentence, rest, to, !office, spans);
    }
  }

  private boolean loose(Token token) {
    return token.kind() == Token.Kind.MARK
        || (!token.capital()
            && (cues.links.contains(token.lower()) || cues.articles.contains(token.lower())));
  }

  private int withoutOpeners(List<Token> tokens, int from, int end) {
    int start = from;
    while (start + 1 < end
        && names.longestAt(i -> tokens.get(i).text(), from, tokens.size()) == null
        && (stops.contains(tokens.get(start).lower())
            || cues.articles.contains(tokens.get(start).lower()))) {
      start++;
    }
    return start;
  }

  private @Nullable Known known(List<Token> tokens, int from, int to) {
    Phrases.Match<Known> match = names.longestAt(i -> tokens.get(i).text(), from, to);
    return match != null && match.length() == to - from ? match.value() : null;
  }

  private boolean institution(List<Token> tokens, int from, int to) {
    return to - from > 1
        && (cues.organisationHeads.contains(tokens.get(to - 1).lower())
            || (SAINTS.contains(tokens.get(from).lower())
                && cues.placeHeads.contains(tokens.get(to - 1).lower()))
            || cues.eventHeads.contains(tokens.get(to - 1).lower()))
        && joints.title(tokens, to - 1) == 0;
  }

  private void add(
      int index, Sentence sentence, int from, int to, boolean titled, List<Span> spans) {
    List<Token> tokens = sentence.tokens();
    int start = from;
    Known whole = known(tokens, from, to);
    if (whole == null && to - from > 1 && !institution(tokens, from, to)) {
      start += people(tokens, from, to) ? 1 : 0;
    }
    if (start > 0 && UNITS.contains(tokens.get(to - 1).lower()) && ordinal(tokens.get(start - 1))) {
      start--;
    }
    int inner = listedTail(tokens, start, to);
    if (inner > start && !nounsCapital) {
      add(index, sentence, start, inner, titled, spans);
      add(index, sentence, inner, to, false, spans);
      return;
    }
    var span = new Span(index, sentence, start, to);
    span.titled = titled;
    span.known = start == from ? whole : known(tokens, start, to);
    if (!nounsCapital || certain(span)) {
      spans.add(span);
    } else {
      within(index, sentence, start, to, spans);
    }
  }

  // "U.S. Food and Drug Administration": where a listed name of several words ends the row.
  private int listedTail(List<Token> tokens, int from, int to) {
    if (to - from < 3 || known(tokens, from, to) != null) {
      return from;
    }
    for (int i = from + 1; i + 1 < to; i++) {
      if (known(tokens, i, to) != null && tokens.get(i - 1).word() && tokens.get(i - 1).capital()) {
        return i;
      }
    }
    return from;
  }

  // "Danish singer", "French Open" stays.
  private boolean people(List<Token> tokens, int from, int to) {
    return cues.peoples.contains(tokens.get(from).lower())
        && !cues.links.contains(tokens.get(from + 1).lower())
        && !(joints.headed(tokens, from, to) && linked(tokens, from, to))
        && (to - from < 3 || cues.firstNames.contains(tokens.get(from + 1).lower()));
  }

  private boolean linked(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (cues.links.contains(tokens.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private static boolean ordinal(Token token) {
    if (token.kind() != Token.Kind.NUMBER) {
      return false;
    }
    String it = token.lower();
    return it.length() <= 5
        && (it.endsWith("st")
            || it.endsWith("nd")
            || it.endsWith("rd")
            || it.endsWith("th")
            || it.length() <= 3);
  }

  // "Gewerkschaftschef Frank Werneke", "Gewerkschaft IG Metall": the name begins later.
  private void within(int index, Sentence sentence, int from, int to, List<Span> spans) {
    List<Token> tokens = sentence.tokens();
    for (int i = from; i < to; i++) {
      Phrases.Match<Known> match = names.longestAt(at -> tokens.get(at).text(), i, to);
      Token token = tokens.get(i);
      if (match != null) {
        var span = new Span(index, sentence, i, i + match.length());
        span.known = match.value();
        spans.add(span);
        i += match.length() - 1;
      } else if (i + 1 < to && cues.firstNames.contains(token.lower())) {
        var person = new Span(index, sentence, i, to);
        person.titled = true;
        spans.add(person);
        return;
      } else if (token.allCapitals()) {
        spans.add(new Span(index, sentence, i, to));
        return;
      }
    }
  }

  // In German every noun has a capital: a name needs a reason.
  private boolean certain(Span span) {
    if (span.known != null || span.titled || span.first().allCapitals()) {
      return true;
    }
    String first = span.first().lower();
    if (cues.firstNames.contains(first) || germanPlace(span)) {
      return true;
    }
    boolean head =
        cues.organisationHeads.contains(span.last().lower())
            || cues.organisationFirst.contains(first);
    return head && span.size() > 1;
  }

  // "in Ingolstadt", "aus Bad Kissingen", "in Garmisch-Partenkirchen".
  private boolean germanPlace(Span span) {
    String last = span.last().lower();
    boolean named =
        last.length() >= GERMAN_PLACE_LETTERS_LEAST
            && GERMAN_PLACES.stream().anyMatch(last::endsWith);
    boolean place =
        named && (cues.in.contains(span.before(1)) || cues.towards.contains(span.before(1)));
    if (place) {
      span.add(EntityType.PLACE, 4);
    }
    return place;
  }
}
