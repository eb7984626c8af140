package syndication.ingest.tryout;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.PageArticle;
import syndication.ingest.page.PageReader;
import syndication.ingest.page.PageReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `./syndicate try page DIR OUT.json`: every page of a folder through the page reader.
public final class TryPages {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PASSES_MAX = 1_000;
  private static final int WRONG_USAGE = 64;

  private TryPages() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, System.getenv(), System.err));
  }

  static int run(String[] arguments, Map<String, String> environment, PrintStream messages)
      throws IOException {
    if (arguments.length != 2 || !Files.isDirectory(Path.of(arguments[0]))) {
      messages.println("usage: try page DIR OUT.json (DIR: a folder of .html files)");
      return WRONG_USAGE;
    }
    SortedMap<String, byte[]> pages = pages(Path.of(arguments[0]));
    Map<String, URI> addresses = addresses(environment.get("EVAL_URLS"));
    int passes = passes(environment.get("EVAL_PASSES"));
    var reader = new PageReader();
    Map<String, PageReading> readings = new HashMap<>();
    long wall = 0;
    long cpu = 0;
    for (int pass = 0; pass < passes; pass++) {
      readings.clear();
      long wallBefore = System.nanoTime();
      long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      pages.forEach((id, bytes) -> readings.put(id, reader.read(bytes, null, addresses.get(id))));
      wall = System.nanoTime() - wallBefore;
      cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
    }
    ObjectNode out = JSON.createObjectNode();
    pages.keySet().forEach(id -> out.set(id, answer(readings.get(id))));
    ObjectNode meta = out.putObject("_meta");
    meta.put("version", version());
    meta.put("pages", pages.size());
    meta.put("seconds", wall / 1e9);
    meta.put("cpuSeconds", cpu / 1e9);
    Files.writeString(Path.of(arguments[1]), JSON.writeValueAsString(out));
    return 0;
  }

  private static String version() {
    Package here = TryPages.class.getPackage();
    String version = here == null ? null : here.getImplementationVersion();
    return version == null ? "working copy" : version;
  }

  private static ObjectNode answer(@Nullable PageReading reading) {
    ObjectNode answer = JSON.createObjectNode();
    switch (reading) {
      case PageReading.Read(PageArticle article) -> article(answer, article);
      case PageReading.Unreadable unreadable -> {
        answer.put("articleBody", "");
        answer.put("error", unreadable.reason());
        answer.put("rule", unreadable.rule());
      }
      case null -> answer.put("articleBody", "");
    }
    return answer;
  }

  private static void article(ObjectNode answer, PageArticle article) {
    answer.put("title", article.title());
    answer.put("byline", article.byline());
    answer.put("publishedTime", article.publishedAsWritten());
    answer.put("siteName", article.siteName());
    answer.put("lang", article.language());
    answer.put("image", text(article.image()));
    answer.put("canonicalUrl", text(article.canonical()));
    answer.put("articleBody", article.body().text());
  }

  private static @Nullable String text(@Nullable URI address) {
    return address == null ? null : address.toString();
  }

  private static SortedMap<String, byte[]> pages(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".html")).toList();
    }
    var pages = new TreeMap<String, byte[]>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      pages.put(name.substring(0, name.length() - ".html".length()), Files.readAllBytes(file));
    }
    return pages;
  }

  private static Map<String, URI> addresses(@Nullable String file) throws IOException {
    var addresses = new HashMap<String, URI>();
    if (file != null && Files.isReadable(Path.of(file))) {
      JsonNode root = JSON.readTree(Files.readString(Path.of(file)));
      for (Map.Entry<String, JsonNode> entry : root.properties()) {
        URI address = address(entry.getValue().asString(""));
        if (address != null) {
          addresses.put(entry.getKey(), address);
        }
      }
    }
    return addresses;
  }

  private static @Nullable URI address(String text) {
    try {
      return text.isBlank() ? null : URI.create(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static int passes(@Nullable String text) {
    return text != null && text.matches("[1-9]\\d{0,3}")
        ? Math.min(Integer.parseInt(text), PASSES_MAX)
        : 1;
  }
}
