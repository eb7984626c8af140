package syndication.cli.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Events as JSON for people and programs: times in ISO 8601, bytes in base64, absent fields left
/// out.
final class EventJson {

  private EventJson() {}

  static ObjectNode of(SpecificRecord event) {
    ObjectNode it = JsonNodeFactory.instance.objectNode();
    for (Schema.Field field : event.getSchema().getFields()) {
      Object value = event.get(field.pos());
      if (value != null) {
        it.set(field.name(), value(value));
      }
    }
    return it;
  }

  private static JsonNode value(@Nullable Object value) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    return switch (value) {
      case null -> factory.nullNode();
      case SpecificRecord nested -> of(nested);
      case List<?> list -> {
        ArrayNode array = factory.arrayNode();
        list.forEach(it -> array.add(value(it)));
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = factory.objectNode();
        map.forEach((name, it) -> object.set(String.valueOf(name), value(it)));
        yield object;
      }
      case ByteBuffer bytes -> factory.textNode(base64(bytes));
      case Long number -> factory.numberNode(number);
      case Integer number -> factory.numberNode(number);
      case Double number -> factory.numberNode(number);
      case Float number -> factory.numberNode(number);
      case Boolean truth -> factory.booleanNode(truth);
      default -> factory.textNode(value.toString());
    };
  }

  private static String base64(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }
}
