package org.ridgeline.demo;

import java.util.Locale;
import org.ridgeline.synth.stream.Booking;
import tools.jackson.databind.JsonNode;

/// One booking of the demo in one line of a terminal.
final class DemoLine {
  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-20s  %-19s  %-26s  %-8s  %-11s  %s",
          "CONTROL NUMBER",
          "AGENCY",
          "NAME CLAIMED (FICTIONAL)",
          "CRIMINAL",
          "IMMIGRATION",
          "REMARKS");

  private DemoLine() {}

  static String of(Booking booking, JsonNode submission) {
    boolean refused = submission.path("state").asString().equals("REFUSED");
    return String.format(
        Locale.ROOT,
        "%-20s  %-19s  %-26s  %-8s  %-11s  %s",
        submission.path("control").asString(),
        cut(booking.agency().name(), 19),
        cut(booking.options().claimed().orElse(booking.person().name()).nam(), 26),
        refused ? "REFUSED" : outcome(submission, "criminal"),
        refused ? "" : outcome(submission, "immigration"),
        refused ? why(submission) : remarks(booking, submission));
  }

  private static String outcome(JsonNode submission, String repository) {
    for (JsonNode answer : submission.path("answers")) {
      if (answer.path("repository").asString().equals(repository)) {
        return answer.path("outcome").asString();
      }
    }
    return "-";
  }

  private static String remarks(Booking booking, JsonNode submission) {
    StringBuilder remarks = new StringBuilder();
    for (JsonNode answer : submission.path("answers")) {
      String fbi = answer.path("identifiers").path("FBI").asString("");
      if (!fbi.isEmpty()) {
        remarks.append("FBI ").append(fbi);
      }
    }
    if (booking.isAlias()) {
      remarks.append(remarks.isEmpty() ? "" : ", ").append("an alias");
    }
    return remarks.toString();
  }

  private static String why(JsonNode submission) {
    for (JsonNode finding : submission.path("findings")) {
      if (finding.path("severity").asString().equals("ERROR")) {
        return finding.path("code").asString()
            + " "
            + finding.path("field").asString()
            + " "
            + cut(finding.path("found").asString().replaceAll("[^ -~]", "."), 44);
      }
    }
    return "";
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
