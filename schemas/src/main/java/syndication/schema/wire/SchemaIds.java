package syndication.schema.wire;

import org.apache.avro.Schema;

/// The numbers that stand for schemas on the wire. Safe for use by several threads.
public interface SchemaIds {

  /// The number of a schema under a subject; registers it where it is new.
  ///
  /// @param subject `<topic>-value`
  /// @throws RegistryUnavailableException when no answer came; a later call may succeed
  /// @throws IncompatibleSchemaException when the registry refuses the schema
  int idOf(String subject, Schema schema);

  /// The schema of a number.
  ///
  /// @throws RegistryUnavailableException when no answer came; a later call may succeed
  /// @throws UnreadableEventException when the registry knows no such number
  Schema schemaOf(int id);
}
