package syndication.cli;

import static syndication.cli.api.ServiceApi.encoded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `post`: sends an article's file, as a source does.
@Command(
    name = "post",
    description = "Send an article's file as a source: ninjs .json, .ndjson, a page .html, .txt.")
final class PostCommand extends Answers {

  private static final String BATCH = "application/x-ndjson";

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      required = true,
      description = "The source's API key, from sources add or sources key.")
  private String key = "";

  @Option(names = "--url", defaultValue = "", description = "Where a page or text was published.")
  private String url = "";

  @Option(
      names = "--type",
      defaultValue = "",
      description = "Content type; default: by the file's name.")
  private String type = "";

  @Option(names = "--json")
  private boolean json;

  PostCommand(Workbench bench) {
    super(bench);
  }

  @Override
  public Integer call() {
    byte[] body = InputFile.bytes(file);
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + key);
    String path = "/api/articles" + (url.isEmpty() ? "" : "?url=" + encoded(url));
    String contentType = type.isEmpty() ? contentType(file.toString()) : type;
    if (contentType.startsWith(BATCH)) {
      // One line of JSON for each line sent.
      bench.out().print(bench.ingest().text("POST", path, contentType, body, headers));
      return ExitCode.FINE;
    }
    return show(bench.ingest().send("POST", path, contentType, body, headers), json);
  }

  static String contentType(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    return switch (extension) {
      case "json" -> "application/json";
      case "ndjson", "jsonl" -> BATCH;
      case "html", "htm", "xhtml" -> "text/html";
      case "txt", "text" -> "text/plain; charset=utf-8";
      default ->
          throw new IllegalArgumentException(
              "FILE: %s (expected: .json, .ndjson, .html or .txt, or --type)".formatted(name));
    };
  }
}
