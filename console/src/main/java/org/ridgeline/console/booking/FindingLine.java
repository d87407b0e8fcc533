package org.ridgeline.console.booking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ridgeline.console.page.Legible;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.Severity;

/// One thing found wrong, in all the places where it was.
/// - **Shape** `times` at least 1
public record FindingLine(
    boolean isError,
    String code,
    String ebts,
    Place place,
    int times,
    String expected,
    String found,
    String clause) {
  /// Where in the file it is; empty where it is of no one place.
  public record Place(String record, String field, String offset) {}

  /// What findings say once, whatever the record.
  private record Said(
      Severity severity, String code, String field, String expected, String found, String clause) {
    static Said of(Finding finding) {
      return new Said(
          finding.severity(),
          finding.code().name(),
          finding.field(),
          finding.expected(),
          finding.found(),
          finding.clause());
    }
  }

  /// Findings as a page shows them: what is said of several records is said once, with all of them,
  /// where it was said first.
  public static List<FindingLine> of(List<Finding> findings) {
    Map<Said, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : findings) {
      alike.computeIfAbsent(Said.of(finding), _ -> new ArrayList<>()).add(finding);
    }
    return alike.values().stream().map(FindingLine::line).toList();
  }

  private static FindingLine line(List<Finding> alike) {
    Finding first = alike.getFirst();
    String records =
        alike.stream()
            .map(Finding::record)
            .filter(record -> !record.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    boolean isPlaced = alike.size() == 1 && first.offset() >= 0;
    return new FindingLine(
        first.severity() == Severity.ERROR,
        first.code().name(),
        first.code().ebts(),
        new Place(records, first.field(), isPlaced ? String.valueOf(first.offset()) : ""),
        alike.size(),
        Legible.of(first.expected()),
        Legible.of(first.found()),
        first.clause());
  }
}
