package syndication.publish.site.page;

import gg.jte.generated.precompiled.JtearticleGenerated;
import gg.jte.generated.precompiled.JtegoneGenerated;
import gg.jte.generated.precompiled.JtelistGenerated;
import gg.jte.generated.precompiled.JtemessageGenerated;
import gg.jte.generated.precompiled.JtesearchGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.site.Addresses;
import syndication.publish.site.Card;
import syndication.publish.site.ListKind;
import syndication.publish.site.ListRef;
import syndication.publish.site.Listed;
import syndication.publish.site.Listing;
import syndication.publish.site.Place;
import syndication.publish.site.Shelf;
import syndication.publish.site.page.Frame.Feed;
import syndication.publish.site.page.Frame.Navigation;
import syndication.publish.site.page.Frame.Property;

/// Every page of the site as HTML. Pure: the same views give the same page.
public final class Pages {

  private static final int PAGE_CHARACTERS = 32 * 1024;

  private final Site site;
  private final Addresses paths;
  private final ArticleViews articles;

  public Pages(Site site) {
    this.site = site;
    this.paths = site.paths();
    this.articles = new ArticleViews(paths);
  }

  /// @param after where the page begins, or `null` for the first
  public String list(Shelf shelf, @Nullable Place after, Navigation navigation) {
    Listed list = shelf.list();
    boolean front = list.list().kind() == ListKind.FRONT;
    String heading = front ? "Latest stories" : list.label();
    List<Feed> feeds = feeds(list);
    Place next = shelf.next();
    ListView view =
        new ListView(
            front ? null : list.list().kind().word(),
            heading,
            shelf.stories().stream().map(it -> CardView.of(it, paths)).toList(),
            after == null,
            paths.list(list.list()),
            next == null ? null : paths.list(list.list(), next),
            feeds);
    String title = front && after == null ? site.name() : heading + " – " + site.name();
    Frame frame =
        frame(
            title,
            front ? site.tagline() : "News about " + list.label() + " on " + site.name(),
            site.absolute().list(list.list(), after),
            feeds,
            List.of(
                new Property("og:type", "website"),
                new Property("og:title", title),
                new Property("og:site_name", site.name())),
            front && after == null ? StructuredData.front(site) : null,
            after == null,
            "",
            navigation);
    return rendered(out -> JtelistGenerated.render(out, null, frame, view));
  }

  /// The front page before the first article came.
  public String empty(Navigation navigation) {
    return list(
        new Shelf(new Listed(ListRef.FRONT, site.name()), List.of(), null), null, navigation);
  }

  public String article(
      PublishedArticle article, List<Card> also, List<Card> related, Navigation navigation) {
    Card card = Card.of(article);
    String self = site.absolute().article(card);
    ArticleView view = articles.readable(article, also, related);
    Frame frame =
        frame(
            card.headline() + " – " + site.name(),
            card.teaser(),
            site.canonicalIsOrigin() && article.canonicalUrl() != null
                ? article.canonicalUrl().toString()
                : self,
            feeds(new Listed(ListRef.FRONT, site.name())),
            openGraph(article, card, self),
            StructuredData.article(article, card, self, site),
            true,
            "",
            navigation);
    return rendered(out -> JtearticleGenerated.render(out, null, frame, view));
  }

  /// @param expired whether it was shown until its time was over
  public String gone(PublishedArticle article, boolean expired, Navigation navigation) {
    GoneView view = articles.gone(article, expired);
    Frame frame = plain("No longer available – " + site.name(), "", navigation);
    return rendered(out -> JtegoneGenerated.render(out, null, frame, view));
  }

  public String search(SearchView view, Navigation navigation) {
    String title =
        (view.query().isEmpty() ? "Search" : "“" + view.query() + "”") + " – " + site.name();
    Frame frame = plain(title, view.query(), navigation);
    return rendered(out -> JtesearchGenerated.render(out, null, frame, view));
  }

  /// @param next address part of the next page, or `null`
  public SearchView results(String query, List<Hit> hits, @Nullable String next) {
    return new SearchView(
        query,
        hits.stream()
            .map(it -> new SearchView.Hit(CardView.of(it.card(), paths), it.snippet()))
            .toList(),
        next == null ? null : paths.search(query, next));
  }

  public String message(MessageView view, Navigation navigation) {
    Frame frame = plain(view.heading() + " – " + site.name(), "", navigation);
    return rendered(out -> JtemessageGenerated.render(out, null, frame, view));
  }

  /// Links to lists, for the navigation.
  public List<Link> links(List<Listed> lists) {
    return lists.stream().map(it -> new Link(paths.list(it.list()), it.label())).toList();
  }

  private List<Feed> feeds(Listed list) {
    String name =
        list.list().kind() == ListKind.FRONT ? site.name() : site.name() + ": " + list.label();
    return List.of(
        new Feed("application/rss+xml", paths.feed(list.list(), "rss"), name + " (RSS)"),
        new Feed("application/atom+xml", paths.feed(list.list(), "atom"), name + " (Atom)"),
        new Feed("application/feed+json", paths.feed(list.list(), "json"), name + " (JSON Feed)"));
  }

  private List<Property> openGraph(PublishedArticle article, Card card, String self) {
    List<Property> out = new ArrayList<>();
    out.add(new Property("og:type", "article"));
    out.add(new Property("og:title", card.headline()));
    out.add(new Property("og:url", self));
    out.add(new Property("og:site_name", site.name()));
    String teaser = card.teaser();
    if (teaser != null) {
      out.add(new Property("og:description", teaser));
    }
    if (!article.language().equals("und")) {
      out.add(new Property("og:locale", article.language().replace('-', '_')));
    }
    if (card.image() != null) {
      out.add(new Property("og:image", card.image().toString()));
    }
    out.add(new Property("article:published_time", article.dates().firstCreated().toString()));
    out.add(new Property("article:modified_time", article.dates().versionCreated().toString()));
    article.topics().stream()
        .limit(1)
        .forEach(it -> out.add(new Property("article:section", it.label())));
    article.tags().forEach(it -> out.add(new Property("article:tag", it.label())));
    out.add(new Property("twitter:card", card.image() == null ? "summary" : "summary_large_image"));
    out.add(new Property("author", Listing.sourceLabel(article)));
    return out;
  }

  private Frame plain(String title, String query, Navigation navigation) {
    return frame(
        title,
        null,
        null,
        feeds(new Listed(ListRef.FRONT, site.name())),
        List.of(),
        null,
        false,
        query,
        navigation);
  }

  private Frame frame(
      String title,
      @Nullable String description,
      @Nullable String canonical,
      List<Feed> feeds,
      List<Property> head,
      @Nullable String structured,
      boolean index,
      String query,
      Navigation navigation) {
    return new Frame(
        site.name(),
        site.tagline(),
        site.stylesheet(),
        title,
        description,
        canonical,
        feeds,
        head,
        structured,
        index,
        query,
        navigation);
  }

  private static String rendered(Consumer<OwaspHtmlTemplateOutput> template) {
    var text = new StringOutput(PAGE_CHARACTERS);
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }

  /// Something that a search found.
  public record Hit(Card card, List<SearchView.Piece> snippet) {
    public Hit {
      snippet = List.copyOf(snippet);
    }
  }
}
