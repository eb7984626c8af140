package syndication.ingest.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTxtTest {

  private static final String AGENT = "Syndicate";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Disallow: /                      | /feed           | false",
        "Disallow:                        | /feed           | true",
        "Disallow: /private               | /private/feed   | false",
        "Disallow: /private               | /feed           | true",
        "Disallow: /;Allow: /feed         | /feed           | true",
        "Disallow: /;Allow: /feed         | /other          | false",
        "Allow: /feed;Disallow: /feed     | /feed           | true",
        "Disallow: /*.xml$                | /feed.xml       | false",
        "Disallow: /*.xml$                | /feed.xml?x=1   | true",
        "Disallow: /*?                    | /feed?x=1       | false",
        "Disallow: /a*b*c                 | /a1b2c3         | false",
        "Disallow: /a*b*c                 | /a1c2b3         | true",
        "Disallow: /feed$                 | /feed           | false",
        "Disallow: /feed$                 | /feeds          | true",
        "Disallow: * # everything         | /feed           | false",
      })
  void theLongestRuleThatFitsDecides(String rules, String path, boolean allowed) {
    RobotsTxt robots = RobotsTxt.read("User-agent: *\n" + rules.replace(';', '\n'), AGENT);

    assertThat(robots.allows(URI.create("https://a.example" + path))).isEqualTo(allowed);
  }

  @Test
  void rulesMadeForUsGoBeforeThoseForEverybody() {
    RobotsTxt robots =
        RobotsTxt.read(
            """
            User-agent: *
            Disallow: /
            Crawl-delay: 60

            User-agent: Other
            User-agent: syndicate/2.0
            Crawl-delay: 2.5
            Disallow: /drafts
            Sitemap: https://a.example/sitemap.xml
            """,
            AGENT);

    assertThat(robots.allows(URI.create("https://a.example/feed"))).isTrue();
    assertThat(robots.allows(URI.create("https://a.example/drafts/1"))).isFalse();
    assertThat(robots.crawlDelay()).isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void nonsenseForbidsNothing() {
    RobotsTxt robots =
        RobotsTxt.read("<html>Disallow: /\nCrawl-delay: never\n\u0000:::\nUser-agent", AGENT);

    assertThat(robots.allows(URI.create("https://a.example/"))).isTrue();
    assertThat(robots.crawlDelay()).isZero();
    assertThat(RobotsTxt.open().allows(URI.create("https://a.example"))).isTrue();
  }
}
