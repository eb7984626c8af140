package syndication.enrich.kafka.replay;

/// The newest revision and the newest enrichment of many articles, in 36 bytes each: history has
/// millions. Articles are known by 64 bits of their id; that two of five hundred thousand share
/// them has a chance of one in a hundred million.
final class ArticleIndex {

  /// About 40 MB. Partitions with more are gone through in slices.
  static final int ARTICLES_MAX = 500_000;

  private static final int SLOTS_FIRST = 1 << 10;
  private static final double FULL = 0.6;
  private static final int SLICE_SHIFT = 32;

  private long[] keys = new long[SLOTS_FIRST];
  private long[] revisedAt = new long[SLOTS_FIRST];
  private long[] enrichedAt = new long[SLOTS_FIRST];
  private int[] revised = new int[SLOTS_FIRST];
  private int[] enriched = new int[SLOTS_FIRST];
  private int[] version = new int[SLOTS_FIRST];
  private int size;

  /// What is known of an article.
  ///
  /// @param revisedAt offset of the newest revision, or -1 when its body was erased
  /// @param enrichedAt offset of the newest enrichment, or -1 when there is none
  /// @param version of that enrichment
  record Known(long revision, long revisedAt, long enriched, long version, long enrichedAt) {}

  /// In which of so many slices an article is.
  static int slice(String articleId, int slices) {
    return Math.floorMod((int) (hash(articleId) >>> SLICE_SHIFT), slices);
  }

  /// How many slices keep this many records within bounds.
  static int slices(long records) {
    return (int) Math.max(1, Math.ceilDiv(records, ARTICLES_MAX));
  }

  void revised(String articleId, long revision, long offset) {
    int slot = slot(articleId);
    if (revision >= revised[slot]) {
      revised[slot] = (int) revision;
      revisedAt[slot] = offset;
    }
  }

  /// A tombstone of this revision's body.
  void erased(String articleId, long revision) {
    int slot = slot(articleId);
    if (revision >= revised[slot]) {
      revised[slot] = (int) revision;
      revisedAt[slot] = -1;
    }
  }

  void enriched(String articleId, long revision, long enrichment, long offset) {
    int slot = slot(articleId);
    boolean newer =
        revision > enriched[slot] || (revision == enriched[slot] && enrichment >= version[slot]);
    if (newer) {
      enriched[slot] = (int) revision;
      version[slot] = (int) enrichment;
      enrichedAt[slot] = offset;
    }
  }

  /// A tombstone of the enriched article.
  void forgotten(String articleId) {
    int slot = slot(articleId);
    enriched[slot] = 0;
    version[slot] = 0;
    enrichedAt[slot] = -1;
  }

  /// All zero, with offsets of -1, for an article never heard of.
  Known of(String articleId) {
    int slot = find(hash(articleId));
    return keys[slot] == 0
        ? new Known(0, -1, 0, 0, -1)
        : new Known(
            revised[slot], revisedAt[slot], enriched[slot], version[slot], enrichedAt[slot]);
  }

  int size() {
    return size;
  }

  private int slot(String articleId) {
    long key = hash(articleId);
    int slot = find(key);
    if (keys[slot] != 0) {
      return slot;
    }
    if (size + 1 > keys.length * FULL) {
      grow();
      slot = find(key);
    }
    keys[slot] = key;
    revisedAt[slot] = -1;
    enrichedAt[slot] = -1;
    size++;
    return slot;
  }

  private int find(long key) {
    int slot = (int) key & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldRevisedAt = revisedAt;
    long[] oldEnrichedAt = enrichedAt;
    int[] oldRevised = revised;
    int[] oldEnriched = enriched;
    int[] oldVersion = version;
    int slots = keys.length * 2;
    keys = new long[slots];
    revisedAt = new long[slots];
    enrichedAt = new long[slots];
    revised = new int[slots];
    enriched = new int[slots];
    version = new int[slots];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = find(oldKeys[i]);
        keys[slot] = oldKeys[i];
        revisedAt[slot] = oldRevisedAt[i];
        enrichedAt[slot] = oldEnrichedAt[i];
        revised[slot] = oldRevised[i];
        enriched[slot] = oldEnriched[i];
        version[slot] = oldVersion[i];
      }
    }
  }

  // FNV-1a of 64 bits, its bits mixed by the end of splitmix64; never 0, which marks an empty slot.
  private static long hash(String articleId) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < articleId.length(); i++) {
      hash = (hash ^ articleId.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
