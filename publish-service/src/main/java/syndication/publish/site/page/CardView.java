package syndication.publish.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.publish.site.Addresses;
import syndication.publish.site.Card;
import syndication.publish.site.Script;
import syndication.publish.site.Story;

/// An article in a list as its template needs it.
///
/// @param image address, or `null`
/// @param others the same story from elsewhere
public record CardView(
    String id,
    String href,
    String headline,
    @Nullable String teaser,
    String language,
    String direction,
    Link source,
    @Nullable String image,
    String imageAlt,
    @Nullable String topic,
    Moment listed,
    int readingMinutes,
    boolean corrected,
    List<CardView> others) {

  public CardView {
    others = List.copyOf(others);
  }

  static CardView of(Story story, Addresses addresses) {
    return of(
        story.lead(), addresses, story.others().stream().map(it -> of(it, addresses)).toList());
  }

  static CardView of(Card card, Addresses addresses) {
    return of(card, addresses, List.of());
  }

  private static CardView of(Card card, Addresses addresses, List<CardView> others) {
    return new CardView(
        "story-" + card.token(),
        addresses.article(card),
        card.headline(),
        card.teaser(),
        card.language(),
        Script.direction(card.language()),
        new Link(addresses.list(card.source().list()), card.source().label()),
        card.image() == null ? null : card.image().toString(),
        card.imageAlt(),
        card.topic(),
        Moment.of(card.listedAt()),
        card.readingMinutes(),
        card.corrected(),
        others);
  }
}
