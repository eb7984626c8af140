package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Phrases;

/// Finds where names stand in a sentence: rows of capitalised words with the small words that
/// belong inside names, parted where one name ends and the next begins.
final class Runs {

  private static final int WORK_WORDS_MAX = 9;
  // A call sign or a make: "3AW", "20th" is none.
  private static final int CALL_SIGN_MOST = 5;
  // An acronym is nearly always an institution's, but "random access memory (RAM)" is none.
  private static final double DEFINED = 3;
  private static final int QUALITY_LETTERS_LEAST = 8;
  private static final List<String> QUALITIES =
      List.of(
          "tion", "sion", "ment", "ness", "ity", "ism", "ismo", "isme", "ence", "ance", "ency",
          "ancy", "ship", "ción", "ção", "zione", "ung", "heit", "keit", "schaft", "mento", "dad",
          "tà", "dade");

  private final Cues cues;
  private final Phrases<Known> names;
  private final Set<String> stops;
  private final Set<String> small;
  private final Set<String> capital;
  private final boolean nounsCapital;
  private final Joints joints;
  private final Parts parts;

  /// @param small words that stand in small letters somewhere in the text
  /// @param capital words that stand with a capital inside a sentence
  /// @param nounsCapital whether the language writes every noun with a capital
  Runs(
      Cues cues,
      Phrases<Known> names,
      Set<String> stops,
      Set<String> small,
      Set<String> capital,
      boolean nounsCapital) {
    this.cues = cues;
    this.names = names;
    this.stops = stops;
    this.small = small;
    this.capital = capital;
    this.nounsCapital = nounsCapital;
    this.joints = new Joints(cues, names, stops, nounsCapital);
    this.parts = new Parts(cues, names, stops, nounsCapital, joints);
  }

  List<Span> find(int index, Sentence sentence) {
    var spans = new ArrayList<Span>();
    List<Token> tokens = sentence.tokens();
    List<Definitions.Definition> defined = Definitions.find(tokens);
    int first = firstWord(tokens, 0);
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      Definitions.Definition definition = at(defined, at);
      if (definition != null) {
        spelledOut(index, sentence, definition, spans);
        at = definition.acronym() + 1;
        continue;
      }
      if (!token.word()) {
        at = unworded(index, sentence, at, spans);
        continue;
      }
      // A name in small letters is one only where a script knows no capitals.
      if (Character.isLowerCase(token.text().charAt(0)) && !token.capitalInside()) {
        at += 1;
        continue;
      }
      boolean initial = at == first || opensQuote(tokens, at);
      Phrases.Match<Known> listed = listed(tokens, at);
      if (listed != null && listed.length() == 1 && initial && everyday(token)) {
        listed = null;
      }
      boolean name = starts(tokens, at, initial, listed);
      if (!name) {
        at += 1;
        continue;
      }
      int end = joints.end(tokens, at, listed);
      parts.split(index, sentence, at, end, initial, spans);
      at = end;
    }
    return spans;
  }

  private static Definitions.@Nullable Definition at(List<Definitions.Definition> all, int at) {
    for (Definitions.Definition it : all) {
      if (it.from() == at) {
        return it;
      }
    }
    return null;
  }

  private void spelledOut(
      int index, Sentence sentence, Definitions.Definition it, List<Span> spans) {
    var name = new Span(index, sentence, it.from(), it.to());
    var acronym = new Span(index, sentence, it.acronym(), it.acronym() + 1);
    for (Span span : List.of(name, acronym)) {
      Phrases.Match<Known> match = listed(span.tokens, span.from);
      span.known = match != null && match.length() == span.size() ? match.value() : null;
      span.add(EntityType.ORGANISATION, DEFINED);
      spans.add(span);
    }
  }

  // A quote that may hold the name of a work, or a call sign such as "3AW".
  private int unworded(int index, Sentence sentence, int at, List<Span> spans) {
    List<Token> tokens = sentence.tokens();
    int work = quotedWork(tokens, at);
    if (work > 0) {
      var span = new Span(index, sentence, at + 1, work);
      span.add(EntityType.OTHER, 9);
      spans.add(span);
      return work + 1;
    }
    if (callSign(tokens.get(at))) {
      var span = new Span(index, sentence, at, at + 1);
      span.add(EntityType.ORGANISATION, 4);
      spans.add(span);
    }
    return at + 1;
  }

  private static boolean callSign(Token token) {
    String it = token.text();
    int capitals = 0;
    for (int i = 0; i < it.length(); i++) {
      if (Character.isLowerCase(it.charAt(i))) {
        return false;
      }
      capitals += Character.isUpperCase(it.charAt(i)) ? 1 : 0;
    }
    return token.kind() == Token.Kind.NUMBER && capitals >= 2 && it.length() <= CALL_SIGN_MOST;
  }

  // "Nice", "Reading" and "Target" are names, but not where a sentence begins with them.
  private boolean everyday(Token token) {
    return cues.ambiguous.contains(token.lower()) || cues.common.contains(token.lower());
  }

  private Phrases.@Nullable Match<Known> listed(List<Token> tokens, int at) {
    return names.longestAt(i -> tokens.get(i).text(), at, tokens.size());
  }

  // A few words in quotes that all begin with capitals are the name of a work: where the quote
  // ends,
  // or 0.
  private int quotedWork(List<Token> tokens, int open) {
    if ("\"“«„".indexOf(tokens.get(open).text().charAt(0)) < 0
        || !Joints.capitalAt(tokens, open + 1)) {
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
      boolean given = listed != null && !katakana(tokens, at + listed.length(), token);
      return given || NameParticles.glued(token);
    }
    if (listed != null && (listed.length() > 1 || !initial || !stops.contains(token.lower()))) {
      return true;
    }
    String word = token.lower();
    if (word.length() == 1 && !token.initial()) {
      return false;
    }
    if ("The".equals(token.text()) && !initial && Joints.capitalAt(tokens, at + 1)) {
      return !cues.calendar.contains(tokens.get(at + 1).lower());
    }
    if (cues.calendar.contains(word)
        || cues.articles.contains(word)
        || stops.contains(word)
        || partyMark(token)) {
      return false;
    }
    return !initial || opensWithName(tokens, at);
  }

  // "アメリカ" is no name inside "アメリカン".
  private static boolean katakana(List<Token> tokens, int after, Token first) {
    return katakana(first)
        && after < tokens.size()
        && katakana(tokens.get(after))
        && tokens.get(after - 1).end() == tokens.get(after).start();
  }

  private static boolean katakana(Token token) {
    char it = token.text().charAt(0);
    return it >= 0x30A0 && it <= 0x30FF && it != '・';
  }

  // "D-N.Y.", "R-Texas": where a member of Congress comes from.
  private static boolean partyMark(Token token) {
    String it = token.text();
    return it.length() > 2
        && it.charAt(1) == '-'
        && "RDI".indexOf(it.charAt(0)) >= 0
        && Character.isUpperCase(it.charAt(2));
  }

  // The first word of a sentence has a capital anyway: is it a name?
  private boolean opensWithName(List<Token> tokens, int at) {
    String word = tokens.get(at).lower();
    if (cues.firstNames.contains(word) || capital.contains(word)) {
      return true;
    }
    if (tokens.get(at).allCapitals()) {
      return true;
    }
    boolean goesOn = at + 1 < tokens.size() && tokens.get(at + 1).capital();
    if (cues.ambiguous.contains(word) || answer(tokens, at) || (!goesOn && quality(word))) {
      return false;
    }
    if (cues.common.contains(word) || small.contains(word)) {
      return goesOn
          && !nounsCapital
          && (cues.organisationFirst.contains(word) || joints.title(tokens, at) > 0);
    }
    String next = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
    return goesOn
        || (verb(tokens, at + 1) && !word.endsWith("s"))
        || "'s".equals(next)
        || "’s".equals(next)
        || (",".equals(next) && !formOfVerb(word) && !word.endsWith("s"));
  }

  // "Solberg said", "Solberg is a village"; "Entry is free" names nothing.
  private boolean verb(List<Token> tokens, int at) {
    String word = at < tokens.size() ? tokens.get(at).lower() : "";
    boolean article = at + 1 < tokens.size() && cues.articles.contains(tokens.get(at + 1).lower());
    return cues.says.contains(word) && (!cues.is.contains(word) || article);
  }

  // "A. Machine learning is …" answers a question; "A. Philip Randolph" is somebody.
  private static boolean answer(List<Token> tokens, int at) {
    String it = tokens.get(at).text();
    return ("A.".equals(it) || "Q.".equals(it)) && !Joints.capitalAt(tokens, at + 2);
  }

  // "Consistency is the key", "Minimalism, they say": no one-word name ends so.
  private static boolean quality(String word) {
    return word.length() >= QUALITY_LETTERS_LEAST && QUALITIES.stream().anyMatch(word::endsWith);
  }

  private static boolean formOfVerb(String word) {
    return word.endsWith("ing") || word.endsWith("ed") || word.endsWith("ly");
  }
}
