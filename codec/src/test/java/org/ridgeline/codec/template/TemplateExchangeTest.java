package org.ridgeline.codec.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.SharedData;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.SingularPoint;
import org.ridgeline.vocabulary.Template;

class TemplateExchangeTest {
  /// Directions that 180 and 256 steps to a turn both hold exactly: quarters of a turn.
  private static final FingerTemplate FINGER =
      new FingerTemplate(
          2,
          true,
          new Template(
              500,
              600,
              500,
              77,
              List.of(
                  new Minutia.RidgeEnding(10, 20, 0, 50),
                  new Minutia.Bifurcation(30, 40, 16_384, 60),
                  new Minutia.RidgeEnding(499, 599, 49_152, 0))));

  @ParameterizedTest
  @EnumSource
  void comesBackAsItWent(ExchangeFormat format) {
    FingerTemplate other = new FingerTemplate(7, false, FINGER.template());
    byte[] bytes = format.write(List.of(FINGER, other, FINGER));
    TemplatesDecoded.Decoded decoded = (TemplatesDecoded.Decoded) TemplateReader.read(bytes);
    assertThat(decoded.format()).isEqualTo(format);
    assertThat(ExchangeFormat.detect(bytes)).contains(format);
    assertThat(decoded.fingers()).containsExactly(FINGER, other, FINGER);
  }

  @Test
  void turnsTheOtherWay() {
    assertThat(Angles.theirs(16_384, Angles.INCITS_STEPS)).isEqualTo(135);
    assertThat(Angles.theirs(16_384, Angles.ISO_STEPS)).isEqualTo(192);
    assertThat(Angles.ours(45, Angles.INCITS_STEPS)).isEqualTo(49_152);
    for (int angle = 0; angle < Angles.INCITS_STEPS; angle++) {
      int ours = Angles.ours(angle, Angles.INCITS_STEPS);
      assertThat(Angles.theirs(ours, Angles.INCITS_STEPS)).isEqualTo(angle);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheBestOfTooMany(ExchangeFormat format) {
    int most = ExchangeFormat.MINUTIAE_MAX;
    assertThat(wayThere(format, most - 1)).hasSize(most - 1);
    assertThat(wayThere(format, most)).hasSize(most);
    assertThat(wayThere(format, most + 1)).hasSize(most);
    assertThat(wayThere(format, 400)).hasSize(most).allMatch(minutia -> minutia.quality() >= 36);
  }

  private static List<Minutia> wayThere(ExchangeFormat format, int minutiae) {
    List<Minutia> many = new ArrayList<>();
    for (int i = 0; i < minutiae; i++) {
      many.add(new Minutia.RidgeEnding(i, i, 0, i % 100));
    }
    Template template = new Template(500, 500, 500, 50, many);
    byte[] bytes = format.write(List.of(new FingerTemplate(1, true, template)));
    TemplatesDecoded.Decoded decoded = (TemplatesDecoded.Decoded) TemplateReader.read(bytes);
    return decoded.fingers().getFirst().template().minutiae();
  }

  @ParameterizedTest
  @EnumSource
  void keepsAnUnknownQualityUnknown(ExchangeFormat format) {
    int qualityAt = 28 - (format == ExchangeFormat.ISO_19794_2_2005 ? 2 : 0);
    byte[] bytes = format.write(List.of(FINGER));
    assertThat(bytes[qualityAt]).isEqualTo((byte) 77);
    for (int quality : new int[] {0, 1, 100, 101, 200, 253, 254, 255}) {
      bytes[qualityAt] = (byte) quality;
      Template read = read(bytes);
      assertThat(read.quality()).isEqualTo(quality <= 100 ? quality : Template.QUALITY_UNKNOWN);
      assertThat(read(format.write(List.of(new FingerTemplate(2, true, read)))).quality())
          .isEqualTo(quality <= 100 ? quality : 0);
      assertThat(Template.ofBytes(read.toBytes())).isEqualTo(read);
    }
  }

  private static Template read(byte[] bytes) {
    var decoded = (TemplatesDecoded.Decoded) TemplateReader.read(bytes);
    return decoded.fingers().getFirst().template();
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryTruncation(ExchangeFormat format) {
    byte[] bytes = format.write(List.of(FINGER));
    for (int length = 0; length < bytes.length; length++) {
      assertThat(TemplateReader.read(Arrays.copyOf(bytes, length)))
          .isInstanceOf(TemplatesDecoded.Undecodable.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutWhatLiesOutsideTheImage(ExchangeFormat format) {
    Minutia inside = new Minutia.RidgeEnding(99, 199, 0, 50);
    Minutia right = new Minutia.RidgeEnding(100, 199, 0, 50);
    Minutia below = new Minutia.RidgeEnding(99, 200, 0, 50);
    Template template = new Template(100, 200, 500, 50, List.of(right, inside, below));
    byte[] bytes = format.write(List.of(new FingerTemplate(1, true, template)));
    TemplatesDecoded.Decoded decoded = (TemplatesDecoded.Decoded) TemplateReader.read(bytes);
    assertThat(decoded.fingers().getFirst().template().minutiae()).containsExactly(inside);
  }

  @Test
  void isoTellsOthersOfCoresAndDeltas() throws Exception {
    byte[] bytes = ExchangeFormat.ISO_19794_2_2005.write(List.of(singular(), FINGER));
    var theirs = new Iso19794p2v2005Template(bytes).fingerprints;
    assertThat(theirs.get(0).coredelta.cores)
        .extracting(core -> core.positionX, core -> core.positionY, core -> core.angle)
        .containsExactly(tuple(201, 300, null), tuple(199, 330, null));
    assertThat(theirs.get(0).coredelta.deltas)
        .extracting(delta -> delta.positionX, delta -> delta.positionY, delta -> delta.angles)
        .containsExactly(tuple(90, 411, null));
    assertThat(theirs.get(1).coredelta).isNull();
  }

  @Test
  void incitsTellsOthersOfCoresAndDeltas() throws Exception {
    byte[] bytes = ExchangeFormat.INCITS_378_2004.write(List.of(singular(), FINGER));
    var theirs = new Ansi378v2004Template(bytes).fingerprints;
    assertThat(theirs.get(0).coredelta.cores)
        .extracting(core -> core.positionX, core -> core.positionY, core -> core.angle)
        .containsExactly(tuple(201, 300, null), tuple(199, 330, null));
    assertThat(theirs.get(0).coredelta.deltas)
        .extracting(delta -> delta.positionX, delta -> delta.positionY, delta -> delta.angles)
        .containsExactly(tuple(90, 411, null));
    assertThat(theirs.get(1).coredelta).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void coresAndDeltasDoNotHinderReading(ExchangeFormat format) {
    byte[] bytes = format.write(List.of(singular(), FINGER));
    TemplatesDecoded.Decoded decoded = (TemplatesDecoded.Decoded) TemplateReader.read(bytes);
    assertThat(decoded.fingers()).containsExactly(FINGER, FINGER);
  }

  @Test
  void keepsTheBestFifteenCores() {
    for (int count : new int[] {14, 15, 16}) {
      List<SingularPoint> many = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        many.add(new SingularPoint.Core(i, i, 0, 30 + i));
      }
      var finger = new FingerTemplate(1, true, FINGER.template(), many);
      List<CoreDeltaBlock.Position> kept = CoreDeltaBlock.of(finger).orElseThrow().cores();
      assertThat(kept).hasSize(Math.min(count, CoreDeltaBlock.POINTS_MAX));
      assertThat(kept.contains(new CoreDeltaBlock.Position(0, 0))).isEqualTo(count < 16);
      for (ExchangeFormat format : ExchangeFormat.values()) {
        assertThat(format.write(List.of(finger))).isNotEmpty();
      }
    }
  }

  /// The finger with a whorl's two cores, the better one first, a delta, and one off the image.
  private static FingerTemplate singular() {
    return new FingerTemplate(
        FINGER.fgp(),
        FINGER.rolled(),
        FINGER.template(),
        List.of(
            new SingularPoint.Core(199.2f, 329.6f, 4.7f, 60),
            new SingularPoint.Core(200.6f, 300.4f, 1.6f, 80),
            new SingularPoint.Delta(90, 411, 0.5f, 70),
            new SingularPoint.Delta(499.6f, 411, 0.5f, 70)));
  }

  @ParameterizedTest
  @EnumSource
  void holdsSixteenViewsOfAFinger(ExchangeFormat format) {
    assertThat(format.write(Collections.nCopies(15, FINGER))).isNotEmpty();
    assertThat(format.write(Collections.nCopies(16, FINGER))).isNotEmpty();
    assertThatThrownBy(() -> format.write(Collections.nCopies(17, FINGER)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesFingersThatDiffer() {
    Template small = new Template(1, 1, 500, 0, List.of());
    assertThatThrownBy(() ->
            ExchangeFormat.ISO_19794_2_2005.write(
                List.of(FINGER, new FingerTemplate(1, true, small))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExchangeFormat.ISO_19794_2_2005.write(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void travelsInATypeNine() {
    Transaction made =
        TransactionBuilder.of("TPFS")
            .header(5, "20100112")
            .header(7, "FBI000000")
            .header(8, "CA0340000")
            .header(9, "0123456789")
            .record(9, TypeNine.fields(FINGER), Optional.empty())
            .build();
    ItlRecord nine = made.ofType(9).getFirst();
    assertThat(TypeNine.read(nine)).contains(FINGER);
    assertThat(TypeNine.read(made.header())).isEmpty();
    assertThat(Profile.named("itl").check(made)).isEmpty();
  }

  @Test
  void readsReferenceFiles() throws Exception {
    Path folder = Path.of("..", "..", "shared", "data", "itl");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no shared data at " + folder);
    // The extensions of both are spoilt; their minutiae are not.
    for (String name : List.of("fmr.iso2005", "fmr.ansi2004")) {
      byte[] bytes = Files.readAllBytes(folder.resolve("libbiomeval").resolve(name));
      TemplatesDecoded.Decoded decoded = (TemplatesDecoded.Decoded) TemplateReader.read(bytes);
      assertThat(decoded.fingers().getFirst().template().minutiae()).hasSize(27);
      assertThat(decoded.fingers().getFirst().fgp()).isEqualTo(7);
    }
    int found = 0;
    for (Path file : SharedData.transactions("itl/nist_references")) {
      if (ItlReader.read(SharedData.bytes(file)) instanceof Decoded.Accepted accepted) {
        for (ItlRecord record : accepted.transaction().ofType(9)) {
          found += TypeNine.read(record).isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(found).isPositive();
  }
}
