package syndication.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.site.SampleArticle.article;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.publish.article.PublishedArticle;

class PulledTest {

  @Test
  void anArticleThatMayBePassedOnGoesWhole() {
    Pulled pulled = Pulled.of(article("a").build());

    assertThat(pulled.type()).isEqualTo("article.published");
    assertThat(pulled.article().bodyText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO", "VERIFY", "WITH_PAYMENT"})
  void aBodyThatTheSourceKeepsForItselfStaysHere(String right) {
    PublishedArticle it = Pulled.of(article("a").rights(right).build()).article();

    assertThat(it.headline()).isNotEmpty();
    assertThat(it.bodyHtml()).isEmpty();
    assertThat(it.bodyText()).isEmpty();
  }

  @Test
  void aNoticeHoldsNoWordOfTheArticle() {
    Pulled notice = Pulled.notice(article("a").tagged("Ann Marlow").build());

    assertThat(notice.type()).isEqualTo("article.withdrawn");
    assertThat(notice.article().usable()).isFalse();
    assertThat(notice.article().headline()).isEmpty();
    assertThat(notice.article().bodyText()).isEmpty();
    assertThat(notice.article().tags()).isEmpty();
    assertThat(notice.article().summary().text()).isNull();
  }
}
