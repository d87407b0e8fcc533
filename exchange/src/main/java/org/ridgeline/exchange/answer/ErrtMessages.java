package org.ridgeline.exchange.answer;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

/// Findings as the MSG fields of an ERRT: "E0001 2.018 NAM ... expected ..., found ... at byte n".
final class ErrtMessages {
  private static final String L0008_TEXT =
      "THE QUALITY OF THE CHARACTERISTICS IS TOO LOW TO BE USED";

  private ErrtMessages() {}

  /// At most [Limits#ERRT_MESSAGES_MAX] messages that together hold every finding.
  static List<String> of(List<Finding> findings) {
    int count = Math.min(findings.size(), Limits.ERRT_MESSAGES_MAX);
    List<StringBuilder> messages = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (i < count) {
        messages.add(new StringBuilder(text(findings.get(i))));
      } else {
        messages.get(i % count).append(" / ").append(text(findings.get(i)));
      }
    }
    return messages.stream().map(StringBuilder::toString).toList();
  }

  private static String text(Finding finding) {
    StringBuilder out = new StringBuilder(finding.code().ebts());
    if (finding.code() == FindingCode.L0008) {
      out.append(' ').append(L0008_TEXT);
    } else if (!finding.code().name().equals(finding.code().ebts())) {
      out.append(' ').append(finding.code().name());
    }
    if (!finding.record().isEmpty()) {
      out.append(" record ").append(finding.record());
    }
    if (!finding.field().isEmpty()) {
      out.append(" field ").append(finding.field());
    }
    if (finding.offset() >= 0) {
      out.append(" at byte ").append(finding.offset());
    }
    out.append(": expected ").append(finding.expected());
    out.append(", found ").append(finding.found());
    return ascii(out.toString());
  }

  /// Printable ASCII: anything else, separators first of all, becomes a question mark.
  static String ascii(String text) {
    return text.replaceAll("[^ -~]", "?");
  }
}
