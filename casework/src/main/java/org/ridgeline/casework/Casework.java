package org.ridgeline.casework;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseIntake;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.evidence.Freshness;

/// Casework's services, wired together over its schema.
public record Casework(Shelf shelf, CaseIntake intake, CaseDesk desk, EvidenceDesk evidence) {
  /// Opens casework on a data source whose role owns its schema: brings the schema up to date.
  public static Casework open(
      DataSource dataSource, Reauthentication reauthentication, Clock clock) {
    CaseworkSchema.migrate(dataSource);
    Shelf shelf = Shelf.of(dataSource, Freshness.standard(), clock);
    CaseDesk desk = new CaseDesk(shelf, reauthentication);
    return new Casework(shelf, new CaseIntake(shelf), desk, new EvidenceDesk(shelf, desk));
  }
}
