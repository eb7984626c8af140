package syndication.cli;

/// What the command's exit codes mean.
final class ExitCode {

  static final int FINE = 0;

  /// Something is not well, or not there.
  static final int NOT_WELL = 1;

  /// A service understood and said no.
  static final int REFUSED = 2;

  /// The command line makes no sense (EX_USAGE of BSD's sysexits).
  static final int USAGE = 64;

  /// Something that is needed does not run or does not answer (EX_UNAVAILABLE).
  static final int UNAVAILABLE = 69;

  private ExitCode() {}
}
