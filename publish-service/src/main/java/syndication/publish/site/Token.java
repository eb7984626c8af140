package syndication.publish.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parts of addresses: lower-case ASCII letters, digits and hyphens.
public final class Token {

  /// Long enough for any headline's first words, short enough for an address bar.
  private static final int SLUG_LENGTH_MAX = 60;

  private static final int TOKEN_LENGTH_MAX = 80;
  private static final int HASH_BYTES = 4;

  /// 80 bits: among a thousand million articles two share one with a chance of one in a million.
  private static final int ARTICLE_BYTES = 10;

  private static final Pattern SAFE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  // `person/ada-marsh`: two hyphens stand for the slash, which no safe id has.
  private static final Pattern TYPED =
      Pattern.compile("(?<type>[a-z]+)/(?<name>[a-z0-9]+(-[a-z0-9]+)*)");

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final String MEDIA_TOPIC = "medtop:";

  private Token() {}

  /// The part of an address that stands for an article for good, whatever its headline becomes.
  ///
  /// @return 20 hexadecimal digits
  public static String ofArticle(String articleId) {
    return HexFormat.of().formatHex(sha256(articleId), 0, ARTICLE_BYTES);
  }

  /// The article's token in an address: at its end, or that of the article whose UUID the address
  /// is, so that whoever knows the articleId finds the page.
  public static String inAddress(String address) {
    return UUID.matcher(address).matches()
        ? ofArticle("urn:uuid:" + address)
        : address.substring(address.lastIndexOf('-') + 1);
  }

  /// The part of an address that stands for a tag, topic, source or language. Different ids give
  /// different tokens: what had to be changed to be safe carries a hash of the id.
  public static String of(String id) {
    String plain = id.startsWith(MEDIA_TOPIC) ? id.substring(MEDIA_TOPIC.length()) : id;
    Matcher typed = TYPED.matcher(plain);
    if (typed.matches() && plain.length() <= TOKEN_LENGTH_MAX) {
      return typed.group("type") + "--" + typed.group("name");
    }
    if (plain.length() <= TOKEN_LENGTH_MAX && SAFE.matcher(plain).matches()) {
      return plain;
    }
    String slug = slug(id);
    String hash = HexFormat.of().formatHex(sha256(id), 0, HASH_BYTES);
    return slug.isEmpty() ? hash : slug + "-" + hash;
  }

  /// The readable part of an address: the text's first words, or nothing where none can be spelled
  /// in ASCII.
  public static String slug(String text) {
    String ascii = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String words = OTHERS.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = strip(words);
    if (trimmed.length() <= SLUG_LENGTH_MAX) {
      return trimmed;
    }
    int end = trimmed.lastIndexOf('-', SLUG_LENGTH_MAX);
    return trimmed.substring(0, end > 0 ? end : SLUG_LENGTH_MAX);
  }

  private static String strip(String words) {
    int from = words.startsWith("-") ? 1 : 0;
    int to = words.endsWith("-") ? words.length() - 1 : words.length();
    return from < to ? words.substring(from, to) : "";
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
