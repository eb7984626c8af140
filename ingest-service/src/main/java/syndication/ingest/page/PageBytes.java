package syndication.ingest.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.text.Groups;

/// Decodes the bytes of a page: byte order mark, then valid UTF-8 whatever is declared, then what
/// the server and the page declare, then the web's default.
final class PageBytes {

  /// Browsers look this far for a declared encoding.
  private static final int SNIFFED_BYTES = 4_096;

  private static final Pattern CHARSET =
      Pattern.compile(
          "charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);

  /// Stands for bytes that cannot be decoded, and may stand in a page as itself.
  private static final char REPLACEMENT = '\uFFFD';

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private PageBytes() {}

  static String decode(byte[] bytes, @Nullable String contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    Charset declared = declared(bytes, contentType);
    if (declared != null && isEscaped(declared)) {
      return new String(bytes, declared);
    }
    String utf8 = strictUtf8(bytes);
    if (utf8 != null) {
      return utf8;
    }
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
      return new String(bytes, declared);
    }
    String mostly = new String(bytes, StandardCharsets.UTF_8);
    long broken = mostly.chars().filter(c -> c == '\uFFFD').count();
    long beyond = mostly.chars().filter(c -> c > 127).count();
    return broken * 4 <= beyond ? mostly : new String(bytes, WESTERN);
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// Encodings whose bytes look like ASCII although they are not.
  private static boolean isEscaped(Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return name.startsWith("iso-2022") || name.startsWith("utf-16") || name.startsWith("utf-32");
  }

  private static @Nullable String strictUtf8(byte[] bytes) {
    String quick = new String(bytes, StandardCharsets.UTF_8);
    if (quick.indexOf(REPLACEMENT) < 0) {
      return quick;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  private static @Nullable Charset declared(byte[] bytes, @Nullable String contentType) {
    Charset stated = contentType == null ? null : named(contentType);
    if (stated != null) {
      return stated;
    }
    int length = Math.min(bytes.length, SNIFFED_BYTES);
    Charset page = named(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    // A page that says UTF-16 in ASCII letters is not UTF-16.
    return page != null && page.name().startsWith("UTF-") ? StandardCharsets.UTF_8 : page;
  }

  private static @Nullable Charset named(String text) {
    Matcher match = CHARSET.matcher(text);
    if (!match.find()) {
      return null;
    }
    String name = Groups.group(match, 1).toLowerCase(Locale.ROOT);
    String wide =
        switch (name) {
          case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
          case "gb2312", "gbk" -> "GB18030";
          case "shift_jis", "sjis" -> "windows-31j";
          case "ks_c_5601-1987", "euc-kr" -> "x-windows-949";
          default -> name;
        };
    try {
      return Charset.isSupported(wide) ? Charset.forName(wide) : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
