package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.submission.RepositoryName.CIVIL;
import static org.ridgeline.exchange.submission.RepositoryName.CRIMINAL;
import static org.ridgeline.exchange.submission.RepositoryName.IMMIGRATION;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.HistoryRecord;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

class EncounterRecordsTest {
  private static final Template INDEX =
      Nation.person(1, 1)
          .tenPrint(1, ImpressionStyle.rolled(80))
          .fingers()
          .get(FingerPosition.RIGHT_INDEX);

  /// One that says all that any repository takes up.
  private static final Transaction CARD =
      Bookings.car("T1")
          .field2(14, "123456AB7")
          .field2(15, "CA00000001")
          .field2(17, "FN-1234567890")
          .field2(37, "CHILD CARE")
          .field2(51, List.of(List.of("20260101", "FINED")))
          .build();

  private static EncounterRecord of(RepositoryName name) {
    return EncounterRecords.of(
        CARD,
        name,
        "file:1",
        List.of(new ProbeFinger(FingerPosition.RIGHT_INDEX, "4.1", INDEX, true)),
        new byte[] {1});
  }

  private static List<String> kinds(RepositoryName name) {
    return of(name).history().stream().map(HistoryRecord::kind).toList();
  }

  @Test
  void eachRepositoryTakesItsOwnNumbers() {
    assertThat(of(CRIMINAL).identifiers())
        .isEqualTo(Map.of("FBI", "123456AB7", "SID", "CA00000001"));
    assertThat(of(IMMIGRATION).identifiers()).isEqualTo(Map.of("FIN", "1234567890"));
    assertThat(of(CIVIL).identifiers()).isEqualTo(Map.of("UCN", "123456AB7", "SID", "CA00000001"));
  }

  @Test
  void ofAnApplicantWhyTheyAppliedIsKeptAndNoOffence() {
    assertThat(kinds(CRIMINAL)).containsExactly("ARRESTED", "COURT", "ENCOUNTERED");
    assertThat(kinds(IMMIGRATION)).containsExactly("ENCOUNTERED", "COURT", "ENCOUNTERED");
    assertThat(of(CIVIL).history())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.kind()).isEqualTo("APPLIED");
          assertThat(line.description()).isEqualTo("CHILD CARE");
        });
  }
}
