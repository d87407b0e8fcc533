package org.ridgeline.casework.casefile;

import java.util.List;
import java.util.stream.Stream;
import org.ridgeline.casework.desk.Term;

/// Where a case stands. Which step leads where is [Transitions]'s table, and nowhere else.
/// - **Shape** `words` as pages say it
public enum CaseState implements Term {
  /// The lead has come; its prints are not yet before the examiners.
  RECEIVED("lead received"),
  /// Examiners compare the prints, blind.
  VERIFYING("prints being verified"),
  /// Examiners cannot tell; a supervisor decides how to go on.
  INCONCLUSIVE("prints inconclusive"),
  /// Closed: it is not this person.
  EXCLUDED("closed: not the person"),
  /// The five citizenship checks are being run.
  CITIZENSHIP_REVIEW("citizenship review"),
  /// Facts for and against, documents and interview are being put together.
  FACTS("facts being established"),
  /// Everything is there; an officer may determine.
  READY("ready to determine"),
  /// One has signed; a second, different person must too.
  COUNTERSIGN("awaiting second signature"),
  /// Signed; the second answer is on its way.
  DETERMINED("determined"),
  /// The second answer has been sent, with the request to say when the person is released.
  NOTIFIED("notice requested"),
  /// The person is in custody; the custody clock runs.
  IN_CUSTODY_WATCH("in custody, clock running"),
  /// A prosecutor has it.
  REFERRED("referred to prosecutor"),
  /// Closed with an outcome.
  CLOSED("closed");

  private final String words;

  CaseState(String words) {
    this.words = words;
  }

  @Override
  public String key() {
    return "state." + name();
  }

  /// The state as people read it.
  @Override
  public String words() {
    return words;
  }

  /// Whether the case has ended.
  public boolean isClosed() {
    return this == EXCLUDED || this == CLOSED;
  }

  /// All states of cases that have not ended.
  public static List<CaseState> open() {
    return Stream.of(values()).filter(state -> !state.isClosed()).toList();
  }
}
