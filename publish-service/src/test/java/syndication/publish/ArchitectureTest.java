package syndication.publish;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The shape of the service: decisions in the middle, technology at the edges.
@AnalyzeClasses(packages = "syndication.publish", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] CORE = {
    "..publish.article..",
    "..publish.partner..",
    "..publish.subscription..",
    "..publish.delivery..",
    "..publish.signing..",
    "..publish.ninjs..",
    "..publish.address..",
    "..publish.replay..",
  };

  private static final String[] EDGES = {
    "..publish.webhook..",
    "..publish.kafka..",
    "..publish.deadletter..",
    "..publish.store..",
    "..publish.api..",
    "..publish.metrics..",
    "..publish.startup..",
  };

  @ArchTest
  static final ArchRule theCoreKnowsNoTechnology =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "org.apache.hc..",
              "syndication.schema..",
              "java.sql..",
              "javax.sql..",
              "java.net.http..",
              "jakarta..",
              "io.micrometer..");

  @ArchTest
  static final ArchRule theCoreKnowsNoEdge =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EDGES);

  @ArchTest
  static final ArchRule deliveryEdgesDoNotKnowEachOther =
      slices()
          .matching("syndication.publish.(webhook|store|api|metrics)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule nobodyImplementsWithANameThatSaysNothing =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util");

  @ArchTest
  static final ArchRule listenersLiveAtTheKafkaEdges =
      classes()
          .that()
          .haveSimpleNameEndingWith("Listener")
          .should()
          .resideInAnyPackage("..publish.kafka..", "..publish.sitekafka..");
}
