package org.ridgeline.cli.terminal;

import tools.jackson.databind.json.JsonMapper;

/// Where results go: JSON for scripts, lines for people. Progress and remarks go to standard error.
public final class Output {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Progress PROGRESS = Progress.onTerminal();

  private Output() {}

  /// Prints one value as one line of JSON.
  public static void json(Object value) {
    System.out.println(JSON.writeValueAsString(value));
  }

  /// The JSON reader and writer of all commands.
  public static JsonMapper mapper() {
    return JSON;
  }

  /// Says how far something long is, where somebody watches.
  public static void progress(String what, long done, long all) {
    PROGRESS.at(what, done, all);
  }
}
