package syndication.ingest.kafka;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.submission.Channel;
import syndication.ingest.submission.RawBytes;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.Submission;
import syndication.schema.ArticleSubmitted;
import syndication.schema.SubmissionAction;
import syndication.schema.wire.UnreadableEventException;

/// Translates submissions from and to their wire form.
final class SubmissionEvents {

  private SubmissionEvents() {}

  /// @throws UnreadableEventException when it asks for what this version does not know
  static Submission submission(ArticleSubmitted it) {
    if (it.getReceiptId().isBlank() || it.getSourceId().isBlank()) {
      throw new UnreadableEventException("receiptId or sourceId: blank (expected: an id)", null);
    }
    return new Submission(
        clean(it.getSubmissionId()),
        clean(it.getReceiptId()),
        clean(it.getSourceId()),
        Channel.valueOf(it.getChannel().name()),
        command(it.getAction()),
        it.getContentType(),
        new RawBytes(bytes(it.getBody())),
        address(it.getAddress()),
        it.getItemId().map(SubmissionEvents::clean).orElse(null),
        it.getReceivedAt(),
        it.getStatedAt().orElse(null),
        it.getNote().orElse(null),
        it.getAttributes(),
        clean(it.getTraceId()));
  }

  static ArticleSubmitted event(Submission it) {
    return ArticleSubmitted.newBuilder()
        .setSubmissionId(it.submissionId())
        .setReceiptId(it.receiptId())
        .setSourceId(it.sourceId())
        .setChannel(syndication.schema.Channel.valueOf(it.channel().name()))
        .setAction(SubmissionAction.valueOf(it.command().name()))
        .setContentType(it.contentType())
        .setBody(ByteBuffer.wrap(it.body().bytes()))
        .setAddress(it.address() == null ? null : it.address().toString())
        .setItemId(it.itemId())
        .setReceivedAt(it.receivedAt())
        .setStatedAt(it.statedAt())
        .setNote(it.note())
        .setAttributes(it.attributes())
        .setTraceId(it.traceId())
        .build();
  }

  private static SourceCommand command(SubmissionAction action) {
    return switch (action) {
      case UNKNOWN ->
          throw new UnreadableEventException("action: UNKNOWN (expected: one we know)", null);
      case PUBLISH -> SourceCommand.PUBLISH;
      case WITHHOLD -> SourceCommand.WITHHOLD;
      case RELEASE -> SourceCommand.RELEASE;
      case KILL -> SourceCommand.KILL;
      case TAKEDOWN -> SourceCommand.TAKEDOWN;
      case RESTORE -> SourceCommand.RESTORE;
    };
  }

  private static @Nullable URI address(Optional<String> text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return new URI(text.get().strip().replace(" ", "%20"));
    } catch (URISyntaxException e) {
      // No address to find the article by; its bytes may still say who it is.
      return null;
    }
  }

  private static String clean(String text) {
    return text.replace("\0", "");
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
