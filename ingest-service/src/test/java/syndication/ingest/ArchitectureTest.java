package syndication.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

/// Decisions in the middle, technologies at the edges, and edges that do not know each other.
@AnalyzeClasses(
    packages = "syndication.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORE = {
    "syndication.ingest.article..",
    "syndication.ingest.feed..",
    "syndication.ingest.identity..",
    "syndication.ingest.nearduplicate..",
    "syndication.ingest.ninjs..",
    "syndication.ingest.normalise..",
    "syndication.ingest.page..",
    "syndication.ingest.politeness..",
    "syndication.ingest.reading..",
    "syndication.ingest.revision..",
    "syndication.ingest.submission..",
    "syndication.ingest.text..",
    "syndication.ingest.websub..",
  };

  @ArchTest
  static final ArchRule decisionsKnowNoTechnology =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache..",
              "java.sql..",
              "java.net.http..",
              "syndication.schema..",
              "io.micrometer..");

  @ArchTest
  static final ArchRule theClockIsPassedIn =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule avroStaysWhereKafkaIs =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "syndication.ingest",
              "syndication.ingest.kafka..",
              "syndication.ingest.submissionlog..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("syndication.schema");

  @ArchTest
  static final ArchRule sqlStaysInTheStores =
      classes()
          .that()
          .resideInAPackage("syndication.ingest.store..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("syndication.ingest", "syndication.ingest.store..");

  @ArchTest
  static final ArchRule kafkaIsKnownToTheWiringAlone =
      classes()
          .that()
          .resideInAPackage("syndication.ingest.kafka..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("syndication.ingest", "syndication.ingest.kafka..");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("syndication.ingest.(*)..").should().beFreeOfCycles();
}
