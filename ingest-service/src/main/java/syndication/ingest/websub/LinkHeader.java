package syndication.ingest.websub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// HTTP's `Link` header (RFC 8288), as far as relations are concerned. What is not in its form is
/// left out.
final class LinkHeader {

  /// No origin has reason to send more.
  private static final int CHARS_MAX = 16 * 1024;

  private static final Pattern LINK =
      Pattern.compile("<([^<>]*+)>((?:\\s*+;\\s*+[^;,\"=<>]++(?:=(?:\"[^\"]*+\"|[^;,\"]*+))?+)*+)");
  private static final Pattern REL =
      Pattern.compile(
          ";\\s*+rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^;,\\s\"]++))", Pattern.CASE_INSENSITIVE);

  private record Target(String relations, URI address) {}

  private final List<Target> targets;

  private LinkHeader(List<Target> targets) {
    this.targets = targets;
  }

  static LinkHeader read(@Nullable String value, URI base) {
    List<Target> found = new ArrayList<>();
    String text = value == null ? "" : value.substring(0, Math.min(CHARS_MAX, value.length()));
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      String relations = relations(String.valueOf(link.group(2)));
      try {
        URI address = base.resolve(String.valueOf(link.group(1)).strip());
        found.add(new Target(" " + relations + " ", address));
      } catch (IllegalArgumentException e) {
        // Not an address: no link.
      }
    }
    return new LinkHeader(found);
  }

  /// The targets of a relation, in their order.
  List<URI> targets(String relation) {
    return targets.stream()
        .filter(it -> it.relations().contains(" " + relation + " "))
        .map(Target::address)
        .toList();
  }

  // Of several parameters `rel` the first counts.
  private static String relations(String parameters) {
    Matcher rel = REL.matcher(parameters);
    if (!rel.find()) {
      return "";
    }
    String quoted = rel.group(1);
    String it = quoted == null ? String.valueOf(rel.group(2)) : quoted;
    return it.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }
}
