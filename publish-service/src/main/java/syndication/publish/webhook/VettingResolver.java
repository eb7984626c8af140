package syndication.publish.webhook;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import syndication.publish.address.AddressGuard;

/// Looks names up, and gives out only addresses that may be connected to. The client connects to
/// what this says and to nothing else, so a name cannot lead elsewhere a moment later. Address
/// literals come this way too.
final class VettingResolver implements DnsResolver {

  private static final int LOOKUP_SECONDS_MAX = 5;

  /// Look-ups under way for one endpoint, each on a thread until it really ends, however long that
  /// takes; names that do not answer then cost no other endpoint anything.
  private static final int LOOKUPS_MAX = 2;

  private static final int DEFAULT_PORT = -1;

  private final AddressGuard guard;
  private final Executor lookups;
  private final DnsResolver names;
  private final Semaphore free = new Semaphore(LOOKUPS_MAX);

  /// @param lookups on threads of their own: a look-up in native code would hold a carrier of
  ///   virtual threads
  VettingResolver(AddressGuard guard, Executor lookups, DnsResolver names) {
    this.guard = guard;
    this.lookups = lookups;
    this.names = names;
  }

  VettingResolver(AddressGuard guard, Executor lookups) {
    this(guard, lookups, SystemDefaultDnsResolver.INSTANCE);
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Arrays.stream(guard.vetted(host, port, lookUp(host)))
        .map(it -> new InetSocketAddress(it, port))
        .toList();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return guard.vetted(host, DEFAULT_PORT, lookUp(host));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    var answer = new CompletableFuture<InetAddress[]>();
    try {
      if (!free.tryAcquire(LOOKUP_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new UnknownHostException("other look-ups of " + host + " do not end");
      }
      lookups.execute(() -> lookUp(host, answer));
      return answer.get(LOOKUP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw unknown(host, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw unknown(host, e);
    } catch (RejectedExecutionException e) {
      free.release();
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private void lookUp(String host, CompletableFuture<InetAddress[]> answer) {
    try {
      answer.complete(names.resolve(host));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    } finally {
      free.release();
    }
  }

  private static UnknownHostException unknown(String host, Throwable cause) {
    var it = new UnknownHostException("no address of " + host);
    it.initCause(cause);
    return it;
  }
}
