package org.ridgeline.oversight.sealed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ridgeline.estimate.disparity.Benchmark;
import org.ridgeline.estimate.disparity.Disparity;
import org.ridgeline.estimate.disparity.Step;
import org.ridgeline.estimate.disparity.UnitShare;
import org.ridgeline.estimate.share.Share;

/// How many were booked, by unit and demographics.
/// - **Shape** `units`: bookings by unit; `unopened`: rows sealed to another key, or changed;
///   `forgotten`: bookings whose row was taken out with the person's data
public record BookedCounts(
    Map<String, Map<Demographics, Long>> units,
    Map<String, Long> unopened,
    Map<String, Long> forgotten) {
  public BookedCounts {
    Map<String, Map<Demographics, Long>> copy = new TreeMap<>();
    units.forEach((unit, counts) -> copy.put(unit, Map.copyOf(counts)));
    units = Map.copyOf(copy);
    unopened = Map.copyOf(unopened);
    forgotten = Map.copyOf(forgotten);
  }

  /// A group's share of a unit's bookings whose group is known, with its exact interval by
  /// [Share#bounds]; and how many are not known.
  public record Known(Share group, long unknown) {}

  /// By unit, in their order.
  public Map<String, Known> shares(Group group) {
    Map<String, Known> shares = new TreeMap<>();
    units.forEach((unit, counts) -> {
      long in = 0;
      long known = 0;
      long all = 0;
      for (Map.Entry<Demographics, Long> one : counts.entrySet()) {
        all += one.getValue();
        known += group.has(one.getKey()).isPresent() ? one.getValue() : 0;
        in += group.has(one.getKey()).orElse(false) ? one.getValue() : 0;
      }
      shares.put(unit, new Known(new Share(in, known), all - known));
    });
    return shares;
  }

  /// Where a group's share of bookings lies over or under that of all other units together. It says
  /// nothing of why: whom police meet differs from place to place.
  /// - **Limit** units of whom nobody's group is known are left out
  public Disparity disparity(Group group) {
    Map<String, Known> shares = shares(group);
    long in = shares.values().stream().mapToLong(known -> known.group().count()).sum();
    long of = shares.values().stream().mapToLong(known -> known.group().of()).sum();
    List<UnitShare> compared = new ArrayList<>();
    shares.forEach((unit, known) -> {
      Share own = known.group();
      Share others = new Share(in - own.count(), of - own.of());
      if (own.of() > 0 && others.of() > 0) {
        compared.add(
            new UnitShare(unit, own, new Benchmark.Counted("bookings of all other units", others)));
      }
    });
    return Disparity.of(Disparity.standard(group.toString(), Step.BOOKED), compared);
  }
}
