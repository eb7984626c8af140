package syndication.ingest.politeness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells when it was not the origin but its bot protection that answered. It is named to the
/// operator, and never disguised against.
public final class BotProtection {

  private static final List<Integer> REFUSALS = List.of(401, 403, 405, 429, 503);
  private static final String CLOUDFLARE = "Cloudflare";

  /// Header names that only a product's own refusals carry.
  private static final Map<String, String> BY_HEADER =
      Map.of(
          "cf-mitigated", CLOUDFLARE,
          "x-datadome", "DataDome",
          "x-dd-b", "DataDome",
          "x-amzn-waf-action", "AWS WAF",
          "x-vercel-mitigated", "Vercel",
          "x-px-block", "HUMAN (PerimeterX)",
          "x-sucuri-block", "Sucuri",
          "x-kpsdk-ct", "Kasada");

  /// Words of the pages they show to people.
  private static final Map<String, String> BY_WORDS =
      Map.of(
          "just a moment...", CLOUDFLARE,
          "attention required! | cloudflare", CLOUDFLARE,
          "captcha-delivery.com", "DataDome",
          "px-captcha", "HUMAN (PerimeterX)",
          "_incapsula_resource", "Imperva",
          "request unsuccessful. incapsula", "Imperva",
          "sucuri website firewall", "Sucuri",
          "errors.edgesuite.net", "Akamai",
          "verify you are human", "a human check",
          "anubis_challenge", "Anubis");

  private BotProtection() {}

  /// @param headers with lower-case names
  /// @param start of the body as text
  /// @return the product's name
  public static Optional<String> named(int status, Map<String, String> headers, String start) {
    for (var it : BY_HEADER.entrySet()) {
      if (headers.containsKey(it.getKey())
          && (REFUSALS.contains(status) || it.getKey().equals("cf-mitigated"))) {
        return Optional.of(it.getValue());
      }
    }
    boolean html =
        headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).contains("html");
    if (!REFUSALS.contains(status) && !html) {
      return Optional.empty();
    }
    String words = start.toLowerCase(Locale.ROOT);
    return BY_WORDS.entrySet().stream()
        .filter(it -> words.contains(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
