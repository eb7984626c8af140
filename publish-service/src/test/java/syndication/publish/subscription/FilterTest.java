package syndication.publish.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import syndication.publish.article.PublishedArticle;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.kafka.EnrichedTranslator;
import syndication.schema.RevisionKind;
import syndication.schema.Rights;
import syndication.schema.SyndicationRight;

class FilterTest {

  private static final String ID = "urn:uuid:00000000-0000-4000-8000-000000000001";
  private static final PublishedArticle ARTICLE =
      EnrichedTranslator.article(EnrichedEvents.event(ID, 1, RevisionKind.NEW));

  private static Filter filter(
      Set<String> sources, Set<String> tags, Set<String> topics, Set<String> languages) {
    return new Filter(sources, tags, topics, languages, Set.of());
  }

  @Test
  void anEmptyFilterTakesEverythingThatMayBePassedOn() {
    assertThat(Filter.EVERYTHING.matches(ARTICLE)).isTrue();
  }

  @Test
  void everyListThatIsNotEmptyHasToMatch() {
    assertThat(filter(Set.of("Harbour-News"), Set.of(), Set.of(), Set.of()).matches(ARTICLE))
        .isTrue();
    assertThat(filter(Set.of("other"), Set.of(), Set.of(), Set.of()).matches(ARTICLE)).isFalse();
    assertThat(filter(Set.of(), Set.of("ada marsh"), Set.of(), Set.of()).matches(ARTICLE)).isTrue();
    assertThat(filter(Set.of(), Set.of("place/wexcombe"), Set.of(), Set.of()).matches(ARTICLE))
        .isTrue();
    assertThat(filter(Set.of(), Set.of(), Set.of("medtop:20000570"), Set.of()).matches(ARTICLE))
        .isTrue();
    assertThat(
            filter(Set.of("harbour-news"), Set.of("nobody"), Set.of(), Set.of()).matches(ARTICLE))
        .isFalse();
  }

  @Test
  void aLanguageTakesItsRegionsToo() {
    var event = EnrichedEvents.event(ID, 1, RevisionKind.NEW, "s").setLanguage("en-GB").build();
    PublishedArticle british = EnrichedTranslator.article(event);
    assertThat(filter(Set.of(), Set.of(), Set.of(), Set.of("en")).matches(british)).isTrue();
    assertThat(filter(Set.of(), Set.of(), Set.of(), Set.of("en-US")).matches(british)).isFalse();
  }

  @Test
  void whatMayNotBePassedOnGoesOnlyToWhoAsksForItByName() {
    var revised =
        EnrichedEvents.revised(ID, 1, RevisionKind.NEW, "s")
            .setRights(Rights.newBuilder().setSyndicationRight(SyndicationRight.NO).build())
            .build();
    PublishedArticle forbidden =
        EnrichedTranslator.article(
            EnrichedEvents.event(ID, 1, RevisionKind.NEW, "s").setArticle(revised).build());

    assertThat(Filter.EVERYTHING.matches(forbidden)).isFalse();
    assertThat(new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("NO")).matches(forbidden))
        .isTrue();
  }

  @Test
  void aBlankValueIsAMistake() {
    assertThatThrownBy(() -> filter(Set.of(" "), Set.of(), Set.of(), Set.of()))
        .hasMessage("sources: blank (expected: no blank value)");
  }
}
