package syndication.ingest.politeness;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An origin's wishes about robots (RFC 9309), with `Crawl-delay`, which many write though no
/// standard has it.
public final class RobotsTxt {

  /// What RFC 9309 asks a reader to read at least.
  public static final int CHARS_MAX = 500 * 1024;

  /// Longer ones mean never, and nobody means never.
  private static final double CRAWL_DELAY_SECONDS_MAX = 24 * 3600.0;

  private static final String EVERYBODY = "*";

  private final List<Rule> rules;
  private final Duration crawlDelay;

  private record Rule(boolean allow, String pattern) {}

  private static final class Group {
    private final List<String> agents = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private boolean closed;
  }

  private RobotsTxt(List<Rule> rules, Duration crawlDelay) {
    this.rules = List.copyOf(rules);
    this.crawlDelay = crawlDelay;
  }

  /// Everything is allowed.
  public static RobotsTxt open() {
    return new RobotsTxt(List.of(), Duration.ZERO);
  }

  /// @param agent our product's name, without a version
  public static RobotsTxt read(String text, String agent) {
    List<Group> groups = new ArrayList<>();
    text.substring(0, Math.min(text.length(), CHARS_MAX)).lines().forEach(it -> line(it, groups));
    List<Group> ours = of(agent.toLowerCase(Locale.ROOT), groups);
    List<Rule> rules = new ArrayList<>();
    Duration delay = Duration.ZERO;
    for (Group group : ours.isEmpty() ? of(EVERYBODY, groups) : ours) {
      rules.addAll(group.rules);
      delay = group.delay.compareTo(delay) > 0 ? group.delay : delay;
    }
    return new RobotsTxt(rules, delay);
  }

  /// Whether an address may be fetched: the longest rule that fits decides, and of two the kinder.
  public boolean allows(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String target = path.isEmpty() ? "/" : path;
    target = address.getRawQuery() == null ? target : target + "?" + address.getRawQuery();
    Optional<Rule> best = Optional.empty();
    for (Rule rule : rules) {
      if (fits(rule.pattern(), target)
          && (best.isEmpty()
              || rule.pattern().length() > best.get().pattern().length()
              || (rule.pattern().length() == best.get().pattern().length() && rule.allow()))) {
        best = Optional.of(rule);
      }
    }
    return best.isEmpty() || best.get().allow();
  }

  /// Between two requests to the origin at least; zero when it did not say.
  public Duration crawlDelay() {
    return crawlDelay;
  }

  private static void line(String line, List<Group> groups) {
    int comment = line.indexOf('#');
    String it = (comment < 0 ? line : line.substring(0, comment)).strip();
    int colon = it.indexOf(':');
    if (colon < 0) {
      return;
    }
    String field = it.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = it.substring(colon + 1).strip();
    if (field.equals("user-agent")) {
      agent(value, groups);
    } else if (!groups.isEmpty()) {
      field(field, value, groups.getLast());
    }
  }

  private static void agent(String value, List<Group> groups) {
    if (groups.isEmpty() || groups.getLast().closed) {
      groups.add(new Group());
    }
    String name = value.toLowerCase(Locale.ROOT);
    int slash = name.indexOf('/');
    groups.getLast().agents.add(slash < 0 ? name : name.substring(0, slash));
  }

  private static void field(String field, String value, Group group) {
    switch (field) {
      case "allow", "disallow" -> {
        group.closed = true;
        if (!value.isEmpty()) {
          group.rules.add(new Rule(field.equals("allow"), value));
        }
      }
      case "crawl-delay" -> {
        group.closed = true;
        group.delay = seconds(value);
      }
      default -> {
        // Sitemaps and the like belong to no group.
      }
    }
  }

  private static Duration seconds(String value) {
    try {
      double seconds = Double.parseDouble(value);
      return seconds > 0
          ? Duration.ofMillis((long) (Math.min(seconds, CRAWL_DELAY_SECONDS_MAX) * 1000))
          : Duration.ZERO;
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  private static List<Group> of(String agent, List<Group> groups) {
    return groups.stream().filter(it -> it.agents.contains(agent)).toList();
  }

  // `*` stands for anything, `$` at the end for the end. Greedy matching with one fallback point.
  private static boolean fits(String pattern, String target) {
    boolean anchored = pattern.endsWith("$");
    String rule = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
    String[] parts = rule.split("\\*", -1);
    if (!target.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (last && anchored) {
        return target.length() - parts[i].length() >= at && target.endsWith(parts[i]);
      }
      int found = target.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !anchored || at == target.length();
  }
}
