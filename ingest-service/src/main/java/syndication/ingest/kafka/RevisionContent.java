package syndication.ingest.kafka;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.nearduplicate.Words;
import syndication.ingest.normalise.Event;
import syndication.schema.AltId;
import syndication.schema.ArticleRevised;
import syndication.schema.Association;
import syndication.schema.Body;
import syndication.schema.Concept;
import syndication.schema.InfoSource;
import syndication.schema.Removed;
import syndication.schema.Rendition;
import syndication.schema.RepresentationType;
import syndication.schema.Rights;
import syndication.schema.SyndicationRight;
import syndication.schema.Text;

/// Translates what a revision's article says, and by what names it is known, to the wire form.
final class RevisionContent {

  private RevisionContent() {}

  static void describe(ArticleRevised.Builder builder, ParsedArticle it) {
    Instant modified = it.dates().modified();
    URI canonical = canonical(it);
    builder
        .setHeadlines(List.of(plain(it.title())))
        .setLanguage(it.language())
        .setBy(it.byline())
        .setEmbargoedUntil(it.dates().embargoedUntil())
        .setExpires(it.dates().expires())
        .setContentModified(modified)
        .setDateQuality(quality(it.dates().quality()))
        .setCanonicalUrl(text(canonical))
        .setEdNote(it.notes().editorial())
        .setInfoSources(infoSources(it))
        .setRights(
            Rights.newBuilder()
                .setCopyrightHolder(it.rights().holder())
                .setCopyrightNotice(it.rights().notice())
                .setUsageTerms(it.rights().usageTerms())
                .setSyndicationRight(SyndicationRight.valueOf(it.rights().syndication().name()))
                .build());
  }

  static void content(ArticleRevised.Builder builder, ParsedArticle it) {
    String plain = it.body().text();
    builder
        .setRepresentationType(
            plain.isEmpty() ? RepresentationType.PARTIAL : RepresentationType.FULL)
        .setDescriptions(it.description() == null ? List.of() : List.of(plain(it.description())))
        .setSubjects(
            it.categories().stream()
                .map(name -> Concept.newBuilder().setName(name).setCreator("source").build())
                .toList())
        .setPeople(mentioned(it, ParsedArticle.Mention.Kind.PERSON))
        .setOrganisations(mentioned(it, ParsedArticle.Mention.Kind.ORGANISATION))
        .setPlaces(mentioned(it, ParsedArticle.Mention.Kind.PLACE))
        .setRenditions(renditions(it))
        .setAssociations(associations(it))
        .setWarnings(it.warnings())
        .setRemoved(
            it.removed().stream()
                .map(cut -> Removed.newBuilder().setRule(cut.rule()).setText(cut.text()).build())
                .toList());
    if (!it.body().blocks().isEmpty()) {
      int words = Words.of(plain).size();
      builder.setBodies(
          List.of(
              body("text/html", it.body().html(), plain.length(), words),
              body("text/plain", plain, plain.length(), words)));
    }
  }

  private static List<Concept> mentioned(ParsedArticle article, ParsedArticle.Mention.Kind kind) {
    return article.mentions().stream()
        .filter(it -> it.kind() == kind)
        .map(it ->
            Concept.newBuilder().setName(it.name()).setUri(it.uri()).setCreator("source").build())
        .toList();
  }

  private static Body body(String contentType, String value, int chars, int words) {
    return Body.newBuilder()
        .setContentType(contentType)
        .setCharCount(chars)
        .setWordCount(words)
        .setValue(value)
        .build();
  }

  private static List<Rendition> renditions(ParsedArticle article) {
    List<Rendition> all = new ArrayList<>();
    for (ParsedArticle.Media it : article.media()) {
      all.add(
          Rendition.newBuilder()
              .setName(it.type())
              .setHref(it.address().toString())
              .setContentType(it.contentType())
              .setTitle(it.caption())
              .setCredit(it.credit())
              .setWidth(it.width())
              .setHeight(it.height())
              .build());
    }
    for (Block block : article.body().blocks()) {
      if (block instanceof Block.Figure it
          && article.media().stream().noneMatch(m -> m.address().equals(it.image()))) {
        all.add(
            Rendition.newBuilder()
                .setName("image")
                .setHref(it.image().toString())
                .setTitle(it.caption() == null ? it.alt() : it.caption())
                .setCredit(it.credit())
                .build());
      }
    }
    return all;
  }

  private static List<Association> associations(ParsedArticle article) {
    List<Association> all = new ArrayList<>();
    for (ParsedArticle.Related it : article.related()) {
      all.add(
          Association.newBuilder()
              .setName(it.rel() + "-" + (all.size() + 1))
              .setRel(it.rel())
              .setUri(text(it.address()))
              .setHeadline(it.headline())
              .build());
    }
    return all;
  }

  private static List<InfoSource> infoSources(ParsedArticle article) {
    ParsedArticle.Attribution it = article.attribution();
    return it == null
        ? List.of()
        : List.of(
            InfoSource.newBuilder()
                .setName(it.name())
                .setRole("originator")
                .setUri(text(it.address() == null ? it.feed() : it.address()))
                .setLiteral(it.itemId())
                .build());
  }

  static List<AltId> altIds(Event.Revised event, ParsedArticle article) {
    List<AltId> all = new ArrayList<>();
    ParsedArticle.Identifiers names = article.identifiers();
    add(all, "canonicalUrl", text(canonical(article)));
    add(all, "permalink", text(names.address()));
    add(all, "sourceGuid", names.sourceItemId());
    for (String it : event.itemIds()) {
      if (!it.equals(names.sourceItemId())) {
        add(all, "evolvedFrom", it);
      }
    }
    return all;
  }

  private static void add(List<AltId> all, String role, @Nullable String value) {
    if (value != null) {
      all.add(AltId.newBuilder().setRole(role).setValue(value).build());
    }
  }

  private static @Nullable URI canonical(ParsedArticle it) {
    ParsedArticle.Attribution origin = it.attribution();
    if (it.identifiers().canonical() != null) {
      return it.identifiers().canonical();
    }
    return origin != null && origin.address() != null && it.identifiers().address() == null
        ? origin.address()
        : it.identifiers().address();
  }

  private static syndication.schema.DateQuality quality(DateQuality it) {
    return switch (it) {
      case STATED -> syndication.schema.DateQuality.STATED;
      case INFERRED -> syndication.schema.DateQuality.INFERRED;
      case CLAMPED_FUTURE -> syndication.schema.DateQuality.CLAMPED_FUTURE;
      case FETCH_TIME -> syndication.schema.DateQuality.FETCH_TIME;
    };
  }

  private static Text plain(String value) {
    return Text.newBuilder().setContentType("text/plain").setValue(value).build();
  }

  static @Nullable String text(@Nullable URI address) {
    return Optional.ofNullable(address).map(URI::toString).orElse(null);
  }
}
