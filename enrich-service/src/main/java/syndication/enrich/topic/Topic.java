package syndication.enrich.topic;

/// One IPTC Media Topic with our trust in it.
///
/// @param code `medtop:` and eight digits
/// @param label English name
/// @param confidence 0 to 1
public record Topic(String code, String label, double confidence) {}
