package syndication.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.EntryCodec;
import syndication.ingest.feed.FeedReader;
import syndication.ingest.page.FragmentReader;
import syndication.ingest.submission.Channel;
import syndication.ingest.submission.RawBytes;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.Submission;

class EntrySubmissionsTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-25T08:00:00Z");

  private final EntryCodec codec = new EntryCodec();
  private final EntrySubmissions submissions = new EntrySubmissions(codec, new FragmentReader());

  @Test
  void cutsFromTheBodyOfAnEntryTheTitleThatItRepeats() {
    ParsedArticle article =
        read(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Harbour Gazette</title><link>https://gazette.example/</link><item>
            <title>Lighthouse keeper retires after 41 winters</title>
            <link>https://gazette.example/keeper</link>
            <content:encoded><![CDATA[<p><strong>Lighthouse keeper retires after 41
            winters</strong></p>
            <p>The keeper of the northern lighthouse locked its door for the last time on Sunday, and
            nobody will follow him.</p>]]></content:encoded></item></channel></rss>
            """);

    assertThat(article.title()).isEqualTo("Lighthouse keeper retires after 41 winters");
    assertThat(article.body().text())
        .isEqualTo(
            "The keeper of the northern lighthouse locked its door for the last time on Sunday, and"
                + " nobody will follow him.");
    assertThat(article.removed()).extracting("rule").containsExactly("text.repeated-title");
  }

  private ParsedArticle read(String feed) {
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
    Entry entry = new FeedReader().read(bytes, null, null, RECEIVED).entries().getFirst();
    Reading reading = submissions.read(submission(codec.toJson(entry)));
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).article();
  }

  private static Submission submission(byte[] body) {
    return new Submission(
        "gazette:1",
        "receipt-1",
        "gazette",
        Channel.FEED,
        SourceCommand.PUBLISH,
        "application/vnd.syndicate.entry+json",
        new RawBytes(body),
        null,
        null,
        RECEIVED,
        null,
        null,
        Map.of(),
        "0af7651916cd43dd8448eb211c80319c");
  }
}
