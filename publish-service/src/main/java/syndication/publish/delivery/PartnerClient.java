package syndication.publish.delivery;

import java.time.Instant;

/// A partner's endpoint. Safe for use by several threads.
public interface PartnerClient extends AutoCloseable {

  /// Sends, and waits for the answer, within the exchange's deadline. Whatever goes wrong is an
  /// outcome.
  Outcome post(Message message);

  @Override
  void close();

  /// @param attempt from 1
  /// @param timestamp of the attempt
  /// @param signature value of `webhook-signature`
  /// @param traceId of the way that the article came
  record Message(
      String id, int attempt, Instant timestamp, String signature, String traceId, byte[] body) {}
}
