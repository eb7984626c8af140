package syndication.ingest.identity;

import java.util.UUID;

/// One name under which an article can be found again. Names are compared, and stored, as hashes:
/// they are short then, and a takedown can forget the words.
///
/// @param kind how strong a name it is
/// @param value hash of the name
/// @param shown what an operator reads; empty after a takedown
public record IdentityKey(Kind kind, UUID value, String shown) {

  /// Strong to weak.
  public enum Kind {
    /// A normalised web address, the same for every source.
    ADDRESS("address"),
    /// The source's own id of the item.
    ITEM("item id"),
    /// The address of the origin's article that a source passes on; as a name it is the same as an
    /// address, but two articles of one source may have one origin.
    ORIGIN("address of the origin"),
    /// Path and query of the address, whatever the host.
    PATH("path of the address"),
    /// A long number in the address.
    NUMBER("number in the address"),
    /// The words of the title.
    TITLE("title"),
    /// The hash of the cleaned content.
    CONTENT("content");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Longest [#shown]: enough for a person to know what is meant.
  public static final int SHOWN_CHARS_MAX = 300;

  public IdentityKey {
    shown = shown.length() <= SHOWN_CHARS_MAX ? shown : shown.substring(0, SHOWN_CHARS_MAX);
  }

  static IdentityKey of(Kind kind, String name, String shown) {
    return new IdentityKey(kind, NamedId.key(space(kind) + "\n" + name), shown);
  }

  private static Kind space(Kind kind) {
    return kind == Kind.ORIGIN ? Kind.ADDRESS : kind;
  }

  boolean isAddress() {
    return kind == Kind.ADDRESS || kind == Kind.ORIGIN;
  }

  /// Whether two keys name the same thing, whatever they show.
  public boolean same(IdentityKey other) {
    return kind == other.kind && value.equals(other.value);
  }

  @Override
  public String toString() {
    return kind.words() + " " + shown;
  }
}
