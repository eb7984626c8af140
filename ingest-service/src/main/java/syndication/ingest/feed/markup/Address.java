package syndication.ingest.feed.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Resolves addresses as they stand in feeds: relative ones, ones with spaces and umlauts, and ones
/// that would run something when followed, which are refused.
public final class Address {

  /// Schemes that show or fetch something, or start a conversation; none that runs anything.
  private static final Set<String> SAFE_SCHEMES =
      Set.of(
          "acct", "bitcoin", "callto", "doi", "dweb", "feed", "ftp", "ftps", "gemini", "geo", "git",
          "gopher", "hdl", "http", "https", "imap", "info", "ipfs", "irc", "ircs", "isbn", "itms",
          "itpc", "magnet", "mailto", "matrix", "mid", "mms", "news", "nntp", "rsync", "rtmp",
          "rtsp", "sftp", "sip", "sips", "skype", "sms", "ssh", "svn", "tag", "tel", "telnet",
          "urn", "webcal", "xmpp");

  /// A longer address is a mistake or an attack; browsers stop here or earlier.
  private static final int CHARS_MAX = 8_192;

  private static final Pattern EXTRA_SLASHES = Pattern.compile("^((?i:https?)://)/+");

  private static final String UNSAFE_ASCII = "\"<>\\^`{|}";

  private Address() {}

  /// The address as a URI, resolved against the base if there is one; `null` when it is empty,
  /// unsafe or no address at all.
  public static @Nullable URI of(@Nullable String written, @Nullable URI base) {
    if (written == null) {
      return null;
    }
    String address = clean(written);
    if (address.isEmpty() || !isSafe(address)) {
      return null;
    }
    return resolve(address, base);
  }

  /// The address as it should stand in HTML; empty when it is unsafe, unchanged when it cannot be
  /// resolved.
  public static String inMarkup(String written, @Nullable URI base) {
    if (!isSafe(written)) {
      return "";
    }
    String address = clean(written);
    if (base == null || address.isEmpty() || address.startsWith("#")) {
      return address;
    }
    if (scheme(address) != null) {
      return address;
    }
    URI resolved = resolve(address, base);
    return resolved == null ? address : resolved.toString();
  }

  /// Whether following the address cannot run anything. Browsers skip spaces and control characters
  /// in a scheme, so this does too.
  public static boolean isSafe(String written) {
    var scheme = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == ':') {
        return SAFE_SCHEMES.contains(scheme.toString().toLowerCase(Locale.ROOT));
      }
      if (c == '/' || c == '?' || c == '#') {
        return true;
      }
      if (c > ' ' && c != '\u00A0' && !Character.isISOControl(c)) {
        scheme.append(c);
      }
    }
    return true;
  }

  /// The scheme in lower case, or `null` for a relative address.
  static @Nullable String scheme(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == ':') {
        return i == 0 ? null : address.substring(0, i).toLowerCase(Locale.ROOT);
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(i > 0 && other)) {
        return null;
      }
    }
    return null;
  }

  private static String clean(String written) {
    String stripped = written.strip();
    if (stripped.length() > CHARS_MAX) {
      return "";
    }
    var out = new StringBuilder(stripped.length());
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c != '\n' && c != '\r' && c != '\t' && !Character.isISOControl(c)) {
        out.append(c);
      }
    }
    return EXTRA_SLASHES.matcher(out).replaceFirst("$1");
  }

  private static @Nullable URI resolve(String address, @Nullable URI base) {
    URI uri = parse(address);
    if (uri == null || uri.isAbsolute() || base == null || base.isOpaque()) {
      return uri;
    }
    try {
      if (address.startsWith("?")) {
        String whole = base.toString();
        int cut = whole.indexOf('?') < 0 ? whole.indexOf('#') : whole.indexOf('?');
        return new URI((cut < 0 ? whole : whole.substring(0, cut)) + uri);
      }
      String path = base.getRawPath();
      URI from = path == null || path.isEmpty() ? new URI(base + "/") : base;
      return withoutDots(from.resolve(uri));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /// Dot segments that lead above the root are dropped, as browsers do.
  private static URI withoutDots(URI uri) throws URISyntaxException {
    String path = uri.getRawPath();
    if (path == null || !path.startsWith("/../")) {
      return uri;
    }
    String cut = path;
    while (cut.startsWith("/../")) {
      cut = cut.substring(3);
    }
    return new URI(uri.toString().replace(path, cut));
  }

  private static @Nullable URI parse(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      return parseEscaped(address);
    }
  }

  private static @Nullable URI parseEscaped(String address) {
    var out = new StringBuilder(address.length() + 16);
    boolean fragment = false;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean lonePercent = c == '%' && !isHex(address, i + 1);
      boolean secondHash = c == '#' && fragment;
      fragment |= c == '#';
      boolean bracket = (c == '[' || c == ']') && i > "https://[".length();
      if (c <= ' ' || UNSAFE_ASCII.indexOf(c) >= 0 || lonePercent || secondHash || bracket) {
        out.append(String.format("%%%02X", (int) c));
      } else if (Character.isSurrogate(c) || Character.isSpaceChar(c)) {
        int code = address.codePointAt(i);
        i += Character.charCount(code) - 1;
        for (byte b : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format("%%%02X", b & 0xFF));
        }
      } else {
        out.append(c);
      }
    }
    try {
      return new URI(out.toString());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isHex(String text, int at) {
    return at + 1 < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }
}
