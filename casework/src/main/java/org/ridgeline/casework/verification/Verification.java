package org.ridgeline.casework.verification;

import java.security.SecureRandom;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Daybook;

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
      DataSource dataSource, PrintSource prints, VerificationRules rules, Daybook daybook) {
    Bench bench = new Bench(Bench.Stores.of(dataSource), daybook, rules, new SecureRandom());
    VerificationDesk desk = new VerificationDesk(bench);
    return new Verification(
        desk,
        new ExaminerDesk(bench, desk),
        new SupervisorDesk(bench),
        new KnownPairs(bench),
        new VerificationCounts(bench, dataSource),
        new Preparer(bench, desk, prints));
  }
}
