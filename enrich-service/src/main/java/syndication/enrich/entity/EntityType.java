package syndication.enrich.entity;

import java.util.List;
import java.util.Locale;

/// What a name is the name of.
public enum EntityType {
  PERSON(0),
  ORGANISATION(1),
  PLACE(2),
  EVENT(3),
  /// A work, a product, a people, a language: a name, but never a tag.
  OTHER(4);

  private static final List<EntityType> ALL = List.of(values());

  /// Where its score stands in a row of scores.
  private final int slot;

  EntityType(int slot) {
    this.slot = slot;
  }

  int slot() {
    return slot;
  }

  static EntityType at(int slot) {
    return ALL.get(slot);
  }

  /// The word on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException for a word that is no type
  public static EntityType of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "person", "per" -> PERSON;
      case "organisation", "organization", "org" -> ORGANISATION;
      case "place", "location", "loc" -> PLACE;
      case "event" -> EVENT;
      default ->
          throw new IllegalArgumentException(
              "type: " + word + " (expected: person, organisation, place or event)");
    };
  }
}
