package syndication.enrich.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import syndication.enrich.words.Phrases;
import syndication.enrich.words.WordLists;

/// The words of one language that tell what a name is: titles, heads of organisations' and places'
/// names, prepositions of place, verbs of saying. All in lower case.
final class Cues {

  private static final Map<String, Cues> BY_LANGUAGE = new ConcurrentHashMap<>();
  private static final Set<String> FIRST_NAMES =
      lower(WordLists.load("firstnames").entries("names"));

  final Set<String> firstNames;
  final Set<String> calendar;
  final Set<String> peoples;
  final Set<String> organisationHeads;
  final Set<String> organisationFirst;
  final Set<String> placeHeads;
  final Set<String> placeFirst;
  final Set<String> eventHeads;
  final Set<String> workHeads;
  final Set<String> workBefore;
  final Set<String> roles;
  final Set<String> placesBefore;
  final Set<String> in;
  final Set<String> towards;
  final Set<String> articles;
  final Set<String> says;
  final Set<String> particles;
  final Set<String> nameParticles;
  final Set<String> examples;
  final Set<String> partsOf;
  final Set<String> ministers;
  final Set<String> organisationBefore;
  final Set<String> links;
  final Set<String> common;
  final Set<String> organisationNouns;
  final Set<String> placeNouns;
  final Set<String> workNouns;
  final Set<String> is;
  final Set<String> by;
  final Set<String> owners;
  final Set<String> adjectives;
  final Set<String> and;
  final Set<String> eventFirst;
  final Set<String> generic;
  final Set<String> sport;
  final Set<String> against;
  final Set<String> plays;
  final Set<String> clubTails;
  final Set<String> honours;
  final Set<String> ambiguous;
  final Phrases<Boolean> titles = new Phrases<>();

  private Cues(String language) {
    List<WordLists> lists =
        WordLists.exists("cues-" + language)
            ? List.of(WordLists.load("cues"), WordLists.load("cues-" + language))
            : List.of(WordLists.load("cues"), WordLists.load("cues-en"));
    firstNames = FIRST_NAMES;
    calendar = all(lists, "calendar");
    peoples = all(lists, "peoples");
    organisationHeads = all(lists, "organisation-heads");
    organisationFirst = all(lists, "organisation-first");
    placeHeads = all(lists, "place-heads");
    placeFirst = all(lists, "place-first");
    eventHeads = all(lists, "event-heads");
    workHeads = all(lists, "work-heads");
    workBefore = all(lists, "work-before");
    roles = all(lists, "roles");
    placesBefore = all(lists, "places-before");
    in = all(lists, "in");
    towards = all(lists, "towards");
    articles = all(lists, "articles");
    says = all(lists, "says");
    particles = all(lists, "particles");
    nameParticles = all(lists, "name-particles");
    organisationBefore = all(lists, "organisation-before");
    ministers = all(lists, "ministers");
    partsOf = all(lists, "parts-of");
    examples = all(lists, "examples");
    links = all(lists, "links");
    common = all(lists, "common");
    organisationNouns = all(lists, "organisation-nouns");
    placeNouns = all(lists, "place-nouns");
    workNouns = all(lists, "work-nouns");
    is = all(lists, "is");
    by = all(lists, "by");
    owners = all(lists, "owners");
    ambiguous = all(lists, "ambiguous");
    honours = all(lists, "honours");
    clubTails = all(lists, "club-tails");
    plays = all(lists, "plays");
    against = all(lists, "against");
    sport = all(lists, "sport");
    generic = all(lists, "generic");
    eventFirst = all(lists, "event-first");
    and = all(lists, "and");
    adjectives = all(lists, "adjectives");
    for (WordLists it : lists) {
      it.entries("titles").forEach(title -> titles.add(List.of(title.split(" ")), true));
    }
  }

  static Cues of(String language) {
    Cues cues = BY_LANGUAGE.get(language);
    return cues == null ? BY_LANGUAGE.computeIfAbsent(language, Cues::new) : cues;
  }

  private static Set<String> all(List<WordLists> lists, String section) {
    Set<String> all = new HashSet<>();
    lists.forEach(it -> all.addAll(lower(it.entries(section))));
    // Twice as fast to ask as the JDK's immutable sets, and never changed.
    return all;
  }

  private static Set<String> lower(List<String> words) {
    Set<String> lower = new HashSet<>();
    words.forEach(it -> lower.add(it.toLowerCase(Locale.ROOT)));
    return lower;
  }
}
