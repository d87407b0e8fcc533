package org.ridgeline.exchange;

/// Who changes who has access, and from where: what stands in the ledger of it.
/// - **Shape** `from` the address a request came from, or `os:USER` for a command
public record Administrator(String name, String from) {
  private static final String COMMAND = "command line";
  private static final int CHARS_MAX = 100;

  public Administrator {
    if (name.isBlank() || from.isBlank()) {
      throw new IllegalArgumentException("name=" + name + " from=" + from + " expected both");
    }
    from = from.length() > CHARS_MAX ? from.substring(0, CHARS_MAX) : from;
  }

  /// Whoever runs this program on the server's machine.
  public static Administrator local() {
    return new Administrator(COMMAND, "os:" + System.getProperty("user.name", "unknown"));
  }

  /// Whether it is this operator, at the console.
  public boolean is(String operator) {
    return name.equals(operator);
  }
}
