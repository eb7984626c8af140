package syndication.ingest.identity;

/// How a source's item ids have behaved so far.
///
/// @param seen submissions that carried an id
/// @param changed articles whose id changed while everything else stayed
/// @param reused ids that came with another article
public record ItemIdRecord(long seen, long changed, long reused) {

  public static final ItemIdRecord EMPTY = new ItemIdRecord(0, 0, 0);

  /// Cases before ids are called unreliable: one or two are an editor's slip.
  private static final long CASES_MIN = 3;

  /// Share of bad ids from which none is believed, in percent; FreshRSS degrades at the same share.
  private static final long PERCENT_MAX = 5;

  public ItemIdRecord plus(ItemIdRecord other) {
    return new ItemIdRecord(seen + other.seen, changed + other.changed, reused + other.reused);
  }

  /// How far the ids are to be believed.
  ///
  /// @param stated whether the source itself made them for us
  public IdentityPolicy policy(boolean stated) {
    if (stated) {
      return IdentityPolicy.STATED;
    }
    if (bad(reused)) {
      return IdentityPolicy.IDS_REUSED;
    }
    return bad(changed) ? IdentityPolicy.IDS_CHANGE : IdentityPolicy.IDS_TRUSTED;
  }

  private boolean bad(long cases) {
    return cases >= CASES_MIN && cases * 100 > seen * PERCENT_MAX;
  }
}
