package syndication.enrich.classifier;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An article of which people said what it is about.
///
/// @param features how often each feature stands in it
/// @param topics codes, at least one
record Example(Map<String, Double> features, Set<String> topics) {

  Example {
    features = Map.copyOf(features);
    topics = Set.copyOf(new TreeSet<>(topics));
  }
}
