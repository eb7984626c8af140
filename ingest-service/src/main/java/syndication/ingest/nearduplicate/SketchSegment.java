package syndication.ingest.nearduplicate;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.UUID;
import java.util.function.Consumer;

/// A part of the index: a fixed number of articles, and a hash table from each of their keys to the
/// article.
///
/// Slot 0 of an article is its id, the next are its pairs of bins, the last its opening words.
/// Entries of one bucket are a chain, newest first; an entry is the number of its slot among all,
/// from 1. The memory goes when the segment does.
final class SketchSegment {

  /// Large enough that a million articles are few segments, each of which a lookup has to visit;
  /// small enough that a small installation spends little.
  static final int ARTICLES = 1 << 15;

  private static final int SLOTS = 1 + Sketch.BANDS + Sketch.LEADS_MAX;
  private static final int BUCKETS = 1 << 20;
  private static final int IDS = 4;

  /// Articles of one key that are looked at, newest first: a text that stands in thousands of
  /// articles is no sign that two of them are one.
  private static final int STEPS_MAX = 200;

  /// Shingles, source and the number of opening words, then the keys of those.
  private static final int FACTS = 3 + Sketch.LEADS_MAX;

  static final long BYTES =
      (long) BUCKETS * Integer.BYTES
          + (long) ARTICLES
              * (SLOTS * Integer.BYTES
                  + Signature.BINS * Short.BYTES
                  + IDS * Long.BYTES
                  + FACTS * Integer.BYTES);

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

  private final MemorySegment heads;
  private final MemorySegment next;
  private final MemorySegment bins;
  private final MemorySegment ids;
  private final MemorySegment facts;
  private int size;

  SketchSegment() {
    Arena memory = Arena.ofAuto();
    heads = memory.allocate(INT, BUCKETS);
    next = memory.allocate(INT, (long) ARTICLES * SLOTS);
    bins = memory.allocate(SHORT, (long) ARTICLES * Signature.BINS);
    ids = memory.allocate(LONG, (long) ARTICLES * IDS);
    facts = memory.allocate(INT, (long) ARTICLES * FACTS);
  }

  boolean full() {
    return size == ARTICLES;
  }

  int size() {
    return size;
  }

  void add(UUID articleId, UUID clusterId, int source, Sketch sketch) {
    int article = size++;
    long id = (long) article * IDS;
    ids.setAtIndex(LONG, id, articleId.getMostSignificantBits());
    ids.setAtIndex(LONG, id + 1, articleId.getLeastSignificantBits());
    ids.setAtIndex(LONG, id + 2, clusterId.getMostSignificantBits());
    ids.setAtIndex(LONG, id + 3, clusterId.getLeastSignificantBits());
    long fact = (long) article * FACTS;
    facts.setAtIndex(INT, fact, sketch.shingles());
    facts.setAtIndex(INT, fact + 1, source);
    facts.setAtIndex(INT, fact + 2, sketch.leads());
    for (int i = 0; i < Signature.BINS; i++) {
      bins.setAtIndex(SHORT, (long) article * Signature.BINS + i, sketch.bin(i));
    }
    chain(article, 0, bucket(articleId));
    for (int i = 0; i < Sketch.BANDS; i++) {
      chain(article, 1 + i, bucket(i, sketch.band(i)));
    }
    for (int i = 0; i < sketch.leads(); i++) {
      facts.setAtIndex(INT, fact + 3 + i, sketch.lead(i));
      chain(article, 1 + Sketch.BANDS + i, bucket(Sketch.BANDS, sketch.lead(i)));
    }
  }

  /// An article without a source is found by nothing.
  void remove(UUID articleId) {
    for (int entry = heads.getAtIndex(INT, bucket(articleId)); entry != 0; entry = after(entry)) {
      int article = (entry - 1) / SLOTS;
      if ((entry - 1) % SLOTS == 0 && articleId.equals(id(article, 0))) {
        facts.setAtIndex(INT, (long) article * FACTS + 1, 0);
      }
    }
  }

  /// Tells of articles that share a key, and of each once.
  ///
  /// @param own source whose articles are left out
  void similar(Sketch sketch, int own, int limit, Consumer<SketchIndex.Found> found) {
    int[] articles = new int[limit];
    int count = 0;
    for (int i = 0; i < Sketch.BANDS + sketch.leads() && count < limit; i++) {
      boolean band = i < Sketch.BANDS;
      int key = band ? sketch.band(i) : sketch.lead(i - Sketch.BANDS);
      int bucket = bucket(Math.min(i, Sketch.BANDS), key);
      int entry = heads.getAtIndex(INT, bucket);
      for (int step = 0; step < STEPS_MAX && entry != 0 && count < limit; step++) {
        int article = (entry - 1) / SLOTS;
        if (has((entry - 1) % SLOTS, article, Math.min(i, Sketch.BANDS), key)
            && eligible(article, own)
            && isNew(articles, count, article)) {
          articles[count++] = article;
          found.accept(found(article));
        }
        entry = after(entry);
      }
    }
  }

  private boolean eligible(int article, int own) {
    int source = facts.getAtIndex(INT, (long) article * FACTS + 1);
    return source != 0 && source != own;
  }

  private static boolean isNew(int[] articles, int count, int article) {
    for (int i = 0; i < count; i++) {
      if (articles[i] == article) {
        return false;
      }
    }
    return true;
  }

  /// Whether the slot of an article, one of the bucket's, really has the key.
  private boolean has(int slot, int article, int kind, int key) {
    if (slot == 0) {
      return false;
    }
    int band = slot - 1;
    if (band < Sketch.BANDS) {
      return band == kind && band(article, band) == key;
    }
    long lead = (long) article * FACTS + 3 + (band - Sketch.BANDS);
    return kind == Sketch.BANDS && facts.getAtIndex(INT, lead) == key;
  }

  private int band(int article, int band) {
    long at = (long) article * Signature.BINS + (long) band * Sketch.BAND_BINS;
    return (bins.getAtIndex(SHORT, at) << Short.SIZE) | (bins.getAtIndex(SHORT, at + 1) & 0xFFFF);
  }

  private SketchIndex.Found found(int article) {
    short[] own = new short[Signature.BINS];
    for (int i = 0; i < own.length; i++) {
      own[i] = bins.getAtIndex(SHORT, (long) article * Signature.BINS + i);
    }
    long fact = (long) article * FACTS;
    int[] leads = new int[facts.getAtIndex(INT, fact + 2)];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = facts.getAtIndex(INT, fact + 3 + i);
    }
    return new SketchIndex.Found(
        id(article, 0), id(article, 2), Sketch.ofBins(own, facts.getAtIndex(INT, fact), leads));
  }

  private UUID id(int article, int offset) {
    long at = (long) article * IDS + offset;
    return new UUID(ids.getAtIndex(LONG, at), ids.getAtIndex(LONG, at + 1));
  }

  private void chain(int article, int slot, int bucket) {
    int entry = article * SLOTS + slot + 1;
    next.setAtIndex(INT, entry - 1L, heads.getAtIndex(INT, bucket));
    heads.setAtIndex(INT, bucket, entry);
  }

  private int after(int entry) {
    return next.getAtIndex(INT, entry - 1L);
  }

  private static int bucket(UUID articleId) {
    return mix(articleId.getMostSignificantBits() ^ articleId.getLeastSignificantBits());
  }

  private static int bucket(int kind, int key) {
    return mix(((long) kind << Integer.SIZE) ^ (key & 0xFFFFFFFFL));
  }

  private static int mix(long value) {
    return (int) ((value * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 20));
  }
}
