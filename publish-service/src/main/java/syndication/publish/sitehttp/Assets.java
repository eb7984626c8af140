package syndication.publish.sitehttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/// The files of the site, read once.
public final class Assets {

  private final byte[] stylesheet = read("site.css");
  private final byte[] icon = read("favicon.svg");

  /// Path of the style sheet, with a mark of its content.
  public String stylesheetPath() {
    var mark = new CRC32();
    mark.update(stylesheet);
    return "/assets/site.css?v=" + Long.toHexString(mark.getValue());
  }

  byte[] stylesheet() {
    return stylesheet.clone();
  }

  byte[] icon() {
    return icon.clone();
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/site/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks /site/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
