package org.ridgeline.cli;

import tools.jackson.databind.JsonNode;

/// A finding in one line for people.
final class FindingLine {
  private FindingLine() {}

  static String of(JsonNode finding) {
    StringBuilder line = new StringBuilder();
    line.append(finding.path("severity").asString()).append(' ');
    line.append(finding.path("code").asString());
    part(line, " record ", finding.path("record").asString());
    part(line, " field ", finding.path("field").asString());
    if (finding.path("offset").asLong(-1) >= 0) {
      line.append(" at byte ").append(finding.path("offset").asLong());
    }
    line.append(": expected ").append(finding.path("expected").asString());
    line.append(", found ").append(finding.path("found").asString());
    return line.toString();
  }

  private static void part(StringBuilder line, String before, String value) {
    if (!value.isEmpty()) {
      line.append(before).append(value);
    }
  }
}
