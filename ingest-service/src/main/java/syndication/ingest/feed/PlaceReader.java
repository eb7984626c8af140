package syndication.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.xml.XmlElement;

/// Reads places from GeoRSS Simple, GML and W3C geo.
final class PlaceReader {

  private PlaceReader() {}

  static @Nullable Place simple(String shape, XmlElement element) {
    return place(shape, element.text(), 2, true);
  }

  /// A GML shape inside `georss:where`.
  static @Nullable Place gml(XmlElement where) {
    return gml(where, null, 0);
  }

  /// A GML shape by itself.
  static @Nullable Place shape(XmlElement shape) {
    return gml(shape, shape, 0);
  }

  private static @Nullable Place gml(XmlElement parent, @Nullable XmlElement shape, int depth) {
    if (depth > Bounds.NESTING_MAX) {
      return null;
    }
    for (XmlElement child : parent.elements()) {
      Place place =
          switch (child.key()) {
            case "gml:pos" -> coordinates("Point", child, shape);
            case "gml:poslist" -> coordinates(shapeName(shape), child, shape);
            case "gml:envelope" -> envelope(child);
            case "gml:point", "gml:linestring", "gml:polygon" -> gml(child, child, depth + 1);
            default -> gml(child, shape, depth + 1);
          };
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  private static String shapeName(@Nullable XmlElement shape) {
    if (shape == null) {
      return "LineString";
    }
    return switch (shape.key()) {
      case "gml:polygon" -> "Polygon";
      case "gml:point" -> "Point";
      default -> "LineString";
    };
  }

  private static @Nullable Place coordinates(
      String name, XmlElement list, @Nullable XmlElement shape) {
    String dimension = attribute("srsdimension", list, shape);
    String system = attribute("srsname", list, shape);
    boolean swapped = system == null || isLatitudeFirst(system);
    return place(name, list.text(), "3".equals(dimension) ? 3 : 2, swapped);
  }

  private static @Nullable String attribute(
      String key, XmlElement list, @Nullable XmlElement shape) {
    String own = list.attribute(key);
    return own != null || shape == null ? own : shape.attribute(key);
  }

  /// Geographic systems give latitude first; projected ones, such as UTM, give east first.
  private static boolean isLatitudeFirst(String system) {
    String name = system.toUpperCase(Locale.ROOT);
    return name.endsWith("4326")
        || name.endsWith("4979")
        || name.endsWith("CRS84")
        || name.endsWith("WGS84");
  }

  private static @Nullable Place envelope(XmlElement envelope) {
    XmlElement lower = envelope.child("gml:lowercorner");
    XmlElement upper = envelope.child("gml:uppercorner");
    return lower == null || upper == null
        ? null
        : place("Box", lower.text() + " " + upper.text(), 2, true);
  }

  static @Nullable Place point(@Nullable String latitude, @Nullable String longitude) {
    return latitude == null || longitude == null
        ? null
        : place("Point", latitude + " " + longitude, 2, true);
  }

  private static @Nullable Place place(
      String shape, String text, int dimensions, boolean latitudeFirst) {
    String[] numbers = text.replace(',', ' ').strip().split("\\s+", -1);
    var points = new ArrayList<List<Double>>();
    int step = shape.equals("Point") && numbers.length == 3 ? 3 : dimensions;
    for (int i = 0; i + step <= numbers.length && points.size() < Bounds.POINTS_MAX; i += step) {
      var point = new ArrayList<Double>();
      for (int k = 0; k < step; k++) {
        Double number = number(numbers[i + k]);
        if (number == null) {
          return null;
        }
        point.add(number);
      }
      if (latitudeFirst) {
        point.addFirst(point.remove(1));
      }
      points.add(point);
    }
    boolean enough = points.size() >= (shape.equals("Point") ? 1 : 2);
    return enough ? new Place(shape, points) : null;
  }

  private static @Nullable Double number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
