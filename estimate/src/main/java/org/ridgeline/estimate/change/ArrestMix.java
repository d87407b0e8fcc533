package org.ridgeline.estimate.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.estimate.share.ShareDifference;

/// What bookings were for, before and after activation, where places were activated one after the
/// other. Each place is compared with itself around its own date; places are pooled, never summed
/// up, so that large ones activated early do not pass for a change.
/// - **Shape** `classes`: one for each charge class of any unit, by name
public record ArrestMix(List<ClassChange> classes, List<ChangeCaveat> caveats) {
  /// - **Error** a caveat left out: IllegalArgumentException
  public ArrestMix {
    classes = List.copyOf(classes);
    caveats = List.copyOf(caveats);
    if (!caveats.containsAll(List.of(ChangeCaveat.values()))) {
      throw new IllegalArgumentException("caveats=" + caveats + " limit=all");
    }
  }

  /// One charge class: each unit's difference, and all together, which is empty where no unit has
  /// bookings on both sides.
  public record ClassChange(String chargeClass, List<UnitChange> units, Optional<Pooled> pooled) {
    public ClassChange {
      units = List.copyOf(units);
    }
  }

  /// One unit: the class's share after its activation less that before it.
  public record UnitChange(String unit, LocalDate activated, ShareDifference afterLessBefore) {}

  /// Compares.
  /// - **Limit** [Limits#UNITS_MAX], [Limits#CHARGE_CLASSES_MAX]
  /// - **Error** more, or a unit named twice: IllegalArgumentException
  public static ArrestMix of(List<UnitCounts> units) {
    SortedSet<String> classes = classes(units);
    List<ClassChange> changes = new ArrayList<>();
    for (String each : classes) {
      List<UnitChange> own = units.stream().map(unit -> change(each, unit)).toList();
      List<ShareDifference> filled =
          own.stream().map(UnitChange::afterLessBefore).filter(Pooled::isFilled).toList();
      changes.add(
          new ClassChange(
              each, own, filled.isEmpty() ? Optional.empty() : Optional.of(Pooled.of(filled))));
    }
    return new ArrestMix(changes, List.of(ChangeCaveat.values()));
  }

  private static SortedSet<String> classes(List<UnitCounts> units) {
    check("units", units.size(), Limits.UNITS_MAX);
    Set<String> names = new HashSet<>();
    SortedSet<String> classes = new TreeSet<>();
    for (UnitCounts unit : units) {
      if (!names.add(unit.unit())) {
        throw new IllegalArgumentException("unit=" + unit.unit() + " limit=named once");
      }
      classes.addAll(unit.before().keySet());
      classes.addAll(unit.after().keySet());
    }
    check("classes", classes.size(), Limits.CHARGE_CLASSES_MAX);
    return classes;
  }

  private static void check(String what, int size, int max) {
    if (size > max) {
      throw new IllegalArgumentException(what + "=" + size + " limit=" + max);
    }
  }

  private static UnitChange change(String chargeClass, UnitCounts unit) {
    return new UnitChange(
        unit.unit(),
        unit.activated(),
        new ShareDifference(share(chargeClass, unit.after()), share(chargeClass, unit.before())));
  }

  private static Share share(String chargeClass, SortedMap<String, Long> counts) {
    long all = counts.values().stream().reduce(0L, Math::addExact);
    return new Share(counts.getOrDefault(chargeClass, 0L), all);
  }
}
