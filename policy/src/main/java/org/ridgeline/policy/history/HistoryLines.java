package org.ridgeline.policy.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a history of a repository's lines. A line names an offence in words and says nothing of a
/// code, a grade or an end, so none is assumed: every charge comes out as "outcome not reported".
public final class HistoryLines {
  /// Agency of an arrest whose line names none.
  public static final String AGENCY_UNKNOWN = "agency not recorded";

  private static final String ARRESTED = "ARRESTED";
  private static final String COURT = "COURT";

  private HistoryLines() {}

  /// One arrest a day and kind (more where a day has more charges than an arrest may), in the order
  /// of the lines; lines of other kinds are left out, and arrests beyond [Limits#ARRESTS_MAX].
  public static History read(List<HistoryLine> lines) {
    Map<Key, List<Charge>> arrests = new LinkedHashMap<>();
    for (HistoryLine line : lines) {
      if (!line.kind().equals(ARRESTED) && !line.kind().equals(COURT) || line.text().isBlank()) {
        continue;
      }
      int part = 0;
      Key key = new Key(line.kind(), line.occurredOn(), part);
      while (arrests.getOrDefault(key, List.of()).size() >= Limits.CHARGES_MAX) {
        key = new Key(line.kind(), line.occurredOn(), ++part);
      }
      arrests
          .computeIfAbsent(key, _ -> new ArrayList<>())
          .add(Charge.ofLine(Offence.ofText(cut(line.text())), line.kind()));
    }
    return new History(
        arrests.entrySet().stream()
            .limit(Limits.ARRESTS_MAX)
            .map(
                entry -> new Arrest(entry.getKey().on(), entry.getKey().agency(), entry.getValue()))
            .toList());
  }

  private static String cut(String text) {
    return text.length() <= Limits.TEXT_CHARS_MAX ? text : text.substring(0, Limits.TEXT_CHARS_MAX);
  }

  private record Key(String kind, Optional<LocalDate> on, int part) {
    String agency() {
      return kind.equals(COURT) ? "a court; no arrest recorded" : AGENCY_UNKNOWN;
    }
  }
}
