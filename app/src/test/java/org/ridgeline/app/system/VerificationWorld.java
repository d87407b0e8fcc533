package org.ridgeline.app.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.ridgeline.casework.verification.Bench;
import org.ridgeline.casework.verification.Pair;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.casework.verification.VerificationDesk;
import org.ridgeline.casework.verification.VerificationRules;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Verification over a real server's database, with invented prints, a clock that is moved by hand
/// and lots of a fixed seed.
final class VerificationWorld implements AutoCloseable {
  final CaseWorld world;
  // Whole milliseconds: the database rounds to microseconds, and limits are tried to the moment.
  final VirtualClock clock = new VirtualClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  final JdbcClient jdbc;
  final Preparer preparer;
  private final VerificationDesk desk;

  VerificationWorld(Path data, double plantedShare) throws Exception {
    world = new CaseWorld(data);
    jdbc = world.jdbc();
    VerificationRules standard = VerificationRules.standard();
    VerificationRules rules =
        new VerificationRules(plantedShare, standard.taskLife(), standard.queue());
    Bench bench = Bench.of(world.dataSource(), rules, clock, new Random(7));
    desk = new VerificationDesk(bench);
    preparer = new Preparer(bench, desk, _ -> fingers());
  }

  private static List<PrintSource.FingerPair> fingers() {
    return List.of(pair(FingerPosition.RIGHT_INDEX), pair(FingerPosition.LEFT_INDEX));
  }

  private static PrintSource.FingerPair pair(FingerPosition finger) {
    Template blank = new Template(800, 800, 500, 0, List.of());
    return new PrintSource.FingerPair(
        finger,
        new PrintSource.Print(new byte[] {1, 2, 3}, blank),
        new PrintSource.Print(new byte[] {4, 5, 6}, blank));
  }

  /// Asks for a comparison of an invented case; gives the case.
  UUID request() {
    UUID caseId = UUID.randomUUID();
    String control = "R" + caseId.toString().substring(0, 13);
    desk.request(caseId, new Pair(control, UUID.randomUUID()));
    return caseId;
  }

  int count(String state) {
    return jdbc.sql("select count(*) from comparison where state = ?")
        .param(state)
        .query(Integer.class)
        .single();
  }

  /// Has all that is not settled be taken back.
  void clear() {
    jdbc.sql("update comparison set state = 'WITHDRAWN' where state <> 'SETTLED'").update();
    jdbc.sql(
            """
            update comparison_task set ended_at = now(), ending = 'WITHDRAWN', reason = ''
            where ended_at is null
            """)
        .update();
  }

  @Override
  public void close() throws IOException {
    world.close();
  }
}
