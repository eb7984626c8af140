package syndication.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import syndication.local.LocalPostgres;

/// Asks each part how it is.
final class HealthProbe {

  /// A service asks its neighbours before it answers.
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final ObjectMapper json = new ObjectMapper();
  private final Settings settings;

  HealthProbe(Settings settings) {
    this.settings = settings;
  }

  Health ask(Part part) {
    return switch (part) {
      case BROKER -> broker();
      case POSTGRES -> postgres();
      case REGISTRY -> registry();
      case INGEST, ENRICH, PUBLISH -> service(part);
    };
  }

  private Health broker() {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port(Part.BROKER)),
          (int) ANSWER_WITHIN.toMillis());
      return Health.well("ready");
    } catch (IOException e) {
      return Health.unwell("does not answer yet");
    }
  }

  private Health postgres() {
    try (Connection connection =
        DriverManager.getConnection(
            settings.jdbcUrl("postgres"), LocalPostgres.USER, LocalPostgres.USER)) {
      return connection.isValid((int) ANSWER_WITHIN.toSeconds())
          ? Health.well("ready")
          : Health.unwell("does not answer");
    } catch (SQLException e) {
      return Health.unwell("does not answer yet: " + e.getMessage());
    }
  }

  private Health registry() {
    try {
      return get(URI.create(settings.registryApi() + "/subjects")).statusCode() == OK
          ? Health.well("ready")
          : Health.unwell("starting");
    } catch (IOException e) {
      return Health.unwell("does not answer yet");
    }
  }

  private Health service(Part part) {
    HttpResponse<String> response;
    try {
      response = get(settings.http(part).resolve("/actuator/health"));
    } catch (IOException e) {
      return Health.unwell("does not answer yet");
    }
    try {
      return HealthWords.of(response.statusCode(), json.readTree(response.body()));
    } catch (JsonProcessingException e) {
      return Health.unwell("answered " + response.statusCode() + " without a word on its health");
    }
  }

  private HttpResponse<String> get(URI address) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
