package syndication.publish.delivery;

import java.time.Instant;

/// A partner's endpoint. Safe for use by several threads.
public interface PartnerClient extends AutoCloseable {

  /// Sends, and waits for the answer, within the exchange's deadline. Whatever goes wrong is an
  /// outcome.
  Outcome post(Message message);

  @Override
  void close();

  /// @param signature value of `webhook-signature`
  /// @param timestamp of the attempt
  record Message(String id, Instant timestamp, String signature, String traceparent, byte[] body) {}
}
