package syndication.ingest.feed.encoding;

import org.jspecify.annotations.Nullable;

/// What the first four bytes say about the width of characters.
///
/// @param encoding in lower case, or `null` when they say nothing
/// @param length bytes to skip; 0 when the encoding shows in `<?` and not in a mark
record ByteOrderMark(@Nullable String encoding, int length) {

  static ByteOrderMark of(byte[] bytes) {
    int first = 0;
    for (int i = 0; i < 4; i++) {
      first = first << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0xAA);
    }
    return switch (first) {
      case 0x0000FEFF -> new ByteOrderMark("utf-32be", 4);
      case 0xFFFE0000 -> new ByteOrderMark("utf-32le", 4);
      case 0x003C003F -> new ByteOrderMark("utf-16be", 0);
      case 0x3C003F00 -> new ByteOrderMark("utf-16le", 0);
      case 0x0000003C -> new ByteOrderMark("utf-32be", 0);
      case 0x3C000000 -> new ByteOrderMark("utf-32le", 0);
      case 0x4C6FA794 -> new ByteOrderMark("ibm037", 0);
      default -> shorter(first);
    };
  }

  private static ByteOrderMark shorter(int first) {
    if (first >>> 16 == 0xFEFF) {
      return new ByteOrderMark("utf-16be", 2);
    }
    if (first >>> 16 == 0xFFFE) {
      return new ByteOrderMark("utf-16le", 2);
    }
    return first >>> 8 == 0xEFBBBF ? new ByteOrderMark("utf-8", 3) : new ByteOrderMark(null, 0);
  }
}
