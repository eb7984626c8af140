package syndication.ingest.reading;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.EntryArticles;
import syndication.ingest.feed.EntryCodec;
import syndication.ingest.feed.Fragments;
import syndication.ingest.feed.ParsedReading;
import syndication.ingest.page.FragmentReader;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.Submission;
import syndication.ingest.submission.SubmissionReader;

/// Reads submissions that are entries of feeds.
public final class EntrySubmissions implements SubmissionReader {

  private final EntryCodec codec;
  private final EntryArticles articles;

  public EntrySubmissions(EntryCodec codec, FragmentReader fragments) {
    this.codec = codec;
    this.articles =
        new EntryArticles((html, base, title) -> fragment(fragments, html, base, title));
  }

  @Override
  public Reading read(Submission it) {
    Entry entry;
    try {
      entry = codec.fromJson(it.body().bytes());
    } catch (IllegalArgumentException e) {
      return new Reading.Unreadable("feed.entry.unreadable", String.valueOf(e.getMessage()), null);
    }
    return switch (articles.read(entry, it.receivedAt())) {
      case ParsedReading.Read yes -> new Reading.Read(yes.article());
      case ParsedReading.Unreadable no ->
          new Reading.Unreadable(no.rule(), no.reason(), no.position().toString());
    };
  }

  private static Fragments.Fragment fragment(
      FragmentReader reader, String html, @Nullable URI base, @Nullable String title) {
    FragmentReader.Fragment it = reader.read(html, base, title);
    return new Fragments.Fragment(
        it.body(),
        it.removed(),
        it.media(),
        it.related(),
        it.notes(),
        it.attribution(),
        it.warnings());
  }
}
