package syndication.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the demo's origin publishes: texts of our own in the shape of real pages, with figures that
/// differ from run to run, so that a second run brings news and not copies.
final class DemoTexts {

  private final Map<String, String> values;
  private final int run;

  /// @param run 1 for the first demo of this installation
  DemoTexts(int run, String origin) {
    this.run = run;
    this.values =
        Map.of(
            "run", Integer.toString(run),
            "origin", origin,
            "days", Integer.toString(700 + run),
            "cost", Integer.toString(45 + run),
            "wind", Integer.toString(120 + run),
            "minutes", Integer.toString(19 + run),
            "year", Integer.toString(1640 + run));
  }

  /// An article's part of the address; each run has its own.
  String slug(String name) {
    return name + "-" + run;
  }

  String bridgeHeadline() {
    return filled("Harbour bridge reopens after {{days}} days of repairs");
  }

  String bridge() {
    return filled(resource("bridge.html"));
  }

  /// The same with another figure for the cost and a word about it.
  String bridgeCorrected() {
    return bridge()
            .replace("%s million euros".formatted(values.get("cost")), 60 + run + " million euros")
        + "<p>Correction: "
        + correctionNote()
        + "</p>\n";
  }

  String correctionNote() {
    return "An earlier version of this article gave the cost as %s million euros."
        .formatted(values.get("cost"));
  }

  String stormHeadline() {
    return filled("Storm with winds of {{wind}} km/h cuts power in the west of Ireland");
  }

  String storm() {
    return filled(resource("storm.html"));
  }

  String ferryHeadline() {
    return filled("Night ferry will sail every {{minutes}} minutes from December");
  }

  String ferryPage() {
    return filled(resource("ferry.page.html"));
  }

  String museumHeadline() {
    return filled("City museum buys a map from {{year}} that nobody had seen for a century");
  }

  String museumText() {
    return filled(resource("museum.txt"));
  }

  private String filled(String template) {
    String it = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      it = it.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return it;
  }

  private static String resource(String name) {
    try (InputStream in = DemoTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
