package syndication.ingest.websub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// That a feed can be pushed: the hub it names, and what it is called there.
public record Offer(URI hub, URI topic) {

  /// What a publisher says in HTTP's `Link` header counts before what its feed says (WebSub,
  /// section 4). Of several hubs the first over HTTPS is taken, as our secret goes there.
  ///
  /// @param linkHeader all values, joined by commas, or `null`
  /// @param feedHubs absolute, in the feed's order
  /// @param feedSelf the feed's own address as it states it, or `null`
  /// @param address where it was read
  public static Optional<Offer> discover(
      @Nullable String linkHeader, List<URI> feedHubs, @Nullable URI feedSelf, URI address) {
    LinkHeader header = LinkHeader.read(linkHeader, address);
    List<URI> hubs = new ArrayList<>(header.targets("hub"));
    hubs.addAll(feedHubs);
    hubs.removeIf(it -> !isWeb(it));
    if (hubs.isEmpty()) {
      return Optional.empty();
    }
    List<URI> selves = new ArrayList<>(header.targets("self"));
    if (feedSelf != null) {
      selves.add(feedSelf);
    }
    selves.removeIf(it -> !isWeb(it));
    URI hub = hubs.stream().filter(Offer::isSecure).findFirst().orElse(hubs.getFirst());
    return Optional.of(new Offer(hub, selves.isEmpty() ? address : selves.getFirst()));
  }

  /// Whether an address is reached over HTTPS.
  static boolean isSecure(URI it) {
    return "https".equalsIgnoreCase(it.getScheme());
  }

  private static boolean isWeb(URI it) {
    String scheme = String.valueOf(it.getScheme()).toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && it.getHost() != null;
  }
}
