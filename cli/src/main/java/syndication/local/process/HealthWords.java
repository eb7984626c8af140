package syndication.local.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a service's own health components say, in one line for people.
final class HealthWords {

  private static final int OK = 200;

  private HealthWords() {}

  /// @param health as the service answered: `{"status", "components": {name: {"status",
  ///   "details"}}}`
  static Health of(int status, JsonNode health) {
    List<String> complaints = said(health, Set.of("DOWN", "OUT_OF_SERVICE"));
    if (status != OK) {
      return Health.unwell(
          complaints.isEmpty()
              ? "says " + health.path("status").asText("nothing")
              : String.join("; ", complaints));
    }
    // What is known not to be there and does no harm is told all the same.
    List<String> remarks = said(health, Set.of("UNKNOWN"));
    return Health.well(remarks.isEmpty() ? "ready" : "ready; " + String.join("; ", remarks));
  }

  private static List<String> said(JsonNode health, Set<String> statuses) {
    List<String> it = new ArrayList<>();
    health
        .path("components")
        .properties()
        .forEach(component -> {
          List<String> details = details(component.getValue());
          if (statuses.contains(component.getValue().path("status").asText())
              && !details.isEmpty()) {
            it.add(component.getKey() + ": " + String.join(", ", details));
          }
        });
    return it;
  }

  private static List<String> details(JsonNode component) {
    List<String> it = new ArrayList<>();
    component
        .path("details")
        .properties()
        .forEach(detail -> {
          String value =
              detail.getValue().isValueNode()
                  ? detail.getValue().asText()
                  : detail.getValue().toString();
          it.add(
              switch (detail.getKey()) {
                case "reason", "error" -> value;
                case "waitingFor" -> "waits for " + value;
                case String name -> name + " " + value;
              });
        });
    return it;
  }
}
