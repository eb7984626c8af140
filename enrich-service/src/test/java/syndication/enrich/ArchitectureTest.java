package syndication.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "syndication.enrich",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORE = {
    "..enrich.article..",
    "..enrich.words..",
    "..enrich.segment..",
    "..enrich.language..",
    "..enrich.reading..",
    "..enrich.entity..",
    "..enrich.topic..",
    "..enrich.keyphrase..",
    "..enrich.summary..",
    "..enrich.fingerprint..",
    "..enrich.enrichment.."
  };

  @ArchTest
  static final ArchRule core_knows_only_java_and_itself =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(with(CORE, "java..", "org.jspecify.."));

  @ArchTest
  static final ArchRule avro_and_kafka_stay_at_their_edge =
      noClasses()
          .that()
          .resideOutsideOfPackage("..enrich.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("syndication.schema..", "org.apache.avro..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule opennlp_stays_at_its_edge =
      noClasses()
          .that()
          .resideOutsideOfPackage("..enrich.opennlp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("opennlp..");

  @ArchTest
  static final ArchRule lucene_stays_at_its_edge =
      noClasses()
          .that()
          .resideOutsideOfPackage("..enrich.lucene..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene..", "org.tartarus..");

  @ArchTest
  static final ArchRule no_cycles =
      slices().matching("syndication.enrich.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule constructor_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule no_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule no_wall_clock_in_the_core =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule names_say_what_it_is =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }
}
