package syndication.publish.sitehttp;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import syndication.publish.article.PublishedArticle;
import syndication.publish.site.Addresses;
import syndication.publish.site.Card;
import syndication.publish.site.ListKind;
import syndication.publish.site.ListRef;
import syndication.publish.site.Place;
import syndication.publish.site.Shelf;
import syndication.publish.site.Token;
import syndication.publish.site.page.MessageView;
import syndication.publish.site.page.Pages;
import syndication.publish.site.page.SearchView;
import syndication.publish.sitestore.FoundArticle;
import syndication.publish.sitestore.Search;
import syndication.publish.sitestore.SiteReader;

/// The pages that readers see.
@RestController
public final class SiteController {

  private static final int STORIES_PER_PAGE = 30;
  private static final int RESULTS_PER_PAGE = 20;

  private final SiteReader reader;
  private final Search search;
  private final Pages pages;
  private final NavigationCache navigation;
  private final InstantSource clock;
  private final Addresses paths = new Addresses("");

  public SiteController(
      SiteReader reader,
      Search search,
      Pages pages,
      NavigationCache navigation,
      InstantSource clock) {
    this.reader = reader;
    this.search = search;
    this.pages = pages;
    this.navigation = navigation;
    this.clock = clock;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> front(
      @RequestParam(required = false) @Nullable String after, ServletWebRequest request) {
    return list(ListRef.FRONT, after, request);
  }

  @GetMapping("/tags/{token}")
  ResponseEntity<byte[]> tag(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String after,
      ServletWebRequest request) {
    return list(new ListRef(ListKind.TAG, token), after, request);
  }

  @GetMapping("/topics/{token}")
  ResponseEntity<byte[]> topic(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String after,
      ServletWebRequest request) {
    return list(new ListRef(ListKind.TOPIC, token), after, request);
  }

  @GetMapping("/sources/{token}")
  ResponseEntity<byte[]> source(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String after,
      ServletWebRequest request) {
    return list(new ListRef(ListKind.SOURCE, token), after, request);
  }

  @GetMapping("/languages/{token}")
  ResponseEntity<byte[]> language(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String after,
      ServletWebRequest request) {
    return list(new ListRef(ListKind.LANGUAGE, token), after, request);
  }

  @GetMapping("/articles/{address}")
  ResponseEntity<byte[]> article(@PathVariable String address, ServletWebRequest request) {
    String token = Token.inAddress(address);
    Optional<FoundArticle> found = reader.article(storable(token));
    if (found.isEmpty()) {
      return notFound();
    }
    return switch (found.get()) {
      case FoundArticle.Embargoed _ -> notFound();
      case FoundArticle.Gone(PublishedArticle gone) ->
          Answer.message(HttpStatus.GONE, pages.gone(gone, gone.usable(), navigation.now()));
      case FoundArticle.Shown(PublishedArticle readable) -> {
        String current = Card.of(readable).address();
        yield current.equals(address)
            ? readable(readable, request)
            : Answer.moved(paths.article(Card.of(readable)), null);
      }
    };
  }

  @GetMapping("/search")
  ResponseEntity<byte[]> search(
      @RequestParam(name = "q", defaultValue = "") String words,
      @RequestParam(required = false) @Nullable String after,
      ServletWebRequest request) {
    String asked = storable(words.strip());
    Search.Results found = search.find(asked, after, RESULTS_PER_PAGE);
    List<Pages.Hit> hits =
        found.items().stream()
            .map(it ->
                new Pages.Hit(
                    it.card(),
                    it.snippet().stream()
                        .map(piece -> new SearchView.Piece(piece.text(), piece.hit()))
                        .toList()))
            .toList();
    return Answer.of(
        request,
        Answer.HTML,
        pages.search(pages.results(asked, hits, found.next()), navigation.now()),
        reader.lastChange(),
        clock);
  }

  private ResponseEntity<byte[]> list(
      ListRef list, @Nullable String after, ServletWebRequest request) {
    Optional<Place> place = after == null ? Optional.empty() : Place.of(after);
    if (after != null && place.isEmpty()) {
      return notFound();
    }
    var changed = reader.lastChange();
    Optional<Shelf> shelf =
        reader.shelf(
            new ListRef(list.kind(), storable(list.token())), place.orElse(null), STORIES_PER_PAGE);
    if (shelf.isPresent()) {
      String page = pages.list(shelf.get(), place.orElse(null), navigation.now());
      return Answer.of(request, Answer.HTML, page, changed, clock);
    }
    return list.equals(ListRef.FRONT) && after == null
        ? Answer.of(request, Answer.HTML, pages.empty(navigation.now()), changed, clock)
        : notFound();
  }

  private ResponseEntity<byte[]> readable(PublishedArticle article, ServletWebRequest request) {
    var changed = reader.lastChange();
    String page =
        pages.article(
            article,
            reader.also(article.articleId()),
            reader.related(article.articleId()),
            navigation.now());
    return Answer.of(request, Answer.HTML, page, changed, clock);
  }

  private ResponseEntity<byte[]> notFound() {
    return Answer.message(
        HttpStatus.NOT_FOUND,
        pages.message(
            new MessageView(
                404,
                "There is nothing at this address",
                "It may be mistyped, or what it led to is no longer on any list."),
            navigation.now()));
  }

  // PostgreSQL takes no character U+0000, and no address of ours holds one.
  private static String storable(String asked) {
    return asked.replace('\0', ' ');
  }
}
