package syndication.ingest.feed.date;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Time zones as feeds name them.
final class Zones {

  private static final Pattern OFFSET =
      Pattern.compile("(?:gmt|utc|ut|z)? ?([+-])(\\d{1,2}):?(\\d{2})?");

  /// Minutes east of Greenwich. Names that several countries use mean what RFC 822 and most feeds
  /// mean: those of North America, then Europe.
  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("wet", 0),
          Map.entry("west", 60),
          Map.entry("bst", 60),
          Map.entry("cet", 60),
          Map.entry("met", 60),
          Map.entry("mez", 60),
          Map.entry("cest", 120),
          Map.entry("mest", 120),
          Map.entry("mesz", 120),
          Map.entry("eet", 120),
          Map.entry("sast", 120),
          Map.entry("eest", 180),
          Map.entry("msk", 180),
          Map.entry("trt", 180),
          Map.entry("eat", 180),
          Map.entry("gst", 240),
          Map.entry("pkt", 300),
          Map.entry("ist", 330),
          Map.entry("npt", 345),
          Map.entry("ict", 420),
          Map.entry("wib", 420),
          Map.entry("hkt", 480),
          Map.entry("sgt", 480),
          Map.entry("myt", 480),
          Map.entry("pht", 480),
          Map.entry("awst", 480),
          Map.entry("jst", 540),
          Map.entry("kst", 540),
          Map.entry("acst", 570),
          Map.entry("aest", 600),
          Map.entry("acdt", 630),
          Map.entry("aedt", 660),
          Map.entry("nzst", 720),
          Map.entry("nzdt", 780),
          Map.entry("nst", -210),
          Map.entry("ndt", -150),
          Map.entry("brt", -180),
          Map.entry("art", -180),
          Map.entry("at", -240),
          Map.entry("ast", -240),
          Map.entry("adt", -180),
          Map.entry("clt", -240),
          Map.entry("et", -300),
          Map.entry("est", -300),
          Map.entry("edt", -240),
          Map.entry("ct", -360),
          Map.entry("cst", -360),
          Map.entry("cdt", -300),
          Map.entry("mt", -420),
          Map.entry("mst", -420),
          Map.entry("mdt", -360),
          Map.entry("pt", -480),
          Map.entry("pst", -480),
          Map.entry("pdt", -420),
          Map.entry("akst", -540),
          Map.entry("akdt", -480),
          Map.entry("hst", -600));

  private Zones() {}

  /// @param name in lower case
  /// @return `null` when there is no such zone
  static @Nullable ZoneId of(String name) {
    Integer minutes = NAMED.get(name);
    if (minutes != null) {
      return ZoneOffset.ofTotalSeconds(minutes * 60);
    }
    Matcher offset = OFFSET.matcher(name);
    if (offset.matches()) {
      int sign = Parts.part(offset, 1).equals("-") ? -1 : 1;
      String written = offset.group(3);
      int rest = written == null ? 0 : Integer.parseInt(written);
      return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(Parts.part(offset, 2)), sign * rest);
    }
    return name.indexOf('/') > 0 ? region(name) : null;
  }

  private static @Nullable ZoneId region(String name) {
    if (name.startsWith("etc/")) {
      return of(name.substring("etc/".length()));
    }
    var written = new StringBuilder(name);
    for (int i = 0; i < written.length(); i++) {
      if (i == 0 || "/_-".indexOf(written.charAt(i - 1)) >= 0) {
        written.setCharAt(i, Character.toUpperCase(written.charAt(i)));
      }
    }
    try {
      return ZoneId.of(written.toString());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
