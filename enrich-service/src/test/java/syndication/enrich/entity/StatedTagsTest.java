package syndication.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import syndication.enrich.entity.StatedTags.Stated;

class StatedTagsTest {

  private static final Tag FOUND =
      new Tag(
          EntityType.PERSON,
          "Anna Bell",
          TagIds.of(EntityType.PERSON, "Anna Bell"),
          null,
          0.8,
          0.6);

  @Test
  void whatTheSourceStatesIsCertain() {
    List<Tag> tags =
        StatedTags.merge(
            List.of(new Stated(EntityType.PERSON, "ANNA BELL", "https://id.example/bell")),
            List.of(FOUND));

    assertThat(tags)
        .containsExactly(
            new Tag(EntityType.PERSON, "Anna Bell", FOUND.id(), "https://id.example/bell", 0.8, 1));
  }

  @Test
  void theSourceKnowsTheType() {
    List<Tag> tags =
        StatedTags.merge(
            List.of(new Stated(EntityType.ORGANISATION, "Anna Bell", null)), List.of(FOUND));

    assertThat(tags).singleElement().extracting(Tag::type).isEqualTo(EntityType.ORGANISATION);
    assertThat(tags.getFirst().id()).isNotEqualTo(FOUND.id());
  }

  @Test
  void whatIsNotInTheTextIsATagToo() {
    List<Tag> tags =
        StatedTags.merge(List.of(new Stated(EntityType.PLACE, "Port Alder", null)), List.of(FOUND));

    assertThat(tags).extracting(Tag::label).containsExactly("Port Alder", "Anna Bell");
    assertThat(tags.getFirst().confidence()).isEqualTo(1);
  }

  @Test
  void withoutStatementsNothingChanges() {
    assertThat(StatedTags.merge(List.of(), List.of(FOUND))).containsExactly(FOUND);
  }
}
