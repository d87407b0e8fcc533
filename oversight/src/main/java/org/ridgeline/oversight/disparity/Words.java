package org.ridgeline.oversight.disparity;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.estimate.change.ChangeCaveat;
import org.ridgeline.estimate.disparity.DisparityCaveat;
import org.ridgeline.oversight.report.Text;
import org.ridgeline.oversight.sealed.Group;

/// What every file of a study says beside its numbers.
final class Words {
  /// Whom the files are for.
  static final String FOR =
      "For oversight, not for the public: counts of small groups can point to persons. What is"
          + " left out of the page below the limit stands whole in the other files, and can partly"
          + " be worked out from totals.";

  /// What an outlier is and is not.
  static final String OUTLIER =
      "An outlier is a place to look at. It opens an item for people; it changes no case, no search"
          + " and no priority, and is no finding about anybody.";

  private Words() {}

  /// What can not be concluded.
  static List<String> caveats() {
    List<String> words = new ArrayList<>();
    for (DisparityCaveat one : DisparityCaveat.values()) {
      words.add(one.words());
    }
    return words;
  }

  /// What can not be concluded from views around activation.
  static List<String> changeCaveats() {
    List<String> words = new ArrayList<>();
    for (ChangeCaveat one : ChangeCaveat.values()) {
      words.add(one.words());
    }
    return words;
  }

  /// What is special to these data.
  static List<String> notes(Counts counts, long unopened, long forgotten, long unread) {
    List<String> notes = new ArrayList<>();
    for (Group.Field field : Group.Field.values()) {
      notes.add(
          field
              + " was not reported, or not as a code, for "
              + Text.count(counts.unknown(field))
              + " of "
              + Text.count(counts.bookings())
              + " bookings: they are left out where groups of it are compared.");
    }
    notes.add(
        "Purged bookings of these months, which are in no count: " + Text.count(forgotten) + ".");
    notes.add(
        "Rows that this key does not open, which are in no count: " + Text.count(unopened) + ".");
    notes.add(
        "Facts that this version cannot read, whose steps are missing: "
            + Text.count(unread)
            + ".");
    notes.add(
        "Steps are as they stand now: bookings of the last weeks may go on yet. Who was handed over"
            + " without a determination that stands counts as verified.");
    notes.add(
        "Later steps are of bookings since a unit's first day of activation, also after an end of"
            + " it. A unit without a first day in the register has no later steps here.");
    notes.add(
        "Of the two sexes women are asked for: the men's share is the rest, and an outlier of the"
            + " one is one of the other the other way round. Groups of a field depend on each"
            + " other: where one has more, others have less.");
    notes.add(
        "An outlier of a question is by false-discovery control over that question's units. So many"
            + " questions are asked that some have one by chance: an item is opened only where the"
            + " control over all questions of the study at once (run_p) names it, too. With few"
            + " units hardly anything does.");
    return notes;
  }
}
