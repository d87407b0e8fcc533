package org.ridgeline.exchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.FingerPosition;

class CorrectionLineTest {
  private static final DrawnBox BOX = new DrawnBox(FingerPosition.RIGHT_INDEX, 1, 300, 4, 500);
  private static final Corrections ALL =
      new Corrections(
          List.of(
              new ImageCorrection("14#2", Optional.of(7), false, List.of()),
              new ImageCorrection("14#3", Optional.empty(), true, List.of()),
              new ImageCorrection("14#13", Optional.of(14), false, List.of(BOX))),
          Map.of(
              FingerPosition.LEFT_LITTLE, FingerMark.AMPUTATED,
              FingerPosition.RIGHT_THUMB, FingerMark.PRINTED));

  private static final CorrectionLine.AsSent SENT =
      new CorrectionLine.AsSent(
          Map.of("14#2", 2, "14#3", 3, "14#13", 13),
          Map.of("14#13", List.of(BOX)),
          Map.of(FingerPosition.RIGHT_THUMB, FingerMark.UNABLE));

  @Test
  void linesSayWhatWasAndWhatIs() {
    assertThat(CorrectionLine.of(ALL, SENT))
        .extracting(
            line -> line.kind() + " " + line.subject() + " " + line.before() + " " + line.after())
        .containsExactly(
            "POSITION 14#2 2 7",
            "DROP 14#3 3 -",
            "POSITION 14#13 13 14",
            "BOXES 14#13 2:1,300,4,500 2:1,300,4,500",
            "MARK 1 UP printed",
            "MARK 10 printed XX");
  }

  @Test
  void correctionsComeBackFromTheirLines() {
    assertThat(CorrectionLine.corrections(CorrectionLine.of(ALL, SENT))).isEqualTo(ALL);
    assertThat(CorrectionLine.corrections(List.of())).isEqualTo(Corrections.NONE);
  }

  @Test
  void aTextThatIsNoBoxIsRefused() {
    assertThat(CorrectionLine.boxes("")).isEmpty();
    for (String text :
        List.of("2:1,2,3", "2:1,2,3,x", "0:1,2,3,4", "11:1,2,3,4", "2:9,1,3,4", "2:-1,2,3,4")) {
      assertThatThrownBy(() -> CorrectionLine.boxes(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void timesAreBounded() {
    Duration least = Duration.ofMinutes(1);
    assertThat(new HoldTimes(Limits.QUALITY_HOLD_MAX, least).urgent()).isEqualTo(least);
    assertThatThrownBy(() -> new HoldTimes(Limits.QUALITY_HOLD_MAX.plusSeconds(1), least))
        .hasMessageContaining("limit");
    assertThatThrownBy(() -> new HoldTimes(least, least.minusSeconds(1)))
        .hasMessageContaining("limit");
    assertThatThrownBy(() -> new HoldTimes(least, least.plusSeconds(1)))
        .hasMessageContaining("limit");
  }
}
