package org.ridgeline.casework.evidence;

import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;

/// What a citizenship check came to.
public sealed interface CheckResult {
  /// Nobody has asked yet; the gate stays shut.
  record NotRun() implements CheckResult {}

  /// Asked; nothing points to citizenship.
  record Negative() implements CheckResult {}

  /// Something points to citizenship, however weakly.
  /// - **Shape** `indicator`: what
  record Positive(String indicator) implements CheckResult {
    public Positive {
      indicator = Limits.text(Field.INDICATOR, indicator);
    }
  }

  /// The source could not be asked, and why not.
  record Unavailable(String reason) implements CheckResult {
    public Unavailable {
      reason = Limits.text(Field.REASON, reason);
    }
  }

  /// A result by its key and what was said with it.
  /// - **Error** an unknown key, or NOT_RUN, which nobody can record: RefusedStep
  static CheckResult of(String key, String detail) {
    return switch (key) {
      case "NEGATIVE" -> new Negative();
      case "POSITIVE" -> new Positive(detail);
      case "UNAVAILABLE" -> new Unavailable(detail);
      default -> throw new RefusedStep(Refusal.NO_SUCH_RESULT, key);
    };
  }

  /// The key in forms, rows and files.
  default String key() {
    return switch (this) {
      case NotRun _ -> "NOT_RUN";
      case Negative _ -> "NEGATIVE";
      case Positive _ -> "POSITIVE";
      case Unavailable _ -> "UNAVAILABLE";
    };
  }

  /// The result as people read it.
  default String words() {
    return switch (this) {
      case NotRun _ -> "not run";
      case Negative _ -> "no indicator found";
      case Positive _ -> "points to citizenship";
      case Unavailable _ -> "source not available";
    };
  }

  /// What was said with it; empty where there is nothing to say.
  default String detail() {
    return switch (this) {
      case NotRun _, Negative _ -> "";
      case Positive(var indicator) -> indicator;
      case Unavailable(var reason) -> reason;
    };
  }
}
