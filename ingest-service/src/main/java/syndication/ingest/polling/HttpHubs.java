package syndication.ingest.polling;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import syndication.ingest.address.AddressPolicy;
import syndication.ingest.address.AddressRefusedException;
import syndication.ingest.politeness.Freshness;
import syndication.ingest.websub.HubAnswer;
import syndication.ingest.websub.Subscription;
import syndication.ingest.websub.SubscriptionPolicy;

/// Asks hubs over HTTP. A hub's address is a stranger's word as a feed's is: it is vetted where it
/// is resolved, at every hop.
final class HttpHubs implements Hubs, AutoCloseable {

  /// Enough for a sentence.
  private static final int ANSWER_BYTES_MAX = 2048;

  private static final int WORDS_CHARS_MAX = 200;
  private static final int HOPS_MAX = 3;

  private final CloseableHttpClient client;
  private final PollingProperties properties;
  private final InstantSource clock;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hub-deadlines").factory());

  HttpHubs(AddressPolicy addresses, PollingProperties properties, InstantSource clock) {
    this.client = VettedClient.create(addresses, properties);
    this.properties = properties;
    this.clock = clock;
  }

  private sealed interface Hop {
    record Answered(HubAnswer answer) implements Hop {}

    record SentOn(URI to) implements Hop {}
  }

  @Override
  public HubAnswer ask(Mode mode, Subscription it, URI callback) {
    URI at = it.hub();
    List<NameValuePair> form = form(mode, it, callback);
    for (int hop = 0; hop <= HOPS_MAX; hop++) {
      switch (post(at, form)) {
        case Hop.Answered answered -> {
          return answered.answer();
        }
        case Hop.SentOn sent -> {
          // Our secret must not be sent on in clear.
          if ("https".equalsIgnoreCase(at.getScheme())
              && !"https".equalsIgnoreCase(sent.to().getScheme())) {
            return new HubAnswer.Refused("the hub sends us on to an address without HTTPS");
          }
          at = sent.to();
        }
      }
    }
    return new HubAnswer.Refused("the hub sends us on more than %d times".formatted(HOPS_MAX));
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private static List<NameValuePair> form(Mode mode, Subscription it, URI callback) {
    var common =
        List.<NameValuePair>of(
            new BasicNameValuePair("hub.mode", mode.name().toLowerCase(Locale.ROOT)),
            new BasicNameValuePair("hub.topic", it.topic().toString()),
            new BasicNameValuePair("hub.callback", callback.toString()));
    var form = new java.util.ArrayList<>(common);
    if (mode == Mode.SUBSCRIBE) {
      String lease = Long.toString(SubscriptionPolicy.LEASE_ASKED.toSeconds());
      form.add(new BasicNameValuePair("hub.lease_seconds", lease));
      form.add(new BasicNameValuePair("hub.secret", it.secret()));
      // Asked for by hubs of the time before WebSub.
      form.add(new BasicNameValuePair("hub.verify", "async"));
    }
    return form;
  }

  private Hop post(URI at, List<NameValuePair> form) {
    var post = new HttpPost(at);
    post.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
    ScheduledFuture<?> deadline =
        deadlines.schedule(post::cancel, properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(post, response -> hop(at, response));
    } catch (AddressRefusedException e) {
      return refused("the hub's address leads into a network we do not call: " + e.getMessage());
    } catch (UnknownHostException e) {
      return later("there is no such host as the hub's: " + at.getHost());
    } catch (SSLException e) {
      return refused("the hub's certificate or encryption is not in order: " + e.getMessage());
    } catch (SocketTimeoutException e) {
      return later("the hub did not answer in time");
    } catch (IOException e) {
      return later(
          post.isCancelled()
              ? "the hub did not answer in time"
              : "the hub could not be reached: " + e.getMessage());
    } finally {
      deadline.cancel(false);
    }
  }

  private Hop hop(URI at, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    Map<String, String> headers = new HashMap<>();
    for (Header it : response.getHeaders()) {
      headers.putIfAbsent(it.getName().toLowerCase(Locale.ROOT), it.getValue());
    }
    String said = said(response);
    if (status == 301 || status == 302 || status == 307 || status == 308) {
      URI to = PoliteFetch.target(at, headers.get("location"));
      return to == null
          ? refused("the hub sends us on without an address we can follow")
          : new Hop.SentOn(to);
    }
    Instant retryAfter = Freshness.of(headers, clock.instant()).retryAfter();
    return new Hop.Answered(HubAnswer.ofStatus(status, said, retryAfter));
  }

  // Its first line, without anything a terminal would act upon.
  private static String said(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return "";
    }
    byte[] start;
    try (InputStream in = response.getEntity().getContent()) {
      start = in.readNBytes(ANSWER_BYTES_MAX);
      if (start.length == ANSWER_BYTES_MAX) {
        response.close();
      }
    }
    String text =
        new String(start, StandardCharsets.UTF_8)
            .replaceAll("<[^>]*+>", " ")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    return text.substring(0, Math.min(WORDS_CHARS_MAX, text.length()));
  }

  private static Hop refused(@Nullable String words) {
    return new Hop.Answered(new HubAnswer.Refused(String.valueOf(words)));
  }

  private static Hop later(String words) {
    return new Hop.Answered(new HubAnswer.Later(words, null));
  }
}
