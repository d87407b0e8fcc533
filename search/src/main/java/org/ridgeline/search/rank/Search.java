package org.ridgeline.search.rank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.FingerSequence;

/// One probe on its way through a whole gallery, whoever looks up the rows: which looks are taken,
/// and whom they found.
final class Search {
  private final ProbeFingers fingers;
  private final Stage stage;
  private final Shortlists lists;
  private final Map<UUID, Candidate> best = new HashMap<>();
  private int compared;

  Search(ProbeFingers fingers, Stage stage, Shortlists lists) {
    this.fingers = fingers;
    this.stage = stage;
    this.lists = lists;
  }

  ProbeFingers fingers() {
    return fingers;
  }

  /// The fingers as they are labelled.
  Look firstLook() {
    return new Look(List.of(FingerSequence.AS_GIVEN), fingers.count(), lists);
  }

  /// All other orders.
  Look secondLook() {
    List<FingerSequence> errors = FingerSequence.errors(fingers.count());
    CascadeSettings.SecondLook settings = stage.settings().secondLook();
    return new Look(errors, settings.fingers(), settings.lists(lists, errors.size()));
  }

  /// Takes the rows that came out of a look's signatures through the stages that are left.
  /// - **Shape** `rows`: for each of its sequences, the best first
  void look(Look look, List<List<Standing>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      FingerSequence sequence = look.sequences().get(i);
      int least =
          sequence.equals(FingerSequence.AS_GIVEN)
              ? stage.settings().evidence().comparedMin(fingers.count())
              : 0;
      Cascade cascade = new Cascade(fingers, sequence, stage);
      verify(cascade, cascade.refine(rows.get(i), look.lists().refined(), least));
    }
  }

  /// Compares rows in full, all of them.
  void compare(List<Standing> rows) {
    verify(new Cascade(fingers, FingerSequence.AS_GIVEN, stage), rows);
  }

  private void verify(Cascade cascade, List<Standing> rows) {
    compared += rows.size();
    cascade.verify(rows).forEach((person, one) -> best.merge(person, one, Ranking::better));
  }

  /// Whether nobody has been found who could be a candidate: then the order is doubted.
  boolean isOpen() {
    return !stage.hitsOnly()
        && best.values().stream().mapToInt(Candidate::score).max().orElse(-1) < stage.line();
  }

  Found found(int encounters, long upTo) {
    return new Found(new CandidateList(Ranking.list(best.values()), encounters, upTo), compared);
  }
}
