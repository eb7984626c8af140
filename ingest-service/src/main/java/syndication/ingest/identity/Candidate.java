package syndication.ingest.identity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.nearduplicate.Words;
import syndication.ingest.submission.SourcePolicy;
import syndication.ingest.submission.Submission;

/// What a submission says about which article it is.
///
/// @param itemId the source's id in comparable form, or `null`
/// @param addresses the article's own, strongest first, each of one article
/// @param contentHash of the cleaned content
/// @param signature of the body, or `null` when it has no words
/// @param stated whether the item id is the source's own word rather than feed software's
/// @param fetch the fetch that brought it, or `null`
/// @param route whether the source passes on another's article
public record Candidate(
    String sourceId,
    @Nullable String itemId,
    List<AddressKey> addresses,
    String title,
    String contentHash,
    @Nullable Signature signature,
    boolean stated,
    @Nullable String fetch,
    boolean route,
    List<IdentityKey> keys) {

  private static final Pattern GLOBAL_ID = Pattern.compile("(tag:|urn:|https?://).+");
  private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d{5,18}(?!\\d)");
  private static final Pattern DATE_NUMBER = Pattern.compile("(19|20)\\d{6}|(19|20)\\d{4}");

  /// Words of a title below which it is a rubric ("Weather", "In brief"), not a name.
  private static final int TITLE_WORDS_MIN = 3;

  public Candidate {
    addresses = List.copyOf(addresses);
    keys = List.copyOf(keys);
  }

  public static Candidate of(
      Submission submission, ParsedArticle article, String contentHash, SourcePolicy policy) {
    ParsedArticle.Identifiers names = article.identifiers();
    Attribution origin = article.attribution();
    String itemId = names.sourceItemId() != null ? names.sourceItemId() : submission.itemId();
    String comparable = itemId == null || itemId.isBlank() ? null : comparable(itemId);
    List<AddressKey> own = new ArrayList<>();
    add(own, names.canonical());
    add(own, names.address());
    add(own, submission.address());
    names.others().forEach(it -> add(own, it));
    if (comparable != null && comparable.startsWith("web:")) {
      add(own, uri(itemId));
    }
    boolean route = passesOn(own, origin, policy);
    Signature signature = Signature.of(article.body().text());
    return new Candidate(
        submission.sourceId(),
        comparable,
        own,
        article.title(),
        contentHash,
        signature,
        submission.channel().stated(),
        submission.attributes().get(Submission.FETCH),
        route,
        keys(submission.sourceId(), comparable, origin, own, article.title(), contentHash));
  }

  /// The ids it may get as a new article, the first that is free: they follow from its names, so
  /// that whoever sees it first gives the same.
  public Stream<String> freshIds() {
    return keys.stream()
        .map(it -> NamedId.article(sourceId + "\n" + it.kind() + "\n" + it.value()));
  }

  /// The keys of an item that is only named, as withdrawals do.
  public static List<IdentityKey> keysOf(
      String sourceId, @Nullable String itemId, @Nullable URI address) {
    List<IdentityKey> keys = new ArrayList<>();
    if (itemId != null && !itemId.isBlank()) {
      keys.add(itemKey(sourceId, comparable(itemId)));
    }
    if (address != null) {
      AddressKey.of(address).filter(AddressKey::specific).ifPresent(it -> keys.add(addressKey(it)));
    }
    return keys;
  }

  /// Words that two titles share, of all that either has: 0 to 1.
  public double titleSimilarity(@Nullable String other) {
    if (other == null) {
      return 0;
    }
    Set<String> mine = new TreeSet<>(Words.of(title));
    Set<String> theirs = new TreeSet<>(Words.of(other));
    Set<String> all = new TreeSet<>(mine);
    all.addAll(theirs);
    mine.retainAll(theirs);
    return all.isEmpty() ? 0 : (double) mine.size() / all.size();
  }

  private static List<IdentityKey> keys(
      String sourceId,
      @Nullable String itemId,
      @Nullable Attribution origin,
      List<AddressKey> addresses,
      String title,
      String contentHash) {
    List<IdentityKey> keys = new ArrayList<>();
    addresses.forEach(it -> keys.add(addressKey(it)));
    if (itemId != null) {
      keys.add(itemKey(sourceId, itemId));
    }
    if (origin != null && origin.itemId() != null && !origin.itemId().isBlank()) {
      keys.add(itemKey(sourceId, comparable(origin.itemId())));
    }
    if (origin != null && origin.address() != null) {
      AddressKey.of(origin.address())
          .filter(AddressKey::specific)
          .filter(it -> !addresses.contains(it))
          .map(it -> IdentityKey.of(IdentityKey.Kind.ORIGIN, it.toString(), it.toString()))
          .ifPresent(keys::add);
    }
    for (AddressKey it : addresses) {
      keys.add(scoped(IdentityKey.Kind.PATH, sourceId, it.path(), it.path()));
      number(it).ifPresent(n -> keys.add(scoped(IdentityKey.Kind.NUMBER, sourceId, n, n)));
    }
    List<String> words = Words.of(title);
    if (words.size() >= TITLE_WORDS_MIN) {
      String joined = String.join(" ", words);
      keys.add(scoped(IdentityKey.Kind.TITLE, sourceId, joined, title));
    }
    keys.add(scoped(IdentityKey.Kind.CONTENT, sourceId, contentHash, contentHash));
    return keys.stream().distinct().toList();
  }

  private static boolean passesOn(
      List<AddressKey> own, @Nullable Attribution origin, SourcePolicy policy) {
    boolean attributed = origin != null && (origin.address() != null || origin.feed() != null);
    if (policy.hosts().isEmpty()) {
      return attributed;
    }
    if (attributed && origin != null && foreign(origin, policy)) {
      return true;
    }
    return !own.isEmpty() && own.stream().noneMatch(it -> at(it.host(), policy));
  }

  private static boolean foreign(Attribution origin, SourcePolicy policy) {
    URI where = origin.address() != null ? origin.address() : origin.feed();
    return where != null && AddressKey.of(where).filter(it -> !at(it.host(), policy)).isPresent();
  }

  private static boolean at(String host, SourcePolicy policy) {
    return policy.hosts().stream()
        .map(it -> it.startsWith("www.") ? it.substring(4) : it)
        .anyMatch(it -> host.equals(it) || host.endsWith("." + it));
  }

  // A guid that is an address changes from http to https with its site; a tag or URN is the same
  // for whoever passes it on.
  private static String comparable(String itemId) {
    String id = itemId.strip();
    if (id.regionMatches(true, 0, "http", 0, 4)) {
      Optional<AddressKey> address = Optional.ofNullable(uri(id)).flatMap(AddressKey::of);
      if (address.isPresent()) {
        return "web:" + address.get();
      }
    }
    return GLOBAL_ID.matcher(id.toLowerCase(Locale.ROOT)).matches() ? "uri:" + id : "own:" + id;
  }

  private static @Nullable URI uri(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return URI.create(text.strip().replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      // Not an address: the id stays a name.
      return null;
    }
  }

  private static void add(List<AddressKey> addresses, @Nullable URI address) {
    if (address != null) {
      AddressKey.of(address)
          .filter(AddressKey::specific)
          .filter(it -> !addresses.contains(it))
          .ifPresent(addresses::add);
    }
  }

  private static Optional<String> number(AddressKey address) {
    Matcher it = LONG_NUMBER.matcher(address.path());
    Optional<String> longest = Optional.empty();
    while (it.find()) {
      String number = String.valueOf(it.group());
      if (!DATE_NUMBER.matcher(number).matches()
          && number.length() > longest.map(String::length).orElse(0)) {
        longest = Optional.of(number);
      }
    }
    return longest;
  }

  private static IdentityKey addressKey(AddressKey it) {
    return IdentityKey.of(IdentityKey.Kind.ADDRESS, it.toString(), it.toString());
  }

  private static IdentityKey itemKey(String sourceId, String comparable) {
    String shown = comparable.substring(4);
    return comparable.startsWith("own:")
        ? scoped(IdentityKey.Kind.ITEM, sourceId, comparable, shown)
        : IdentityKey.of(IdentityKey.Kind.ITEM, comparable, shown);
  }

  private static IdentityKey scoped(
      IdentityKey.Kind kind, String sourceId, String value, String shown) {
    return IdentityKey.of(kind, sourceId + "\n" + value, shown);
  }
}
