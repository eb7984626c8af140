package syndication.enrich.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;

/// SHA-256 over all that partners and the site see, and over nothing else: no revision, no time of
/// making, no trace. Unchanged means that there is nothing to send.
public final class ContentHash {

  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public static String of(ArticleEnriched event) {
    var hash = new ContentHash();
    hash.article(event.getArticle());
    hash.add(event.getLanguage());
    hash.add(event.getSummary().orElse(null));
    hash.add(event.getTeaser().orElse(null));
    hash.add(event.getSummaryMethod().orElse(null));
    hash.add(event.getDigitalSourceType().orElse(null));
    hash.add(event.getTags());
    hash.add(event.getTopics());
    hash.add(event.getKeyphrases());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void article(ArticleRevised it) {
    add(it.getArticleId());
    add(it.getPubStatus().name());
    add(it.getEmbargoedUntil().map(Object::toString).orElse(null));
    add(it.getExpires().map(Object::toString).orElse(null));
    add(it.getUrgency().map(Object::toString).orElse(null));
    add(it.getHeadlines());
    add(it.getDescriptions());
    add(it.getBodies());
    add(it.getBy().orElse(null));
    add(it.getLocated().orElse(null));
    add(it.getEdNote().orElse(null));
    add(it.getCorrectionNote().orElse(null));
    add(it.getSubjects());
    add(it.getPeople());
    add(it.getOrganisations());
    add(it.getPlaces());
    add(it.getInfoSources());
    add(it.getRenditions());
    add(it.getAssociations());
    add(it.getAltIds());
    add(it.getCanonicalUrl().orElse(null));
    add(it.getRights());
    add(it.getWithdrawalReason().orElse(null));
    add(it.getProvenance().getSourceId());
    add(it.getProvenance().getSourceName());
    add(it.getProvenance().getClusterId().orElse(null));
  }

  // Length first, so that no two different rows of values are the same bytes.
  private void add(@Nullable Object value) {
    switch (value) {
      case null -> length(-1);
      case Iterable<?> many -> {
        int size = 0;
        for (Object it : many) {
          add(it);
          size++;
        }
        length(size);
      }
      case IndexedRecord it -> {
        int fields = it.getSchema().getFields().size();
        for (int i = 0; i < fields; i++) {
          add(it.get(i));
        }
        length(fields);
      }
      default -> {
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
      }
    }
  }

  private void length(int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
  }
}
