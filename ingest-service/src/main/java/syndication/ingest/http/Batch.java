package syndication.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import syndication.ingest.source.Received;
import syndication.ingest.source.SourceId;
import syndication.schema.topic.Topic;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Many articles in one request, one ninjs document a line; each line has its own answer.
final class Batch {

  /// What one request may hold in memory here.
  static final int BYTES_MAX = 16 * 1024 * 1024;

  /// So that a batch is confirmed well within a client's patience.
  static final int LINES_MAX = 1_000;

  private final List<Line> lines = new ArrayList<>();

  private record Line(@Nullable Received received, @Nullable Problem problem) {}

  private Batch() {}

  /// @throws ProblemException when it has no line, or too many
  static Batch read(SourceId source, HttpServletRequest request, byte[] body, SubmissionForm form) {
    var batch = new Batch();
    int begin = 0;
    while (begin < body.length) {
      int end = begin;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      byte[] line = Arrays.copyOfRange(body, begin, end);
      if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
        batch.add(source, request, line, form);
      }
      begin = end + 1;
    }
    if (batch.lines.isEmpty()) {
      throw tooMany(0);
    }
    return batch;
  }

  private void add(SourceId source, HttpServletRequest request, byte[] line, SubmissionForm form) {
    if (lines.size() >= LINES_MAX) {
      throw tooMany(lines.size() + 1);
    }
    if (line.length > Topic.BODY_BYTES_MAX) {
      lines.add(
          new Line(
              null,
              Problem.of(
                  Problem.Kind.TOO_LARGE,
                  "line: %d bytes (expected: at most %d)"
                      .formatted(line.length, Topic.BODY_BYTES_MAX))));
      return;
    }
    try {
      lines.add(new Line(form.article(source, request, MediaType.APPLICATION_JSON, line), null));
    } catch (ProblemException e) {
      lines.add(new Line(null, e.problem()));
    }
  }

  int lines() {
    return lines.size();
  }

  List<Received> received() {
    List<Received> it = new ArrayList<>();
    for (Line line : lines) {
      if (line.received() != null) {
        it.add(line.received());
      }
    }
    return it;
  }

  /// One line for each line that came, in the same order.
  String answer(JsonMapper json) {
    var out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      ObjectNode answer = json.createObjectNode().put("line", i + 1);
      Object content = line.received() != null ? Accepted.of(line.received()) : line.problem();
      answer.setAll((ObjectNode) json.valueToTree(content));
      out.append(json.writeValueAsString(answer)).append('\n');
    }
    return out.toString();
  }

  private static ProblemException tooMany(int found) {
    return Problem.invalid(
            List.of(new Problem.FieldError("lines", Integer.toString(found), "1 to " + LINES_MAX)))
        .asException();
  }
}
