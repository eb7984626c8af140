package syndication.ingest.feed;

import java.util.List;

/// Where something is, from GeoRSS, GML or W3C geo.
///
/// @param shape Point, LineString, Polygon or Box
/// @param points longitude, latitude and, where given, height, as GeoJSON orders them
public record Place(String shape, List<List<Double>> points) {
  public Place {
    points = points.stream().map(List::copyOf).toList();
  }
}
