package syndication.ingest.ninjs;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the texts of ninjs items that come in several roles.
final class NinjsTexts {

  private static final Pattern TAGS = Pattern.compile("<[^>]*>");

  /// Elements whose content is no text.
  private static final Pattern CODE =
      Pattern.compile("<(script|style)\\b[^>]*>.*?(?:</\\1\\s*>|$)", CASE_INSENSITIVE | DOTALL);

  private NinjsTexts() {}

  /// The main text of `headlines` or `descriptions`: without a role or with role `main`, else the
  /// first.
  static @Nullable String main(JsonNode root, String name, Fields fields) {
    String first = null;
    int index = 0;
    for (JsonNode it : fields.objects(root, "", name)) {
      String value = fields.text(it, name + "/" + index++, "value");
      String role = it.path("role").asString("main").toLowerCase(Locale.ROOT);
      if (value == null) {
        continue;
      }
      String plain = TAGS.matcher(CODE.matcher(value).replaceAll("")).replaceAll("").strip();
      if (plain.isEmpty()) {
        continue;
      }
      if (role.endsWith("main")) {
        return plain;
      }
      first = first == null ? plain : first;
    }
    return first;
  }

  static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
