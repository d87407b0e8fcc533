package org.ridgeline.oversight.disparity;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ridgeline.estimate.disparity.Benchmark;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

/// A finding as a row of names and numbers, the same in every file.
final class Rows {
  private Rows() {}

  static SequencedMap<String, Object> of(Analysis analysis, Analysis.Finding finding) {
    Family family = finding.family();
    UnitDisparity unit = finding.unit();
    Share share = unit.observed().group();
    SequencedMap<String, Object> row = new LinkedHashMap<>();
    row.put("unit", unit.observed().unit());
    row.put("name", analysis.names().getOrDefault(unit.observed().unit(), ""));
    row.put("group", family.group().toString());
    row.put("step", family.step().name());
    row.put("against", family.against());
    row.put("count", share.count());
    row.put("of", share.of());
    row.put("share", share.rate());
    put(row, "share", share.bounds());
    switch (unit.observed().benchmark()) {
      case Benchmark.Counted(_, Share there) -> {
        row.put("benchmark_count", there.count());
        row.put("benchmark_of", there.of());
      }
      case Benchmark.Known _ -> {
        row.put("benchmark_count", "");
        row.put("benchmark_of", "");
      }
    }
    row.put("benchmark", unit.observed().benchmark().rate());
    row.put("gap", unit.observed().gap());
    put(row, "gap", unit.observed().gapBounds());
    row.put("shrunk", unit.shrunk().mean());
    put(row, "shrunk", unit.shrunk().credible());
    row.put("p", unit.p());
    row.put("adjusted_p", unit.adjustedP());
    row.put("run_p", finding.runP());
    row.put("position", unit.position().name());
    row.put("outlier", unit.outlier());
    row.put("opens_item", finding.opensItem());
    return row;
  }

  private static void put(SequencedMap<String, Object> row, String name, Interval bounds) {
    row.put(name + "_low", bounds.low());
    row.put(name + "_high", bounds.high());
  }
}
