package syndication.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;

class LocalStackTest {

  @Test
  void theBrokerTakesThePipelinesTopics() throws Exception {
    try (var broker = LocalBroker.startTemporary();
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      new TopicCreation(true, 1).ensure(admin);
      new TopicCreation(false, 1).ensure(admin);

      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
          .contains(Topic.SUBMITTED.topicName(), Topic.WITHDRAWN_DLT.topicName());
    }
  }

  @Test
  void everyDatabaseIsItsOwn() throws SQLException {
    try (var postgres = LocalPostgres.startTemporary()) {
      String first = postgres.createDatabase();
      String second = postgres.createDatabase();

      assertThat(tablesAfterCreatingOne(postgres, first)).isEqualTo(1);
      assertThat(tablesAfterCreatingOne(postgres, second)).isEqualTo(1);
    }
  }

  private static int tablesAfterCreatingOne(LocalPostgres postgres, String database)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database));
        Statement statement = connection.createStatement()) {
      statement.execute("create table articles (id text)");
      try (ResultSet rows =
          statement.executeQuery(
              "select count(*) from information_schema.tables where table_schema = 'public'")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
