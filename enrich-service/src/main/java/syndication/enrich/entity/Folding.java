package syndication.enrich.entity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folds the names of one text that name the same thing: a surname into the full name, an acronym
/// into what it stands for, "Acme" into "Acme Holdings Inc". Never across articles: that is for an
/// operator to say.
final class Folding {

  private static final Set<String> COMPANY_TAILS =
      Set.of(
          "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc", "co", "co.", "gmbh", "ag",
          "sa", "s.a.", "spa", "nv");
  private static final Set<String> CLUB_TAILS = Cues.of("en").clubTails;
  private static final Set<String> HONOURS = Cues.of("en").honours;
  private static final Set<String> STORMS = Cues.of("en").eventFirst;
  private static final int ACRONYM_LETTERS_LEAST = 3;
  private static final int NAMES_MAX = 1_000;

  /// What a name stands for in this text.
  record Canonical(EntityType type, String label, @Nullable Known known) {}

  private record Seen(EntityType type, int count, double confidence, @Nullable Known known) {}

  private final Map<String, Seen> names = new LinkedHashMap<>();
  private final Map<String, String> bySurname = new HashMap<>();
  private final Map<String, String> byFirst = new HashMap<>();
  private final Map<String, String> byAcronym = new HashMap<>();
  private final Map<String, String> byBrackets = new HashMap<>();
  private final Map<String, String> byStorm = new HashMap<>();
  private final Map<String, String> byClub = new HashMap<>();
  private final Map<String, String> byFirstAndLast = new HashMap<>();

  Folding(List<Mention> mentions) {
    for (Mention it : mentions) {
      String name = plain(it.text());
      if (names.containsKey(name) || names.size() < NAMES_MAX) {
        names.merge(name, new Seen(it.type(), 1, it.confidence(), it.known()), Folding::together);
      }
    }
    names.forEach(this::index);
    for (int i = 1; i < mentions.size(); i++) {
      bracketed(mentions.get(i - 1), mentions.get(i));
    }
  }

  // "the National Institute for Health and Care Research (NIHR)": one mark stands between them, and
  // the letters are of its words.
  private void bracketed(Mention name, Mention acronym) {
    boolean beside = name.sentence() == acronym.sentence() && name.to() + 1 == acronym.from();
    if (beside
        && name.type() == EntityType.ORGANISATION
        && acronym.type() == EntityType.ORGANISATION
        && acronym.text().length() >= ACRONYM_LETTERS_LEAST
        && abbreviates(acronym.text(), Relatives.acronym(name.text()))) {
      byBrackets.putIfAbsent(plain(acronym.text()), plain(name.text()));
    }
  }

  // Whether all letters are among the initials, in order, and the first of them is the first.
  private static boolean abbreviates(String acronym, String initials) {
    if (initials.isEmpty() || acronym.charAt(0) != initials.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < initials.length() && at < acronym.length(); i++) {
      at += initials.charAt(i) == acronym.charAt(at) ? 1 : 0;
    }
    return at == acronym.length();
  }

  private static Seen together(Seen a, Seen b) {
    boolean better = b.confidence() > a.confidence();
    return new Seen(
        better ? b.type() : a.type(),
        a.count() + b.count(),
        Math.max(a.confidence(), b.confidence()),
        b.known() != null ? b.known() : a.known());
  }

  private void index(String name, Seen seen) {
    String[] words = name.split(" ", -1);
    if (words.length < 2) {
      return;
    }
    if (seen.type() == EntityType.PERSON) {
      String last = words[words.length - 1];
      longest(bySurname, last, name);
      longest(bySurname, NameParticles.bare(last), name);
      NameParticles.tails(name).forEach(it -> bySurname.putIfAbsent(it, name));
      longest(byFirstAndLast, words[0] + " " + last, name);
    } else if (seen.type() == EntityType.EVENT) {
      // "Olga" is the hurricane where "Hurricane Olga" blows.
      if (STORMS.contains(words[0].toLowerCase(Locale.ROOT)) && words.length == 2) {
        byStorm.putIfAbsent(words[1], name);
      }
    } else if (seen.type() == EntityType.ORGANISATION) {
      byFirst.merge(words[0], name, (a, b) -> "");
      int last = name.lastIndexOf(' ');
      if (CLUB_TAILS.contains(name.substring(last + 1).toLowerCase(Locale.ROOT))) {
        byClub.putIfAbsent(name.substring(0, last), name);
      }
      byAcronym.putIfAbsent(Relatives.acronym(name), name);
    }
  }

  private static void longest(Map<String, String> index, String key, String name) {
    index.merge(key, name, (a, b) -> b.length() > a.length() && b.endsWith(key) ? b : a);
  }

  Canonical canonical(Mention mention) {
    String name = plain(mention.text());
    Seen seen = names.get(name);
    EntityType type = seen == null ? mention.type() : seen.type();
    Known known = seen == null ? mention.known() : seen.known();
    String full = full(name, type, known);
    Seen target = full.equals(name) ? null : names.get(full);
    return target == null
        ? new Canonical(type, label(name, known, type), known)
        : new Canonical(target.type(), label(full, target.known(), target.type()), target.known());
  }

  private static String label(String name, @Nullable Known known, EntityType type) {
    return known != null && known.type() == type ? known.label() : name;
  }

  private String full(String name, EntityType type, @Nullable Known known) {
    int space = name.indexOf(' ');
    if (space > 0) {
      if (type == EntityType.PERSON && bySurname.containsKey(name)) {
        return bySurname.getOrDefault(name, name);
      }
      String key = name.substring(0, space) + name.substring(name.lastIndexOf(' '));
      return type == EntityType.PERSON ? byFirstAndLast.getOrDefault(key, name) : name;
    }
    if (type == EntityType.PERSON && bySurname.containsKey(name)) {
      return bySurname.getOrDefault(name, name);
    }
    if (byStorm.containsKey(name)) {
      return byStorm.getOrDefault(name, name);
    }
    String club = type == EntityType.ORGANISATION ? byClub.get(name) : null;
    if (club != null) {
      return club;
    }
    if (known != null && known.type() == EntityType.PLACE) {
      return name;
    }
    String bracketed = byBrackets.get(name);
    if (bracketed != null) {
      return bracketed;
    }
    String acronym = byAcronym.get(name.replace(".", ""));
    if (acronym != null && name.length() >= 2 && name.length() <= 6) {
      return acronym;
    }
    String first = byFirst.getOrDefault(name, "");
    return type == EntityType.ORGANISATION && !first.isEmpty() ? first : name;
  }

  /// Without company forms, final dots and leading articles.
  private static String plain(String text) {
    String it = text;
    int space = it.lastIndexOf(' ');
    String last = space < 0 ? "" : it.substring(space + 1).toLowerCase(Locale.ROOT);
    if (space > 0 && (COMPANY_TAILS.contains(last) || HONOURS.contains(last))) {
      it = it.substring(0, space);
    }
    while (it.endsWith(",")) {
      it = it.substring(0, it.length() - 1);
    }
    return it.startsWith("The ") && it.length() > 8 ? it.substring(4) : it;
  }
}
