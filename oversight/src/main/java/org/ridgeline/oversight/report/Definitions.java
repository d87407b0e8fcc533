package org.ridgeline.oversight.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ridgeline.oversight.track.Measure;

/// What every published number means. A definition is never edited: what has to say more is the
/// next version, with an id of its own.
public final class Definitions {
  private Definitions() {}

  /// The definition of an id.
  /// - **Shape** `words` its name in tables
  public record Definition(String id, String words, String text) {
    /// Its place on a page.
    String anchor() {
      return id.replace('/', '-').replace(':', '-');
    }
  }

  /// All of them: measures, their kinds, and rates.
  public static List<Definition> all() {
    List<Definition> all = new ArrayList<>();
    Stream.of(Line.values())
        .forEach(line ->
            all.add(
                new Definition(
                    line.definition(),
                    line.words(),
                    line.isPart() ? kind(line) : measure(line.measure()))));
    Stream.of(AnswerTime.Answer.values())
        .forEach(answer ->
            all.add(
                new Definition(
                    answer.definition(),
                    answer.words(),
                    "Bookings whose answer was made, by how long after their arrival, in the month"
                        + " in which it was made. Shares are in thousandths, of the nation, of "
                        + AnswerTime.ANSWERS_MIN
                        + " answers or more; how many there were is not published. A person's"
                        + " answer is person-answer/1.")));
    all.add(
        new Definition(
            "matched-of-received/1",
            "Machine matches of bookings received",
            "Share of matched/1 in received/1, both since inception. Interval: exact, 95 %."));
    all.add(
        new Definition(
            "answered-of-matched/1",
            "Matches with a person's answer",
            "Share of person-answer/1 in matched/1, both since inception. Interval: exact, 95 %."));
    all.add(
        new Definition(
            "excluded-of-taken-up/1",
            "Matches that examiners found to be somebody else",
            "Share of excluded/1 in in-case/1, both since inception. Interval: exact, 95 %."));
    all.add(
        new Definition(
            "removed-of-identified/1",
            "Persons removed of those identified",
            "Share of outcome/1:removed in identified/1, both since inception and of one level at"
                + " booking. Those identified lately may yet be removed: the share rises as cases"
                + " end. Interval: exact, 95 %, as if cases were independent."));
    return List.copyOf(all);
  }

  private static String kind(Line line) {
    if (line.name().endsWith("OTHERWISE")) {
      return "Those of " + line.measure().id() + " whose kind has no line of its own.";
    }
    return "Those of " + line.measure().id() + " of the kind \"" + line.words() + "\".";
  }

  private static String measure(Measure measure) {
    return switch (measure) {
      case RECEIVED ->
          "Submissions of type CAR or CNA that came through any door, counted in the month of"
              + " arrival; ones whose type could not be read are counted. Applicants, rapid"
              + " searches, verifications and image requests are not bookings.";
      case REFUSED ->
          "Bookings refused at the door or once their images were looked at, in the month of the"
              + " refusal.";
      case NOT_ACTIVE ->
          "Bookings not searched in the second repository, because their agency did not take part"
              + " on the day they came.";
      case NO_MATCH -> "Bookings whose person the second repository does not know.";
      case SEARCH_FAILED ->
          "Bookings whose search of the second repository was given up for technical reasons.";
      case MATCHED ->
          "Bookings for which the second repository returned a candidate above its threshold. A"
              + " machine said so and nobody has verified it yet.";
      case FIRST_ANSWER, SECOND_ANSWER -> "Bookings by how long after arrival the answer was made.";
      case PERSON_ANSWER ->
          "Matched bookings whose second answer says what a person found or determined.";
      case IN_CASE -> "Matched bookings that a case took up.";
      case VERIFIED ->
          "Matched bookings of which examiners, comparing blind, found that both prints are one"
              + " person's.";
      case EXCLUDED -> "Matched bookings of which examiners found that they are not.";
      case INCONCLUSIVE -> "Matched bookings of which examiners could not tell.";
      case IDENTIFIED ->
          "Cases with at least one verified booking, in the month of the first verification. One"
              + " person booked twice in one custody event is one case. Lawful status and"
              + " citizenship are not known yet: identified does not mean removable.";
      case DETERMINED ->
          "Identified cases in which an officer's signed determination stands, with a second"
              + " signature where one is needed, in the month in which it began to stand.";
      case HANDED_OVER ->
          "Identified cases whose person left local custody for another custodian, the first time.";
      case OUTCOME -> "Identified cases of which it was recorded what became of the person.";
    };
  }

  /// As a page of docs.
  public static String page() {
    StringBuilder text =
        new StringBuilder(
            """
            # Definitions

            What every published number means, by the id and version that stands beside it. Made
            from the program; a test holds both equal. A definition is never edited.

            Level at booking is what the policy in force made of the person's convictions when it
            was first assessed after the booking; level at determination is as it stood when a
            person signed. Charges are counted apart and make no level.

            | id | name | definition |
            |---|---|---|
            """);
    all()
        .forEach(one ->
            text.append("| `")
                .append(one.id())
                .append("` | ")
                .append(one.words())
                .append(" | ")
                .append(one.text())
                .append(" |\n"));
    return text.toString();
  }
}
