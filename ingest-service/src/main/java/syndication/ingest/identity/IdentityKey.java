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
    ADDRESS(0, "address"),
    /// The source's own id of the item.
    ITEM(1, "item id"),
    /// The address of the origin's article that a source passes on; as a name it is the same as an
    /// address, but two articles of one source may have one origin.
    ORIGIN(2, "address of the origin"),
    /// Path and query of the address, whatever the host.
    PATH(3, "path of the address"),
    /// A long number in the address.
    NUMBER(4, "number in the address"),
    /// The words of the title.
    TITLE(5, "title"),
    /// The hash of the cleaned content.
    CONTENT(6, "content");

    private final int rank;
    private final String words;

    Kind(int rank, String words) {
      this.rank = rank;
      this.words = words;
    }

    /// The number by which it is stored; lower is stronger.
    public int rank() {
      return rank;
    }

    public static Kind ofRank(int rank) {
      for (Kind it : values()) {
        if (it.rank == rank) {
          return it;
        }
      }
      throw new IllegalArgumentException("rank: " + rank + " (expected: 0 to 6)");
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

  /// The same name, which nobody can read any more.
  public IdentityKey withoutWords() {
    return new IdentityKey(kind, value, "");
  }
}
