package org.ridgeline.oversight.disparity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.oversight.sealed.AgeBand;
import org.ridgeline.oversight.sealed.Demographics;
import org.ridgeline.oversight.sealed.Group;
import org.ridgeline.oversight.sealed.Sex;

/// How many persons of which demographics came how far, unit by unit.
final class Counts {
  private record People(Slot slot, Map<Demographics, Long> counts) {}

  private final SortedMap<String, List<People>> units = new TreeMap<>();

  Counts(Map<Slot, Map<Demographics, Long>> slots) {
    slots.forEach((slot, counts) ->
        units.computeIfAbsent(slot.unit(), _ -> new ArrayList<>()).add(new People(slot, counts)));
  }

  Set<String> units() {
    return units.keySet();
  }

  /// Where a unit lies.
  String fips(String unit) {
    return units.get(unit).getFirst().slot().fips();
  }

  /// A group's share of a unit's bookings whose group is known.
  Share share(String unit, Group group, Predicate<Slot> which) {
    long in = 0;
    long known = 0;
    for (People one : units.get(unit)) {
      if (which.test(one.slot())) {
        for (Map.Entry<Demographics, Long> entry : one.counts().entrySet()) {
          var has = group.has(entry.getKey());
          known += has.isPresent() ? entry.getValue() : 0;
          in += has.orElse(false) ? entry.getValue() : 0;
        }
      }
    }
    return new Share(in, known);
  }

  long bookings() {
    return all().values().stream().mapToLong(Long::longValue).sum();
  }

  /// How many reported nothing of a field.
  long unknown(Group.Field field) {
    Group any = new Group(field, "any");
    return all().entrySet().stream()
        .filter(one -> any.has(one.getKey()).isEmpty())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<Demographics, Long> all() {
    Map<Demographics, Long> all = new HashMap<>();
    units
        .values()
        .forEach(people ->
            people.forEach(one -> one.counts().forEach((who, n) -> all.merge(who, n, Long::sum))));
    return all;
  }

  /// The groups to compare, largest first: those with so many bookings in all units together. Of
  /// the two sexes one is asked for, since the other's share is the rest.
  /// - **Limit** [Limits#GROUPS_MAX]
  List<Group> groups(long least) {
    Map<Group, Long> sizes = new HashMap<>();
    all()
        .forEach((one, n) -> {
          if (one.sex() == Sex.FEMALE) {
            sizes.merge(new Group(Group.Field.SEX, one.sex().name()), n, Long::sum);
          }
          if (one.age() != AgeBand.UNKNOWN) {
            sizes.merge(new Group(Group.Field.AGE, one.age().label()), n, Long::sum);
          }
          one.race()
              .map(race -> new Group(Group.Field.RACE, race))
              .filter(group -> group.has(one).isPresent())
              .ifPresent(group -> sizes.merge(group, n, Long::sum));
        });
    return sizes.entrySet().stream()
        .filter(one -> one.getValue() >= least)
        .sorted(
            Map.Entry.<Group, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(Group::toString))))
        .limit(Limits.GROUPS_MAX)
        .map(Map.Entry::getKey)
        .toList();
  }
}
