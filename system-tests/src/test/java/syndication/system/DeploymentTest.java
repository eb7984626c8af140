package syndication.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.system.Manifests.Node;

/// What is written for Kubernetes, Compose and Prometheus, beside what the services are: a port, a
/// path or a variable that is none fails here, and not on the cluster.
class DeploymentTest {

  private static final Pattern DEFAULT_PORT = Pattern.compile(":(\\d+)}");
  private static final Pattern USER = Pattern.compile("^USER (\\d+)", Pattern.MULTILINE);
  private static final List<String> SERVICES =
      List.of("ingest-service", "enrich-service", "publish-service");

  private final Manifests manifests = new Manifests(Path.of("..").toAbsolutePath().normalize());
  private final Node compose = manifests.documents("docker-compose.yml").getFirst();

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service"})
  void probesAndScrapesAskWhereTheServiceListens(String service) {
    Node container = container(service);
    String port = port(service);

    Node listening = container.at("ports").items().getFirst();
    assertThat(listening.at("containerPort").text()).isEqualTo(port);
    assertProbe(container.at("startupProbe"), "/actuator/health/liveness", listening);
    assertProbe(container.at("livenessProbe"), "/actuator/health/liveness", listening);
    assertProbe(container.at("readinessProbe"), "/actuator/health/readiness", listening);
    Node annotations = deployment(service).at("spec", "template", "metadata", "annotations");
    assertThat(annotations.at("prometheus.io/port").text()).isEqualTo(port);
    assertThat(annotations.at("prometheus.io/path").text()).isEqualTo("/actuator/prometheus");
    assertThat(only(manifests.kubernetes("Service"), service).at("spec", "ports").items())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.at("port").text()).isEqualTo(port);
          assertThat(it.at("targetPort").text()).isEqualTo(listening.at("name").text());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service"})
  void aServiceOffersWhatIsAskedOfIt(String service) {
    Node management = manifests.application(service).at("management");

    assertThat(management.at("endpoints", "web", "exposure", "include").text())
        .contains("health", "prometheus");
    assertThat(management.at("endpoint", "health", "probes", "enabled").text()).isEqualTo("true");
    assertThat(management.at("endpoint", "health", "group", "readiness", "include").text())
        .contains("readinessState", "startup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service"})
  void aPodHasNoRightsItDoesNotNeed(String service) {
    Node pod = deployment(service).at("spec", "template", "spec");
    Node container = container(service);
    Matcher user = USER.matcher(manifests.read("deploy/Dockerfile"));

    assertThat(user.find()).as("the image names a user by number").isTrue();
    assertThat(pod.at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
    assertThat(pod.at("securityContext", "runAsUser").text()).isEqualTo(user.group(1));
    assertThat(pod.at("automountServiceAccountToken").text()).isEqualTo("false");
    Node rights = container.at("securityContext");
    assertThat(rights.at("readOnlyRootFilesystem").text()).isEqualTo("true");
    assertThat(rights.at("allowPrivilegeEscalation").text()).isEqualTo("false");
    assertThat(rights.at("capabilities", "drop").text()).isEqualTo("[ALL]");
    assertThat(container.at("resources", "limits", "memory").text()).isNotBlank();
    assertThat(names(container.at("volumeMounts")))
        .isSubsetOf(names(pod.at("volumes")))
        .contains("tmp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service"})
  void composeRunsTheImageThatTheClusterRuns(String service) {
    assertThat(container(service).at("image").text())
        .isEqualTo(compose.at("services", service, "image").text());
    assertThat(compose.at("services", service, "build", "args", "PORT").text())
        .isEqualTo(port(service));
    assertThat(compose.at("services", service, "read_only").text()).isEqualTo("true");
    assertThat(compose.at("services", service, "cap_drop").text()).isEqualTo("[ALL]");
  }

  @Test
  void everyVariableIsReadBySomeService() {
    var read = new TreeSet<String>();
    SERVICES.forEach(it -> read.addAll(manifests.environmentOf(it)));
    Node shared = only(manifests.kubernetes("ConfigMap"), "syndicate").at("data");

    assertThat(shared.keys()).isNotEmpty().isSubsetOf(read);
    for (String service : SERVICES) {
      assertThat(names(container(service).at("env"))).isSubsetOf(manifests.environmentOf(service));
      assertThat(compose.at("services", service, "environment").keys())
          .isNotEmpty()
          .isSubsetOf(read);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service"})
  void whicheverServiceComesFirstMakesTheTopicsAsTold(String service) {
    assertThat(manifests.environmentOf(service))
        .contains("SYNDICATE_TOPICS_CREATE", "SYNDICATE_TOPICS_REPLICATION_FACTOR");
  }

  @Test
  void whatIsWrittenForKubernetesIsApplied() {
    Node kustomization = manifests.documents("deploy/kubernetes/kustomization.yaml").getFirst();

    assertThat(kustomization.at("resources").items())
        .extracting(Node::text)
        .containsExactlyInAnyOrder(
            "namespace.yaml",
            "configuration.yaml",
            "ingest-service.yaml",
            "enrich-service.yaml",
            "publish-service.yaml");
    assertThat(manifests.kubernetes("PodDisruptionBudget")).hasSize(SERVICES.size());
  }

  @Test
  void prometheusScrapesEveryServiceWhereItListens() {
    Node job =
        manifests
            .documents("deploy/prometheus/prometheus.yml")
            .getFirst()
            .at("scrape_configs")
            .items()
            .getFirst();
    Set<String> targets = new TreeSet<>();
    job.at("static_configs")
        .items()
        .forEach(it -> it.at("targets").items().forEach(target -> targets.add(target.text())));

    assertThat(job.at("metrics_path").text()).isEqualTo("/actuator/prometheus");
    assertThat(targets)
        .containsExactlyInAnyOrderElementsOf(
            SERVICES.stream().map(it -> it + ":" + port(it)).toList());
  }

  private static void assertProbe(Node probe, String path, Node listening) {
    assertThat(probe.at("httpGet", "path").text()).isEqualTo(path);
    assertThat(probe.at("httpGet", "port").text()).isEqualTo(listening.at("name").text());
  }

  private Node deployment(String service) {
    return only(manifests.kubernetes("Deployment"), service);
  }

  private Node container(String service) {
    List<Node> containers =
        deployment(service).at("spec", "template", "spec", "containers").items();
    assertThat(containers).hasSize(1);
    return containers.getFirst();
  }

  private static Node only(List<Node> documents, String name) {
    List<Node> found =
        documents.stream().filter(it -> it.at("metadata", "name").text().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }

  private static Set<String> names(Node list) {
    var names = new TreeSet<String>();
    list.items().forEach(it -> names.add(it.at("name").text()));
    return names;
  }

  /// Where a service listens when nothing else is said.
  private String port(String service) {
    Matcher port = DEFAULT_PORT.matcher(manifests.application(service).at("server", "port").text());
    assertThat(port.find()).isTrue();
    return String.valueOf(port.group(1));
  }
}
