package syndication.ingest.feed.encoding;

import java.nio.charset.Charset;

/// UTF-8 with stray bytes of windows-1252 in it, as comes from pasting one into the other.
///
/// @param text with each stray byte as the character it has in windows-1252
/// @param sequences well-formed sequences of more than one byte
/// @param strays bytes that are no UTF-8
record MixedUtf8(String text, int sequences, int strays) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  boolean isMostlyUtf8() {
    return sequences > strays;
  }

  static MixedUtf8 decode(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    int sequences = 0;
    int strays = 0;
    int at = 0;
    while (at < bytes.length) {
      int b = bytes[at] & 0xFF;
      int length = b < 0x80 ? 1 : length(bytes, at);
      if (b < 0x80) {
        text.append((char) b);
      } else if (length > 1) {
        text.appendCodePoint(codePoint(bytes, at, length));
        sequences++;
      } else {
        text.append(new String(bytes, at, 1, WINDOWS_1252));
        strays++;
        length = 1;
      }
      at += length;
    }
    return new MixedUtf8(text.toString(), sequences, strays);
  }

  /// Bytes in the well-formed sequence that begins here, or 0.
  private static int length(byte[] bytes, int at) {
    int b = bytes[at] & 0xFF;
    int length = b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
    if (b < 0xC2 || length == 0 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int code = codePoint(bytes, at, length);
    boolean shortest =
        length == 2 || (length == 3 && code >= 0x800) || (length == 4 && code > 0xFFFF);
    boolean surrogate = code >= 0xD800 && code < 0xE000;
    return shortest && !surrogate && code <= Character.MAX_CODE_POINT ? length : 0;
  }

  private static int codePoint(byte[] bytes, int at, int length) {
    int code = bytes[at] & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      code = code << 6 | (bytes[at + i] & 0x3F);
    }
    return code;
  }
}
