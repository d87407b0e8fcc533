package org.ridgeline.bench.fairness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ridgeline.bench.evaluate.QualityBands;
import org.ridgeline.bench.evaluate.SetPrint;

/// All ways in which the prints of a run are parted, and whose each is.
/// - **Shape** `person`: by print, from 0; `isByPerson`: false where a finger stands for a person,
///   because neither names of files nor labels say whose it is; `labelled`: the columns of labels
///   among all
record Columns(List<Column> all, List<Column> labelled, int[] person, boolean isByPerson) {
  Columns {
    all = List.copyOf(all);
    labelled = List.copyOf(labelled);
  }

  static Columns of(List<SetPrint> prints, Labels labels) {
    List<Column> labelled =
        labels.columns().stream()
            .map(name -> Column.of(name, labels.column(name, prints)))
            .toList();
    List<Column> all = new ArrayList<>(labelled);
    if (prints.stream().map(SetPrint::set).distinct().count() > 1) {
      all.add(Column.of("set", prints.stream().map(SetPrint::set).toList()));
    }
    if (prints.stream().anyMatch(print -> print.position().isPresent())) {
      all.add(
          Column.of(
              "position", prints.stream().map(p -> p.position().orElse(Labels.UNKNOWN)).toList()));
    }
    all.add(
        Column.ofBands(
            "quality", prints.stream().map(p -> QualityBands.name(p.quality())).toList()));
    boolean isByPerson = prints.stream().allMatch(print -> labels.person(print).isPresent());
    Map<String, Integer> places = new HashMap<>();
    int[] person =
        prints.stream()
            .map(print ->
                labels.person(print).orElse("finger/" + print.set() + "/" + print.finger()))
            .mapToInt(key -> places.computeIfAbsent(key, _ -> places.size()))
            .toArray();
    return new Columns(all, labelled, person, isByPerson);
  }

  int persons() {
    return IntStream.of(person).max().orElse(-1) + 1;
  }

  /// Whether two prints are alike in every label.
  boolean isAlike(int one, int other) {
    return labelled.stream().allMatch(column -> column.of(one) == column.of(other));
  }
}
