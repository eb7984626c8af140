package syndication.ingest.polling;

import java.net.URI;
import java.util.Map;
import syndication.ingest.politeness.FailureClass;
import syndication.ingest.politeness.Validators;

/// One request to an origin, without following where it sends us.
@FunctionalInterface
interface Fetcher {

  /// @param bytesMax of the answer, inflated
  record Request(URI address, Validators validators, String accept, int bytesMax) {}

  /// What came of it.
  sealed interface Fetched {
    /// @param headers with lower-case names; of several values the first, of `link` all of them
    @SuppressWarnings("ArrayRecordComponent")
    record Response(int status, Map<String, String> headers, byte[] body) implements Fetched {
      public Response {
        headers = Map.copyOf(headers);
      }
    }

    /// There was no answer, or none that could be taken.
    record Failed(FailureClass failure, String words) implements Fetched {}
  }

  Fetched get(Request request);
}
