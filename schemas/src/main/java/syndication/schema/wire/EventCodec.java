package syndication.schema.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import syndication.schema.topic.Topic;

/// Turns events into bytes and back: one zero byte, the schema's number in four bytes big-endian,
/// then Avro's binary form. That is Confluent's layout, which every Kafka tool with a registry
/// reads. Safe for use by several threads.
public final class EventCodec {

  private static final byte MAGIC = 0;
  private static final int HEADER_BYTES = 5;

  static {
    EventTrust.declare();
  }

  private final SchemaIds ids;
  private final Map<ReaderKey, SpecificDatumReader<SpecificRecord>> readers =
      new ConcurrentHashMap<>();

  public EventCodec(SchemaIds ids) {
    this.ids = ids;
  }

  /// @throws RegistryUnavailableException when the schema's number is not known yet and the
  ///   registry does not answer
  public byte[] encode(Topic topic, SpecificRecord event) {
    int id = ids.idOf(subject(topic), event.getSchema());
    var out = new ByteArrayOutputStream(1024);
    out.write(MAGIC);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  /// @param bytes a record's value, `null` for a tombstone
  /// @throws UnreadableEventException when the bytes are no event of this type
  /// @throws RegistryUnavailableException when the writer's schema is not known yet and the
  ///   registry does not answer
  public <T extends SpecificRecord> T decode(byte @Nullable [] bytes, Class<T> type) {
    if (bytes == null || bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
      throw new UnreadableEventException(
          "not an Avro event (expected: a zero byte, a schema id of 4 bytes, Avro binary), found "
              + (bytes == null ? "no value" : bytes.length + " bytes"),
          null);
    }
    int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    try {
      SpecificDatumReader<SpecificRecord> reader =
          readers.computeIfAbsent(new ReaderKey(id, type), this::reader);
      return type.cast(
          reader.read(
              null,
              DecoderFactory.get()
                  .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null)));
    } catch (IOException
        | AvroRuntimeException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      throw new UnreadableEventException(
          "schema %d does not read as %s: %s".formatted(id, type.getSimpleName(), e.getMessage()),
          e);
    }
  }

  /// Asks the registry for the number of every event this service writes, so that it can go on when
  /// the registry is gone later.
  public void register(Topic topic, Schema schema) {
    ids.idOf(subject(topic), schema);
  }

  private SpecificDatumReader<SpecificRecord> reader(ReaderKey key) {
    Schema writer = ids.schemaOf(key.id());
    Schema reader = SpecificData.get().getSchema(key.type());
    return new SpecificDatumReader<>(writer, reader);
  }

  private static String subject(Topic topic) {
    return topic.topicName() + "-value";
  }

  private record ReaderKey(int id, Class<?> type) {}
}
