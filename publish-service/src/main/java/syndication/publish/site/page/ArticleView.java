package syndication.publish.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article as its page shows it.
///
/// @param published when the origin published it
/// @param publishedWord how sure that is: `Published`, or `First seen`
/// @param revised when this revision was made
/// @param note publishable words of a correction, or `null`
/// @param noteWord what kind of note it is
/// @param body sanitised HTML
/// @param origin the origin's own page, or `null`
/// @param originName who published it first
public record ArticleView(
    CardView card,
    @Nullable String byline,
    Moment published,
    String publishedWord,
    Moment revised,
    long revision,
    @Nullable String note,
    String noteWord,
    @Nullable String summary,
    boolean summaryByModel,
    @Nullable Picture picture,
    String body,
    @Nullable String origin,
    String originName,
    @Nullable String rights,
    List<Link> topics,
    List<Link> tags,
    List<CardView> also,
    List<CardView> related) {

  public ArticleView {
    topics = List.copyOf(topics);
    tags = List.copyOf(tags);
    also = List.copyOf(also);
    related = List.copyOf(related);
  }

  /// @param width in pixels, or `null` when not known
  public record Picture(
      String src,
      String alt,
      @Nullable String caption,
      @Nullable Integer width,
      @Nullable Integer height) {}
}
