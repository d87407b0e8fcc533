package org.ridgeline.app.main;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ridgeline.synth.stream.Booking;
import tools.jackson.databind.JsonNode;

/// One booking of the demo in one line of a terminal.
final class DemoLine {
  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-16s  %-22s  %-26s  %-9s  %-13s  %s",
          "BOOKED",
          "AGENCY",
          "NAME CLAIMED (FICTIONAL)",
          "CRIMINAL",
          "IMMIGRATION",
          "REMARKS");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private DemoLine() {}

  static String of(Booking booking, JsonNode submission) {
    boolean refused = submission.path("state").asString().equals("REFUSED");
    return String.format(
        Locale.ROOT,
        "%-16s  %-22s  %-26s  %-9s  %-13s  %s",
        TIME.format(booking.at()),
        cut(booking.agency().name(), 22),
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
    return "(not sent)";
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
            + cut(finding.path("found").asString(), 60);
      }
    }
    return "";
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
