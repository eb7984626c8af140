package syndication.benchmark;

import java.time.Duration;

/// Processor time of processes, which other work on the machine does not blur as it does the clock.
final class Cpu {

  private Cpu() {}

  static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  static Duration ofThisProcess() {
    return of(ProcessHandle.current());
  }

  static double micros(Duration cpu, long units) {
    return cpu.toNanos() / 1000.0 / units;
  }
}
