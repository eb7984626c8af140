package syndication.enrich.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// How many tokens may be spent on a day of UTC. What a question may cost is set aside before it is
/// put, so that questions under way never overspend together.
public final class Budget {

  private final long tokensPerDay;
  private LocalDate day = LocalDate.MIN;
  private long spent;

  /// @param tokensPerDay 0 for as many as there are
  public Budget(long tokensPerDay) {
    if (tokensPerDay < 0) {
      throw new IllegalArgumentException("tokensPerDay: " + tokensPerDay + " (expected: >= 0)");
    }
    this.tokensPerDay = tokensPerDay;
  }

  /// Sets tokens aside; false when the day does not have them any more.
  public synchronized boolean tryTake(long tokens, Instant now) {
    turn(now);
    if (tokensPerDay > 0 && spent + tokens > tokensPerDay) {
      return false;
    }
    spent += tokens;
    return true;
  }

  /// Settles what was set aside with what it cost in the end.
  public synchronized void settle(long taken, long cost) {
    spent = Math.max(0, spent - taken + cost);
  }

  /// What was spent today.
  public synchronized long spent(Instant now) {
    turn(now);
    return spent;
  }

  private void turn(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!today.equals(day)) {
      day = today;
      spent = 0;
    }
  }
}
