package syndication.ingest.feed.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Position;
import syndication.ingest.feed.Problem;

/// Decodes a feed by the rules of HTTP and XML (RFC 7303 and the older RFC 3023, XML appendix F)
/// and looks at the bytes where what was declared cannot be true.
public final class FeedDecoder {

  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s{0,100}<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([^\"'>]{1,60})");

  /// An XML declaration is at the very beginning; blank lines before it happen.
  private static final int DECLARATION_BYTES_MAX = 1_024;

  /// Names that say how wide characters are but not in which order.
  private static final Set<String> ORDERLESS =
      Set.of(
          "utf-16",
          "utf16",
          "u16",
          "utf-32",
          "utf32",
          "u32",
          "ucs-2",
          "ucs-4",
          "csunicode",
          "csucs4",
          "iso-10646-ucs-2",
          "iso-10646-ucs-4");

  private FeedDecoder() {}

  /// @param contentType HTTP's `Content-Type`, or `null`
  public static Decoded decode(byte[] bytes, @Nullable String contentType) {
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    MediaType type = MediaType.parse(contentType);
    String xml = declaration(bytes, mark);
    if (xml != null && mark.encoding() != null && ORDERLESS.contains(xml)) {
      xml = mark.encoding();
    }
    var problems = new ArrayList<Problem>();
    if (type.isKnown() && !type.isFeed()) {
      problems.add(problem("feed.media-type", type.name() + " is not a type for feeds"));
    }
    String stated = type.charset() != null ? type.charset() : xml;
    String expected = expected(type, xml);
    byte[] content = mark.length() == 0 ? bytes : tail(bytes, mark.length());
    for (String candidate : candidates(expected, xml, mark, content)) {
      String text = strictly(content, candidate);
      if (text != null) {
        if (!candidate.equals(expected) && !(isSevenBit(type) && candidate.equals(xml))) {
          String what = "declared or taken as " + expected + ", but is " + candidate;
          problems.add(problem("feed.wrong-encoding", what));
        }
        return new Decoded(text, candidate, stated, problems);
      }
    }
    MixedUtf8 mixed = MixedUtf8.decode(content);
    String found = mixed.isMostlyUtf8() ? "utf-8" : "windows-1252";
    String text =
        mixed.isMostlyUtf8() ? mixed.text() : new String(content, StandardCharsets.ISO_8859_1);
    problems.add(
        problem("feed.wrong-encoding", "bytes that are not " + expected + "; read as " + found));
    return new Decoded(text, found, stated, problems);
  }

  private static Problem problem(String rule, String what) {
    return new Problem(rule, what, Position.WHOLE);
  }

  private static byte[] tail(byte[] bytes, int from) {
    byte[] tail = new byte[bytes.length - from];
    System.arraycopy(bytes, from, tail, 0, tail.length);
    return tail;
  }

  /// What the rules say the encoding is.
  private static String expected(MediaType type, @Nullable String xml) {
    if (type.charset() != null) {
      return superset(type.charset());
    }
    if ((type.isText() && type.isXml()) || type.name().equals("text/plain")) {
      return "us-ascii";
    }
    return xml == null ? "utf-8" : superset(xml);
  }

  private static boolean isSevenBit(MediaType type) {
    return type.charset() == null && type.isText();
  }

  private static Set<String> candidates(
      String expected, @Nullable String xml, ByteOrderMark mark, byte[] content) {
    var candidates = new LinkedHashSet<String>();
    candidates.add(expected);
    if (xml != null) {
      candidates.add(superset(xml));
    }
    if (mark.encoding() != null) {
      candidates.add(mark.encoding());
    }
    candidates.add("utf-8");
    String guess = CharsetGuess.of(content);
    if (guess != null) {
      candidates.add(guess);
    }
    return candidates;
  }

  private static String superset(String name) {
    return switch (name) {
      case "gb2312", "gbk", "gb_2312-80", "x-gbk" -> "gb18030";
      case "utf8" -> "utf-8";
      default -> name;
    };
  }

  private static @Nullable String declaration(byte[] bytes, ByteOrderMark mark) {
    int length = Math.min(bytes.length, DECLARATION_BYTES_MAX);
    Charset charset = mark.encoding() == null ? null : charset(mark.encoding());
    String head =
        new String(bytes, 0, length, charset == null ? StandardCharsets.ISO_8859_1 : charset);
    Matcher matcher = DECLARATION.matcher(head.startsWith("\uFEFF") ? head.substring(1) : head);
    String name = matcher.find() ? matcher.group(1) : null;
    return name == null ? null : name.strip().toLowerCase(Locale.ROOT);
  }

  static @Nullable String strictly(byte[] bytes, String encoding) {
    Charset charset = charset(encoding);
    if (charset == null) {
      return null;
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
