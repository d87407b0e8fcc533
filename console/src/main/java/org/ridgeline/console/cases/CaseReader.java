package org.ridgeline.console.cases;

import java.util.List;
import java.util.UUID;
import org.ridgeline.casework.casefile.Assessed;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.DossierDigest;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.Exhibit;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.NextStep;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.determination.Draft;
import org.ridgeline.casework.evidence.Dossier;
import org.springframework.stereotype.Component;

/// Reads a case with everything it rests on; each part puts the look on record.
@Component
class CaseReader {
  private final CaseDesk desk;
  private final EvidenceDesk evidence;
  private final HistoryDesk history;
  private final DeterminationStore determinations;
  private final Records records;

  CaseReader(
      CaseDesk desk,
      EvidenceDesk evidence,
      HistoryDesk history,
      DeterminationStore determinations,
      Records records) {
    this.desk = desk;
    this.evidence = evidence;
    this.history = history;
    this.determinations = determinations;
    this.records = records;
  }

  /// A case as it was read.
  /// - **Shape** `records` what the repositories know; `assessed` by the policy in force today
  record Read(
      Case one,
      NextStep next,
      Dossier dossier,
      Records.Known records,
      Assessed assessed,
      List<Draft> determinations) {
    /// The digest of what is shown: what a signature names.
    DossierDigest digest() {
      return new Exhibit(one, dossier, records, assessed, determinations).digest();
    }
  }

  Read read(Actor actor, UUID id) {
    Case one = desk.read(actor, id);
    Dossier dossier = evidence.dossier(actor, id);
    return new Read(
        one,
        NextStep.of(one, desk.look(one, dossier)),
        dossier,
        records.of(one),
        history.assess(actor, id),
        determinations.of(id));
  }
}
