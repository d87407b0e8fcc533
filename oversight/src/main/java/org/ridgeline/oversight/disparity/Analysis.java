package org.ridgeline.oversight.disparity;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.estimate.change.ArrestMix;
import org.ridgeline.estimate.disparity.Disparity;
import org.ridgeline.oversight.sealed.Group;

/// What a study found, with all that it was found from and all that it does not show.
/// - **Shape** `names` of units, where the register has one; `findings` one for each unit of each
///   family, in that order; `notes` what is special to these data, in words
record Analysis(
    Head head,
    SortedMap<String, String> names,
    List<Family> families,
    List<Finding> findings,
    List<Change> changes,
    List<String> notes) {
  Analysis {
    names = new TreeMap<>(names);
    families = List.copyOf(families);
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /// What it is of.
  /// - **Shape** `keyId` of the key that opened the rows; `unopened` rows that it does not open;
  ///   `forgotten` bookings that were purged; `hideBelow`: smaller counts are not on the page
  record Head(
      Ask ask,
      Instant madeAt,
      String keyId,
      long bookings,
      long unopened,
      long forgotten,
      int hideBelow) {}

  /// One unit in one family.
  /// - **Shape** `runP`: adjusted by Benjamini and Hochberg over every unit of every family of the
  ///   study at once
  record Finding(Family family, Disparity.UnitDisparity unit, double runP) {
    /// Whether people should look into it: an outlier in its family, and of the whole study.
    boolean opensItem() {
      return unit.outlier() && runP <= family.found().question().q();
    }
  }

  /// What groups' shares of bookings were before and after each unit's own activation.
  record Change(Group.Field field, ArrestMix mix) {}

  /// A unit as people read it.
  String name(String unit) {
    String name = names.getOrDefault(unit, "");
    return name.isEmpty() ? unit : name + " (" + unit + ")";
  }
}
