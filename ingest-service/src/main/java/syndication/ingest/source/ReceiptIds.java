package syndication.ingest.source;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes receipt ids: UUIDs of version 7 (RFC 9562), which sort by time.
public final class ReceiptIds {

  private static final int TIME_SHIFT = 16;
  private static final long VERSION = 0x7000L;
  private static final long RANDOM_A = 0x0fffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_B = 0x3fff_ffff_ffff_ffffL;

  private final InstantSource clock;
  private final RandomGenerator random;

  public ReceiptIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public String next() {
    long high = (clock.millis() << TIME_SHIFT) | VERSION | (random.nextLong() & RANDOM_A);
    return new UUID(high, VARIANT | (random.nextLong() & RANDOM_B)).toString();
  }
}
