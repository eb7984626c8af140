package syndication.ingest.identity;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A web address without what may differ between two links to the same article: scheme, host
/// variants for phones, default ports, tracking and session parameters, AMP, trailing slashes,
/// fragments.
///
/// @param host lower case ASCII, without `www.`
/// @param path with query where one is left; empty for the home page
public record AddressKey(String host, String path) {

  private static final Pattern HOST_VARIANT =
      Pattern.compile("^(www\\d?|m|mobile|amp)\\.(?=.*\\.)");
  private static final Pattern SESSION_IN_PATH =
      Pattern.compile(";(jsessionid|phpsessid|sid|sessionid)=[^/;]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern AMP_PATH =
      Pattern.compile("(/amp|\\.amp|/amp\\.html|\\.amp\\.html)$");
  private static final Pattern INDEX = Pattern.compile("/(index|default)\\.(html?|php|aspx?|jsp)$");
  private static final Pattern AMP_CACHE =
      Pattern.compile("^/(?:[cvi]/|amp/)?(?:s/)?([a-z0-9.-]+\\.[a-z]{2,}/.*)$");

  /// Parameters that say where the reader came from. Names are public knowledge: campaign
  /// parameters of the large platforms and of newsletter tools.
  private static final Pattern TRACKING =
      Pattern.compile(
          "(utm_|at_|mc_|mtm_|pk_|piwik_|hsa_|vero_|oly_|wt_|ns_|trk_|__|_hs).*"
              + "|(fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|yclid|mkt_tok"
              + "|_ga|_gl|cmpid|cmp|icid|ncid|ocid|ito|ref|ref_src|ref_url|referrer|smid|smtyp"
              + "|sh|share|shared|partner|guccounter|rss|feature|xtor|spm|s_cid|cid|ftag|sr_share"
              + "|amp|outputtype|output|m|print|noamp)");

  private static final Pattern SESSION =
      Pattern.compile("(php|asp|j)?sess(ion)?(_?id)?.*|sid|cfid|cftoken|zenid|oscsid|token|nonce");

  /// Parameters that are tracking only when they name a road.
  private static final Set<String> ROAD_NAMES =
      Set.of("source", "src", "from", "via", "origin", "medium", "campaign", "mod", "channel");

  private static final Pattern ROAD =
      Pattern.compile(
          ".*(rss|feed|atom|twitter|facebook|social|newsletter|e?mail|app|share|home).*");

  /// @return empty for an address that is not on the web
  public static Optional<AddressKey> of(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (address.getRawAuthority() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      return Optional.empty();
    }
    String host = host(address.getRawAuthority());
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    Optional<AddressKey> cached = ofAmpCache(host, path);
    if (cached.isPresent()) {
      return cached;
    }
    String query = query(address.getRawQuery());
    String fragment = address.getRawFragment();
    String route = fragment != null && fragment.startsWith("!") ? "#" + fragment : "";
    return Optional.of(
        new AddressKey(
            HOST_VARIANT.matcher(host).replaceFirst(""),
            path(path) + (query.isEmpty() ? "" : "?" + query) + route));
  }

  /// Whether it can be the address of one article: a home page can not.
  public boolean specific() {
    return !path.isEmpty();
  }

  @Override
  public String toString() {
    return host + path;
  }

  private static String host(String authority) {
    String host = authority.substring(authority.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    host = host.replaceFirst(":(80|443)?$", "").replaceFirst("\\.$", "");
    try {
      return host.chars().allMatch(it -> it < 128) ? host : IDN.toASCII(host);
    } catch (IllegalArgumentException e) {
      // Not a name that DNS could hold; it still tells addresses apart.
      return host;
    }
  }

  private static Optional<AddressKey> ofAmpCache(String host, String path) {
    boolean cache = host.endsWith(".ampproject.org");
    boolean viewer = host.matches("(www\\.)?google\\.[a-z.]+") && path.startsWith("/amp/");
    Matcher inner = AMP_CACHE.matcher(path);
    return (cache || viewer) && inner.matches()
        ? of(URI.create("https://" + inner.group(1)))
        : Optional.empty();
  }

  private static String path(String raw) {
    String path = decoded(SESSION_IN_PATH.matcher(raw).replaceAll("")).replaceAll("/{2,}", "/");
    path = INDEX.matcher(path).replaceFirst("/");
    path = path.replaceFirst("/+$", "");
    path = AMP_PATH.matcher(path).replaceFirst("");
    return path.replaceFirst("^/amp(?=/)", "").replaceFirst("/+$", "");
  }

  private static String query(@org.jspecify.annotations.Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    return Arrays.stream(raw.split("[&;]"))
        .filter(it -> !it.isEmpty())
        .filter(AddressKey::meansSomething)
        .map(AddressKey::decoded)
        .sorted()
        .distinct()
        .collect(Collectors.joining("&"));
  }

  private static boolean meansSomething(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    String value = equals < 0 ? "" : parameter.substring(equals + 1).toLowerCase(Locale.ROOT);
    if (TRACKING.matcher(name).matches()) {
      // "?m=202611" of old blogs is a month's archive, "?cid=123" may be the article.
      return !name.startsWith("utm") && value.matches("\\d{3,}") && name.matches("m|cid");
    }
    if (ROAD_NAMES.contains(name) && ROAD.matcher(value).matches()) {
      return false;
    }
    return !SESSION.matcher(name).matches();
  }

  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign: the address stays as it is.
      return raw;
    }
  }
}
