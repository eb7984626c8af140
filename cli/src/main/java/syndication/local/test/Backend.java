package syndication.local.test;

/// A running broker and a running PostgreSQL, wherever they are.
interface Backend extends AutoCloseable {

  String bootstrapServers();

  /// The address of a new, empty database, with user and password in it.
  String newDatabase();

  @Override
  void close();
}
