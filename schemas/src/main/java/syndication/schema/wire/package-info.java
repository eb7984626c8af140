/// How events lie on the wire: Avro in Confluent's layout, CloudEvents headers, W3C trace context.
@NullMarked
package syndication.schema.wire;

import org.jspecify.annotations.NullMarked;
