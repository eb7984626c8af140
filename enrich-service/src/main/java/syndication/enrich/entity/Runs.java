package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Phrases;

/// Finds where names stand in a sentence: rows of capitalised words with the small words that
/// belong inside names, parted where one name ends and the next begins.
final class Runs {

  private static final int NAME_WORDS_MAX = 12;
  private static final int WORK_WORDS_MAX = 9;
  private static final Set<String> TAILS = Set.of("inc", "ltd", "llc", "jr", "sr", "plc", "co");

  private final Cues cues;
  private final Phrases<Known> names;
  private final Set<String> stops;
  private final Map<String, Integer> small;
  private final Map<String, Integer> capital;
  private final boolean nounsCapital;

  /// @param small how often each word stands in small letters in the whole text
  /// @param capital how often each word stands with a capital inside sentences
  /// @param nounsCapital whether the language writes every noun with a capital
  Runs(
      Cues cues,
      Phrases<Known> names,
      Set<String> stops,
      Map<String, Integer> small,
      Map<String, Integer> capital,
      boolean nounsCapital) {
    this.cues = cues;
    this.names = names;
    this.stops = stops;
    this.small = small;
    this.capital = capital;
    this.nounsCapital = nounsCapital;
  }

  List<Span> find(int index, Sentence sentence) {
    var spans = new ArrayList<Span>();
    List<Token> tokens = sentence.tokens();
    int first = firstWord(tokens, 0);
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (!token.word()) {
        int work = quotedWork(tokens, at);
        if (work > 0) {
          var span = new Span(index, sentence, at + 1, work);
          span.add(EntityType.OTHER, 9);
          spans.add(span);
          at = work;
        }
        at++;
        continue;
      }
      Phrases.Match<Known> listed = listed(tokens, at);
      boolean initial = at == first || opensQuote(tokens, at);
      boolean name = starts(tokens, at, initial, listed);
      if (!name) {
        at += 1;
        continue;
      }
      int end = end(tokens, at, listed);
      split(index, sentence, at, end, initial, spans);
      at = end;
    }
    return spans;
  }

  private Phrases.@Nullable Match<Known> listed(List<Token> tokens, int at) {
    return names.longestAt(i -> tokens.get(i).text(), at, tokens.size());
  }

  // A few words in quotes that all begin with capitals are the name of a work. Where the quote ends,
  // or 0.
  private int quotedWork(List<Token> tokens, int open) {
    if ("\"“«„".indexOf(tokens.get(open).text().charAt(0)) < 0 || !capitalAt(tokens, open + 1)) {
      return 0;
    }
    int at = open + 1;
    boolean capitals = true;
    while (at < tokens.size() && at - open <= WORK_WORDS_MAX) {
      Token token = tokens.get(at);
      if ("\"”»“".indexOf(token.text().charAt(0)) >= 0) {
        return capitals && at > open + 1 && tokens.get(at - 1).word() ? at : 0;
      }
      capitals &= !token.word() || token.capital() || stops.contains(token.lower());
      at++;
    }
    return 0;
  }

  private static int firstWord(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.MARK) {
      at++;
    }
    return at;
  }

  private static boolean opensQuote(List<Token> tokens, int at) {
    if (at == 0) {
      return true;
    }
    char before = tokens.get(at - 1).text().charAt(0);
    return "\"“«„:;•‘(".indexOf(before) >= 0;
  }

  private boolean starts(
      List<Token> tokens, int at, boolean initial, Phrases.@Nullable Match<Known> listed) {
    Token token = tokens.get(at);
    if (!token.capital()) {
      // A listed name in small letters is one only where a script knows no capitals.
      return listed != null && !Character.isLowerCase(token.text().codePointAt(0));
    }
    if (listed != null && (listed.length() > 1 || !initial || !stops.contains(token.lower()))) {
      return true;
    }
    String word = token.lower();
    if (word.length() == 1 && !token.initial()) {
      return false;
    }
    if ("The".equals(token.text()) && !initial && capitalAt(tokens, at + 1)) {
      return !cues.calendar.contains(tokens.get(at + 1).lower());
    }
    if (cues.calendar.contains(word) || cues.articles.contains(word) || stops.contains(word)) {
      return false;
    }
    return !initial || opensWithName(tokens, at);
  }

  // The first word of a sentence has a capital anyway: is it a name?
  private boolean opensWithName(List<Token> tokens, int at) {
    String word = tokens.get(at).lower();
    if (cues.firstNames.contains(word) || capital.getOrDefault(word, 0) > 0) {
      return true;
    }
    if (tokens.get(at).allCapitals()) {
      return true;
    }
    boolean goesOn = at + 1 < tokens.size() && tokens.get(at + 1).capital();
    if (cues.common.contains(word) || small.containsKey(word)) {
      return goesOn
          && !nounsCapital
          && (cues.organisationFirst.contains(word) || title(tokens, at) > 0);
    }
    String next = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
    return goesOn
        || cues.says.contains(next)
        || "'s".equals(next)
        || "’s".equals(next)
        || (",".equals(next) && !formOfVerb(word) && !word.endsWith("s"));
  }

  private static boolean formOfVerb(String word) {
    return word.endsWith("ing") || word.endsWith("ed") || word.endsWith("ly");
  }

  private int title(List<Token> tokens, int at) {
    Phrases.Match<Boolean> match =
        cues.titles.longestAt(i -> tokens.get(i).lower(), at, tokens.size());
    return match == null ? 0 : match.length();
  }

  private int end(List<Token> tokens, int from, Phrases.@Nullable Match<Known> listed) {
    int end = from + (listed == null ? 1 : listed.length());
    if (!tokens.get(from).capital()) {
      return end;
    }
    while (end < tokens.size() && end - from < NAME_WORDS_MAX) {
      Token token = tokens.get(end);
      Token before = tokens.get(end - 1);
      if (token.capital() && !weekday(token)) {
        end++;
      } else if (joins(tokens, from, end)) {
        end = firstCapital(tokens, end) + 1;
      } else if (".".equals(token.text())
          && (before.text().length() <= 3 || title(tokens, end - 1) > 0)
          && capitalAt(tokens, end + 1)
          && !stops.contains(tokens.get(end + 1).lower())) {
        end += 2;
      } else if (",".equals(token.text())
          && end + 1 < tokens.size()
          && TAILS.contains(tokens.get(end + 1).lower())
          && capitalAt(tokens, end + 1)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
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

  private boolean capitalAt(List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).capital();
  }

  // Small words inside names: "Bank of England", "Ludwig van Beethoven", "Procter & Gamble".
  private boolean joins(List<Token> tokens, int from, int at) {
    String word = tokens.get(at).lower();
    if ("&".equals(word)) {
      boolean people =
          (cues.firstNames.contains(tokens.get(from).lower()) && at - from > 1)
              || (at + 2 < tokens.size()
                  && cues.firstNames.contains(tokens.get(at + 1).lower())
                  && tokens.get(at + 2).capital());
      return capitalAt(tokens, at + 1) && !people;
    }
    if (cues.particles.contains(word)) {
      int next = at + 1;
      if (next < tokens.size() && cues.particles.contains(tokens.get(next).lower())) {
        next++;
      }
      return capitalAt(tokens, next) && (!nounsCapital || personal(tokens, from, at));
    }
    boolean headed = headed(tokens, from, at);
    if (cues.links.contains(word) && headed) {
      int next = at + 1;
      if (next < tokens.size() && cues.articles.contains(tokens.get(next).lower())) {
        next++;
      }
      return capitalAt(tokens, next);
    }
    if ("'s".equals(word) || "’s".equals(word)) {
      return capitalAt(tokens, at + 1)
          && cues.organisationHeads.contains(tokens.get(at + 1).lower())
          && !"party".equals(tokens.get(at + 1).lower());
    }
    return "and".equals(word)
        && capitalAt(tokens, at + 1)
        && headed
        && linked(tokens, from, at)
        && at + 2 <= tokens.size();
  }

  private boolean personal(List<Token> tokens, int from, int at) {
    return cues.firstNames.contains(tokens.get(from).lower()) || at - from > 1;
  }

  private boolean linked(List<Token> tokens, int from, int at) {
    for (int i = from; i < at; i++) {
      if (cues.links.contains(tokens.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean headed(List<Token> tokens, int from, int at) {
    for (int i = from; i < at; i++) {
      String word = tokens.get(i).lower();
      if (cues.organisationFirst.contains(word)
          || cues.organisationHeads.contains(word)
          || cues.placeHeads.contains(word)
          || cues.eventHeads.contains(word)) {
        return true;
      }
    }
    return false;
  }

  // Parts a row of capitals at titles and at peoples' names: "Russian President Vladimir Putin".
  private void split(
      int index, Sentence sentence, int from, int end, boolean initial, List<Span> spans) {
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
        int title = Math.min(title(tokens, i), to - i);
        if (title > 0 && !(i > start && tokens.get(i - 1).lower().equals("of"))) {
          if (i > start) {
            add(index, sentence, start, i, false, spans);
          }
          int rest = i + title;
          while (rest < to && (loose(tokens.get(rest)) || title(tokens, rest) > 0)) {
            rest++;
          }
          if (rest < to) {
            split(index, sentence, rest, to, spans);
          }
          return;
        }
      }
    }
    add(index, sentence, start, to, false, spans);
  }

  private void split(int index, Sentence sentence, int from, int to, List<Span> spans) {
    boolean office = cues.links.contains(sentence.tokens().get(from - 1).lower());
    add(index, sentence, from, to, !office, spans);
  }

  private boolean loose(Token token) {
    return token.kind() == Token.Kind.MARK
        || (!token.capital()
            && (cues.links.contains(token.lower()) || cues.articles.contains(token.lower())));
  }

  private int withoutOpeners(List<Token> tokens, int from, int end) {
    int start = from;
    while (start + 1 < end
        && listed(tokens, start) == null
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
            || cues.eventHeads.contains(tokens.get(to - 1).lower()))
        && title(tokens, to - 1) == 0;
  }

  private void add(
      int index, Sentence sentence, int from, int to, boolean titled, List<Span> spans) {
    List<Token> tokens = sentence.tokens();
    int start = from;
    Known whole = known(tokens, from, to);
    if (whole == null && to - from > 1 && !institution(tokens, from, to)) {
      if (cues.peoples.contains(tokens.get(from).lower())
          && !cues.links.contains(tokens.get(from + 1).lower())
          && !(headed(tokens, from, to) && linked(tokens, from, to))
          && (to - from < 3 || cues.firstNames.contains(tokens.get(from + 1).lower()))) {
        start++;
      }
    }
    var span = new Span(index, sentence, start, to);
    span.titled = titled;
    span.known = start == from ? whole : known(tokens, start, to);
    if (!nounsCapital || certain(span)) {
      spans.add(span);
      return;
    }
    // "Gewerkschaftschef Frank Werneke": the name begins at the first name.
    for (int i = start + 1; i + 1 < to; i++) {
      if (cues.firstNames.contains(tokens.get(i).lower())) {
        var person = new Span(index, sentence, i, to);
        person.titled = true;
        spans.add(person);
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
    if (cues.firstNames.contains(first)) {
      return true;
    }
    boolean head =
        cues.organisationHeads.contains(span.last().lower())
            || cues.organisationFirst.contains(first);
    return head && span.size() > 1;
  }
}
