package syndication.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Identifiers;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.feed.Fragments.Fragment;

/// Makes entries of feeds into articles.
public final class EntryArticles {

  private final Fragments fragments;

  public EntryArticles(Fragments fragments) {
    this.fragments = fragments;
  }

  /// @param receivedAt stands for a date where the source gives none, and holds one that is to come
  public ParsedReading read(Entry entry, Instant receivedAt) {
    var warnings = new ArrayList<>(entry.problems());
    EntryText text = EntryText.of(entry);
    String stated = entry.title() == null ? null : entry.title().plain();
    Fragment fragment =
        text.body() == null ? Fragment.EMPTY : fragments.read(text.html(), text.base(), stated);
    String title = title(entry, fragment, warnings);
    if (title == null) {
      return new ParsedReading.Unreadable(
          "feed.empty-entry", "neither a title nor a text", entry.position());
    }
    if (text.isTeaser()) {
      warnings.add("feed.summary-only: the feed gives the beginning of the text only");
    }
    warnings.addAll(fragment.warnings());
    String description = text.description();
    return new ParsedReading.Read(
        new ParsedArticle(
            identifiers(entry),
            title,
            fragment.body(),
            description != null && description.equals(fragment.body().text()) ? null : description,
            Bylines.of(entry.people().authors()),
            language(entry, text),
            dates(entry, receivedAt),
            EntryRights.of(entry.rights()),
            categories(entry),
            EntryMedia.of(entry, fragment.media()),
            related(entry, fragment),
            fragment.notes(),
            attribution(entry, fragment),
            fragment.removed(),
            warnings));
  }

  private static @Nullable String title(Entry entry, Fragment fragment, List<String> warnings) {
    String stated = entry.title() == null ? "" : entry.title().plain();
    if (!stated.isEmpty()) {
      return stated;
    }
    String subtitle = entry.subtitle() == null ? "" : entry.subtitle().plain();
    String derived = subtitle.isEmpty() ? Titles.from(fragment.body().text()) : subtitle;
    if (derived.isEmpty() && !entry.media().isEmpty()) {
      derived = Objects.requireNonNullElse(entry.media().getFirst().title(), "");
    }
    if (derived.isBlank()) {
      return null;
    }
    warnings.add("feed.no-title: the title is made from the text");
    return derived;
  }

  private static Identifiers identifiers(Entry entry) {
    URI canonical = null;
    URI address = entry.address();
    var others = new ArrayList<URI>();
    for (Link link : entry.links()) {
      boolean further = link.rel().equals("alternate") && !link.href().equals(address);
      switch (link.rel()) {
        case "canonical" -> canonical = link.href();
        case "amphtml", "shortlink" -> others.add(link.href());
        default -> {
          if (further) {
            others.add(link.href());
          }
        }
      }
    }
    return new Identifiers(entry.id(), address, canonical, others);
  }

  private static @Nullable String language(Entry entry, EntryText text) {
    Text body = text.body();
    String own = body == null ? null : body.language();
    return own == null ? entry.language() : own;
  }

  private static ParsedArticle.Dates dates(Entry entry, Instant receivedAt) {
    Dates dates = entry.dates();
    Instant effective = dates.effective();
    boolean future = effective != null && effective.isAfter(receivedAt);
    DateQuality quality =
        future && dates.quality() == DateQuality.STATED
            ? DateQuality.CLAMPED_FUTURE
            : dates.quality();
    return new ParsedArticle.Dates(
        effective == null || future ? receivedAt : effective,
        at(dates.updated()),
        quality,
        at(dates.validFrom()),
        at(dates.validUntil()));
  }

  private static @Nullable Instant at(@Nullable StatedDate date) {
    return date == null ? null : date.at();
  }

  private static List<String> categories(Entry entry) {
    var names = new ArrayList<String>();
    for (Category category : entry.categories()) {
      String name = category.label() == null ? category.term() : category.label();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<Related> related(Entry entry, Fragment fragment) {
    var related = new ArrayList<Related>();
    for (Link link : entry.links()) {
      if (link.rel().equals("related")) {
        related.add(new Related("related", link.title(), link.href()));
      }
    }
    related.addAll(fragment.related());
    return related;
  }

  private static @Nullable Attribution attribution(Entry entry, Fragment fragment) {
    FeedInfo source = entry.source();
    if (source != null) {
      String name = source.title() == null ? null : source.title().plain();
      return new Attribution(name, source.homePage(), source.self(), entry.id());
    }
    for (Link link : entry.links()) {
      if (link.rel().equals("via")) {
        return new Attribution(link.title(), link.href(), null, null);
      }
    }
    return fragment.attribution();
  }
}
