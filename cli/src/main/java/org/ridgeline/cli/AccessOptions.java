package org.ridgeline.cli;

import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Option;

/// What commands that change somebody's access have in common.
final class AccessOptions {
  private AccessOptions() {}

  /// Why.
  static final class Reason {
    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "why; it goes into the ledger, 1 to 500 characters")
    private String reason;

    String text() {
      return reason;
    }
  }

  /// How it is said.
  static final class Said {
    @Option(names = "--json", description = "print {\"name\",\"done\"}")
    private boolean json;

    int done(String name, String act, String words) {
      if (json) {
        Output.json(new Done(name, act));
      } else {
        System.out.println(words);
      }
      return ExitCode.DONE;
    }

    int token(String name, String act, String token) {
      if (json) {
        Output.json(new WithToken(name, act, token));
      } else {
        System.out.println(name + ": its token, shown this once:");
        System.out.println(token);
      }
      return ExitCode.DONE;
    }
  }

  /// What is printed of an act: whom it is about, and what was done.
  record Done(String name, String done) {}

  /// The same with a secret.
  record WithToken(String name, String done, String token) {}
}
