package syndication.ingest.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.Submission;
import syndication.ingest.submission.SubmissionReader;
import syndication.ingest.text.TextReader;
import syndication.ingest.text.TextReading;

/// Reads submissions that are the plain text of a page.
public final class TextSubmissions implements SubmissionReader {

  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)");
  private static final Charset LEGACY = Charset.forName("windows-1252");

  private final TextReader reader;

  public TextSubmissions(TextReader reader) {
    this.reader = reader;
  }

  @Override
  public Reading read(Submission it) {
    return switch (reader.read(text(it), it.address())) {
      case TextReading.Unreadable no ->
          new Reading.Unreadable(no.rule(), no.reason(), no.position());
      case TextReading.Read yes -> {
        ParsedArticle article = yes.article().toParsedArticle(it.address(), it.receivedAt());
        yield WordCount.enough(article)
            ? new Reading.Read(article)
            : new Reading.Unreadable(
                "text.no-article", "text: no sentence in it (expected: an article)", null);
      }
    };
  }

  // What reads as UTF-8 is UTF-8, whatever it is called; the reverse hardly ever happens by chance.
  private static String text(Submission it) {
    byte[] bytes = it.body().bytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, stated(it.contentType()));
    }
  }

  private static Charset stated(String contentType) {
    Matcher it = CHARSET.matcher(contentType.toLowerCase(Locale.ROOT));
    try {
      Charset charset = it.find() ? Charset.forName(String.valueOf(it.group(1))) : LEGACY;
      return charset.equals(StandardCharsets.UTF_8) ? LEGACY : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return LEGACY;
    }
  }
}
