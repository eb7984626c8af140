package syndication.publish.site;

/// Names one list of the site.
///
/// @param token the list's part of the address, from [Token]; empty for the front page
public record ListRef(ListKind kind, String token) {

  /// The list of everything.
  public static final ListRef FRONT = new ListRef(ListKind.FRONT, "");

  /// How the store and the address know it: `tag:angela-merkel`, `front:`.
  public String key() {
    return kind.word() + ":" + token;
  }
}
