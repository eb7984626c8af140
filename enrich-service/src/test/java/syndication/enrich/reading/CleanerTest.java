package syndication.enrich.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanerTest {

  private static final String CAPTION =
      "Fishermen mend their nets on the quay in this picture from last spring.";

  private final Cleaner cleaner = new Cleaner(new LineRules());

  @Test
  void aCaptionIsNotRead() {
    String prose = "The harbour will be closed to trawlers from October, the council decided.";

    assertThat(cleaner.clean("Harbour closes", CAPTION + "\n" + prose).lines())
        .containsExactly(prose);
  }

  @Test
  void aParagraphThatIsLongerThanAnyCaptionIsReadWhateverItSays() {
    String paragraph =
        CAPTION
            + " They have done so for four hundred years, and the council, which voted on Tuesday"
            + " after a debate of six hours to close the harbour to trawlers from October, has"
            + " promised them a museum, a grant, and a place at the new marina for every boat"
            + " that is older than its owner, though nobody could say when it would be built.";

    assertThat(cleaner.clean("Harbour closes", paragraph).lines()).containsExactly(paragraph);
  }

  @Test
  void theBeginningIsAsLongAsItIsAskedToBe() {
    Reading reading = cleaner.clean("", "One sentence is here.\nAnother one is there.");

    assertThat(reading.beginning(25)).isEqualTo("One sentence is here.\nAno");
    assertThat(reading.beginning(100)).isEqualTo("One sentence is here.\nAnother one is there.");
  }
}
