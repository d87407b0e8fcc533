package org.ridgeline.cli.terminal;

import java.io.PrintStream;
import tools.jackson.databind.json.JsonMapper;

/// Where results go: JSON for scripts, lines for people. Progress and remarks go to standard error.
public final class Output {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Output() {}

  /// Prints one value as one line of JSON.
  public static void json(Object value) {
    System.out.println(JSON.writeValueAsString(value));
  }

  /// The JSON reader and writer of all commands.
  public static JsonMapper mapper() {
    return JSON;
  }

  /// A progress line that overwrites itself, on a terminal only.
  public static void progress(String what, long done, long all) {
    if (System.console() == null || !System.console().isTerminal()) {
      return;
    }
    PrintStream err = System.err;
    err.printf("\r%s %d/%d", what, done, all);
    if (done >= all) {
      err.println();
    }
    err.flush();
  }
}
