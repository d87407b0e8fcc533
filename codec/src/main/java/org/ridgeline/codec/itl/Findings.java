package org.ridgeline.codec.itl;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Collects findings up to [Limits#FINDINGS_MAX]; after that only counts that there were more, and
/// whether one of them was an error.
/// - **Source** our own; each finding names the clause it holds the file to
public final class Findings {
  private final List<Finding> kept = new ArrayList<>();
  private int cut;
  private boolean refused;

  /// Adds one finding, or counts it where no more are kept.
  public void add(Finding finding) {
    refused |= finding.severity() == Severity.ERROR;
    if (kept.size() < Limits.FINDINGS_MAX) {
      kept.add(finding);
    } else {
      cut++;
    }
  }

  /// Counts one finding without its words where no more are kept; false, and nothing done, where
  /// the next will be. Whoever finds the same thing a million times asks here first.
  boolean isCounted(Severity severity) {
    if (kept.size() < Limits.FINDINGS_MAX) {
      return false;
    }
    refused |= severity == Severity.ERROR;
    cut++;
    return true;
  }

  /// Whether an error was added, kept or not.
  public boolean refused() {
    return refused;
  }

  /// What was kept, in order; a `FINDINGS_CUT` comes last where some were not.
  public List<Finding> toList() {
    List<Finding> all = new ArrayList<>(kept);
    if (cut > 0) {
      all.add(
          Finding.of(
              refused ? Severity.ERROR : Severity.WARNING,
              FindingCode.FINDINGS_CUT,
              "at most " + Limits.FINDINGS_MAX + " findings",
              cut + " more"));
    }
    return List.copyOf(all);
  }
}
