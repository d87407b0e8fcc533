package org.ridgeline.cli.terminal;

/// What the program's exit code says.
public final class ExitCode {
  public static final int DONE = 0;

  /// Done, but the input has findings.
  public static final int FINDINGS = 1;

  /// The command line is wrong.
  public static final int USAGE = 2;

  /// Disk, database, peer or network trouble.
  public static final int TROUBLE = 3;

  /// An error after which the process could not be trusted: no memory, a class that does not link.
  public static final int BROKEN = 4;

  private ExitCode() {}
}
