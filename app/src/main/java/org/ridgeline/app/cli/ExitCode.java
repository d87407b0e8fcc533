package org.ridgeline.app.cli;

/// What the program's exit code says.
final class ExitCode {
  static final int DONE = 0;

  /// Done, but the input has findings.
  static final int FINDINGS = 1;

  /// The command line is wrong.
  static final int USAGE = 2;

  /// Disk, database, peer or network trouble.
  static final int TROUBLE = 3;

  private ExitCode() {}
}
