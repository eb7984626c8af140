package syndication.ingest.tryout;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.Removed;
import syndication.ingest.text.TextArticle;
import syndication.ingest.text.TextReader;
import syndication.ingest.text.TextReading;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `./syndicate try text < page.txt`: one page's text as a clean article in JSON.
public final class TryText {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private TryText() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(System.in, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  static int run(InputStream in, PrintStream out) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    ObjectNode answer = JSON.createObjectNode();
    boolean read =
        switch (new TextReader().read(text, null)) {
          case TextReading.Read(TextArticle article) -> {
            article(answer, article);
            yield true;
          }
          case TextReading.Unreadable unreadable -> {
            answer.put("error", unreadable.reason());
            answer.put("rule", unreadable.rule());
            answer.put("position", unreadable.position());
            yield false;
          }
        };
    out.println(JSON.writeValueAsString(answer));
    return read ? 0 : 1;
  }

  private static void article(ObjectNode answer, TextArticle article) {
    answer.put("title", article.title());
    answer.put("byline", article.byline());
    answer.put("dateline", article.dateline());
    answer.put("body", article.body().text());
    ArrayNode blocks = answer.putArray("blocks");
    for (Block block : article.body().blocks()) {
      if (block instanceof Block.Paragraph paragraph) {
        blocks.add(paragraph.text());
      }
    }
    answer.put("edNote", article.notes().editorial());
    answer.put("correction", article.notes().correction());
    ArrayNode related = answer.putArray("related");
    for (Related one : article.related()) {
      ObjectNode node = related.addObject();
      node.put("rel", one.rel());
      node.put("headline", one.headline());
      node.put("address", string(one.address()));
    }
    attribution(answer, article.attribution());
    ArrayNode removed = answer.putArray("removed");
    for (Removed one : article.removed()) {
      removed.addObject().put("rule", one.rule()).put("text", one.text());
    }
    article.warnings().forEach(answer.putArray("warnings")::add);
  }

  private static void attribution(ObjectNode answer, @Nullable Attribution attribution) {
    if (attribution == null) {
      answer.putNull("attribution");
      return;
    }
    ObjectNode node = answer.putObject("attribution");
    node.put("name", attribution.name());
    node.put("address", string(attribution.address()));
  }

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
