package org.ridgeline.casework.verification;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/// The services of verification, wired together.
public record Verification(
    VerificationDesk desk,
    ExaminerDesk examiners,
    SupervisorDesk supervisors,
    KnownPairs knownPairs,
    VerificationCounts counts,
    Preparer preparer) {
  /// Over casework's data source; lots are drawn so that examiners cannot guess them.
  public static Verification of(
      DataSource dataSource, PrintSource prints, VerificationRules rules, Clock clock) {
    Bench bench = Bench.of(dataSource, rules, clock, new SecureRandom());
    VerificationDesk desk = new VerificationDesk(bench);
    return new Verification(
        desk,
        new ExaminerDesk(bench, desk),
        new SupervisorDesk(bench, dataSource),
        new KnownPairs(bench),
        new VerificationCounts(bench, dataSource),
        new Preparer(bench, desk, prints));
  }
}
