package syndication.schema.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/// Numbers given out in this process alone: for work without a registry, such as tests of one
/// service and tools that read files.
public final class LocalSchemaIds implements SchemaIds {

  private final List<Schema> schemas = new ArrayList<>();

  @Override
  public synchronized int idOf(String subject, Schema schema) {
    int known = schemas.indexOf(schema);
    if (known >= 0) {
      return known + 1;
    }
    schemas.add(schema);
    return schemas.size();
  }

  @Override
  public synchronized Schema schemaOf(int id) {
    if (id < 1 || id > schemas.size()) {
      throw new UnreadableEventException("no schema has the number " + id, null);
    }
    return schemas.get(id - 1);
  }
}
