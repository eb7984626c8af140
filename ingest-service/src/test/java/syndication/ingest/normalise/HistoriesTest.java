package syndication.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The histories with a ledger in memory.
class HistoriesTest extends HistoriesContract {

  @Override
  Ledger ledger() {
    return new InMemoryLedger();
  }

  @Test
  void aTakedownLeavesNoWordBehind() {
    var ledger = new InMemoryLedger();
    var player = new Histories(ledger);
    player.play("api says id=n1 link=https://a.example/anna-bell title=\"Anna Bell\" text=T1");
    player.play("api says id=n1 link=https://a.example/anna-bell title=\"Anna Bell\" text=T1a");

    player.play("api takedown id=n1");

    assertThat(ledger.everything())
        .doesNotContain("Anna")
        .doesNotContain("anna-bell")
        .doesNotContain(Histories.text("T1").substring(0, 20));
  }
}
