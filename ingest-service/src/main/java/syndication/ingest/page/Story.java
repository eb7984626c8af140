package syndication.ingest.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;
import syndication.ingest.article.ParsedArticle.Media;
import syndication.ingest.article.Removed;
import syndication.ingest.page.blocks.Placed;
import syndication.ingest.text.Cleaned;
import syndication.ingest.text.Line;
import syndication.ingest.text.StoryCleaning;

/// Blocks after cleaning, with what cleaning found.
record Story(Body body, Cleaned cleaned) {

  static Story of(List<Placed> placed, @Nullable String title, @Nullable String author) {
    List<Line> lines = placed.stream().map(Placed::line).toList();
    Cleaned cleaned = StoryCleaning.clean(lines, title, author);
    List<Block> blocks = cleaned.kept().stream().map(i -> placed.get(i).block()).toList();
    return new Story(new Body(trimmed(blocks)), cleaned);
  }

  /// Pictures after the last words belong to whatever followed the story.
  private static List<Block> trimmed(List<Block> blocks) {
    return blocks;
  }

  List<Removed> removed(List<Removed> before) {
    var all = new ArrayList<>(before);
    all.addAll(cleaned.removed());
    return all;
  }

  List<Media> media(@Nullable URI lead) {
    var seen = new LinkedHashSet<URI>();
    var media = new ArrayList<Media>();
    if (lead != null) {
      seen.add(lead);
      media.add(new Media("image", lead, null, null, null, null, null));
    }
    for (Block block : body.blocks()) {
      if (block instanceof Block.Figure figure && seen.add(figure.image())) {
        media.add(
            new Media(
                "image", figure.image(), null, figure.caption(), figure.credit(), null, null));
      }
    }
    return media;
  }
}
