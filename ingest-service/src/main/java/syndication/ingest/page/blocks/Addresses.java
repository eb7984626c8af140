package syndication.ingest.page.blocks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes absolute web addresses of what pages write into `href` and `src`.
public final class Addresses {

  /// Longer addresses are data or traps.
  private static final int ADDRESS_CHARS_MAX = 2_000;

  private Addresses() {}

  /// The absolute `http` or `https` address, or `null` when it is not one.
  public static @Nullable URI resolve(@Nullable URI base, String written) {
    String address = written.strip();
    if (address.isEmpty() || address.length() > ADDRESS_CHARS_MAX || address.startsWith("#")) {
      return null;
    }
    URI parsed = parse(escaped(address));
    if (parsed == null) {
      return null;
    }
    URI absolute = base == null || parsed.isAbsolute() ? parsed : base.resolve(parsed);
    String scheme = absolute.getScheme();
    boolean web =
        scheme != null
            && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
            && absolute.getHost() != null;
    return web ? absolute : null;
  }

  private static @Nullable URI parse(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /// Browsers accept spaces, quotes, braces and bars in addresses; `URI` does not.
  private static String escaped(String address) {
    StringBuilder out = null;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean percent = c == '%' && !isEscape(address, i);
      if (percent || c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0) {
        if (out == null) {
          out = new StringBuilder(address.length() + 16).append(address, 0, i);
        }
        if (c > ' ' || c == ' ') {
          out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
        }
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? address : out.toString();
  }

  private static boolean isEscape(String address, int at) {
    return at + 2 < address.length()
        && Character.digit(address.charAt(at + 1), 16) >= 0
        && Character.digit(address.charAt(at + 2), 16) >= 0;
  }
}
