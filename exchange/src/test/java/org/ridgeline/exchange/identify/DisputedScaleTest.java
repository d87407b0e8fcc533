package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// A print whose record and file state two resolutions is nobody's: it is shown, and not used.
class DisputedScaleTest {
  private static final GrayImage PRINT =
      Impression.of(
          FingerMaker.make(1001, FingerPosition.RIGHT_INDEX), 5, ImpressionStyle.rolled(80));

  static Stream<Arguments> cards() {
    return Stream.of(
        Arguments.of("Type-4", ImageFormat.WSQ, Cga.WSQ20, 4),
        Arguments.of("Type-14", ImageFormat.WSQ, Cga.WSQ20, 14),
        Arguments.of("Type-14", ImageFormat.PNG, Cga.PNG, 14));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void leavesOutAFingerOfTwoResolutions(String record, ImageFormat format, Cga cga, int type)
      throws InterruptedException {
    byte[] data = ImageEncoder.encode(format, PRINT.withResolutionPpi(1000));

    Transaction card = card(type, cga, data);
    ProbeMaker.Made made = made(card);

    assertThat(made.fingers()).isEmpty();
    assertThat(made.findings())
        .filteredOn(finding -> finding.code() == FindingCode.RESOLUTION_DISAGREES)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.record()).isEqualTo(String.valueOf(type));
          assertThat(finding.found()).startsWith("500 ppi in the record, 1000 ppi");
          assertThat(record).endsWith(finding.record());
        });
    assertThat(Prints.of(Card.asSent(card)).image(FingerPosition.RIGHT_INDEX, Optional.empty()))
        .isPresent();
  }

  @Test
  void usesOneWhoseFileStatesTheSame() throws InterruptedException {
    byte[] data = ImageEncoder.encode(ImageFormat.WSQ, PRINT);

    ProbeMaker.Made made = made(card(4, Cga.WSQ20, data));

    assertThat(made.fingers()).hasSize(1);
    assertThat(made.findings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.RESOLUTION_DISAGREES);
  }

  private static ProbeMaker.Made made(Transaction card) throws InterruptedException {
    try (FairPool pool = new FairPool("extract-", 1)) {
      return new ProbeMaker(pool).make("SENDER", Card.asSent(card));
    }
  }

  private static Transaction card(int type, Cga cga, byte[] data) {
    TransactionBuilder builder =
        TransactionBuilder.of("CAR")
            .header(5, "20100112")
            .header(7, "FBI000000")
            .header(8, "CA0340000")
            .header(9, "0123456789");
    Picture picture = Picture.of(cga, PRINT.widthPx(), PRINT.heightPx(), data);
    int fgp = FingerPosition.RIGHT_INDEX.fgp();
    TransactionBuilder made =
        type == 4 ? builder.type4(fgp, 1, picture) : builder.type14(fgp, 1, picture, Map.of());
    return made.build();
  }
}
