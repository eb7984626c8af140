package syndication.ingest.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.ParsedArticle;

/// The hash of what an article says after cleaning. It decides whether there is a revision, so
/// nothing is in it that changes by itself: dates, link parameters, related stories.
public final class ContentHash {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ContentHash() {}

  /// @return 64 hex digits
  public static String of(ParsedArticle article) {
    MessageDigest digest = sha256();
    add(digest, "title", article.title());
    add(digest, "text", article.body().text());
    article.body().blocks().forEach(it -> add(digest, "block", form(it)));
    add(digest, "description", article.description());
    add(digest, "byline", article.byline());
    add(digest, "correction", article.notes().correction());
    add(digest, "editorial", article.notes().editorial());
    add(digest, "holder", article.rights().holder());
    add(digest, "notice", article.rights().notice());
    add(digest, "terms", article.rights().usageTerms());
    add(digest, "right", article.rights().syndication().name());
    article.categories().stream()
        .map(it -> it.toLowerCase(Locale.ROOT))
        .sorted()
        .forEach(it -> add(digest, "category", it));
    article.mentions().stream()
        .map(it -> it.kind() + "\n" + it.name() + "\n" + it.uri())
        .sorted()
        .forEach(it -> add(digest, "mention", it));
    article.media().forEach(it -> add(digest, "media", it.address().getPath()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String form(Block block) {
    return switch (block) {
      case Block.Heading it -> "h" + it.level();
      case Block.Paragraph _ -> "p";
      case Block.Listing it -> it.ordered() ? "ol" : "ul";
      case Block.Quote _ -> "quote";
      case Block.Table _ -> "table";
      case Block.Preformatted _ -> "pre";
      case Block.Figure it -> "figure " + it.image().getPath() + " " + it.caption();
      case Block.Embed it -> "embed " + it.address().getHost() + it.address().getPath();
    };
  }

  private static void add(MessageDigest digest, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    String plain = Normalizer.normalize(value, Normalizer.Form.NFC).replace(' ', ' ');
    String form = field + "\0" + SPACE.matcher(plain).replaceAll(" ").strip() + "\0";
    digest.update(form.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
