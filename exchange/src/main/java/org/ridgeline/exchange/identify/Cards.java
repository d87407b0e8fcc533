package org.ridgeline.exchange.identify;

import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.exchange.submission.CorrectionStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.EncounterFile;

/// The cards of submissions, each with what was corrected of it. Pages, examiners' pictures and the
/// work on a submission read prints through here.
public final class Cards {
  private final SubmissionStore submissions;
  private final CorrectionStore corrections;

  public Cards(DataSource dataSource) {
    submissions = new SubmissionStore(dataSource);
    corrections = new CorrectionStore(dataSource);
  }

  /// A submission's card; empty where there is none, it is purged, or its structure is broken.
  public Optional<Card> of(String control) {
    return submissions
        .bytes(control)
        .flatMap(bytes -> ItlReader.read(bytes).ifAccepted())
        .map(transaction -> Card.of(transaction, corrections.of(control)));
  }

  /// The card that an encounter was enrolled from, under what was corrected of it then; empty where
  /// its structure is broken.
  public Optional<Card> of(EncounterFile file) {
    return ItlReader.read(file.bytes())
        .ifAccepted()
        .map(transaction -> Card.of(transaction, corrections.ofSource(file.source())));
  }
}
