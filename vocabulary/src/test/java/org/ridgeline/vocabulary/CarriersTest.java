package org.ridgeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CarriersTest {
  @Test
  void anImageIsACopyBothWays() {
    byte[] pixels = {1, 2, 3, (byte) 200, 5, 6};
    GrayImage image = GrayImage.of(3, 2, 500, pixels);
    pixels[0] = 99;
    image.pixels()[1] = 99;
    assertThat(image.at(0, 0)).isEqualTo(1);
    assertThat(image.at(1, 0)).isEqualTo(2);
    assertThat(image.at(0, 1)).isEqualTo(200);
    assertThatThrownBy(() -> image.at(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void imageSizesKeepTheirLimits() {
    assertThat(GrayImage.isAllowed(GrayImage.SIDE_PX_MAX, 1)).isTrue();
    assertThat(GrayImage.isAllowed(GrayImage.SIDE_PX_MAX + 1, 1)).isFalse();
    assertThat(GrayImage.isAllowed(8192, 8192)).isTrue();
    assertThat(GrayImage.isAllowed(8192, 8193)).isFalse();
    assertThat(GrayImage.isAllowed(0, 5)).isFalse();
    assertThatThrownBy(() -> GrayImage.of(2, 2, 500, new byte[5]))
        .hasMessage("pixels.length=5 expected=2*2");
  }

  @Test
  void findingsShowHostileBytesInsteadOfCarryingThem() {
    Finding finding =
        Finding.of(Severity.ERROR, FindingCode.FIELD_INVALID, "x", "a\u001b[2J\u0000" + "b\u009b");
    assertThat(finding.found()).isEqualTo("a<1B>[2J<00>b<9B>");
    String endless = "y".repeat(5000);
    assertThat(Finding.of(Severity.ERROR, FindingCode.FIELD_INVALID, "x", endless).found())
        .hasSize(200);
  }

  @Test
  void everyFindingCodeHasAnEbtsCodeOfTheRightForm() {
    assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::ebts))
        .allMatch(code -> code.matches("[AEHLS][0-9]{4}"));
  }

  @Test
  void candidatesStandInOrderOfScore() {
    UUID id = UUID.randomUUID();
    Candidate good = new Candidate(id, id, 10, Map.of(), FingerSequence.AS_GIVEN);
    Candidate better = new Candidate(id, id, 11, Map.of(), FingerSequence.AS_GIVEN);
    assertThat(new CandidateList(List.of(better, good), 2, 0).candidates()).hasSize(2);
    assertThatThrownBy(() -> new CandidateList(List.of(good, better), 2, 0))
        .hasMessageContaining("rank 2");
  }

  @Test
  void identifiersHaveTheirForms() {
    assertThat(Ori.isValid("CA0340000")).isTrue();
    assertThat(Ori.isValid("CA034000")).isFalse();
    assertThat(Ori.isValid("ca0340000")).isFalse();
    assertThat(Tcn.isValid("A".repeat(40))).isTrue();
    assertThat(Tcn.isValid("A".repeat(41))).isFalse();
    assertThat(Tcn.isValid("  ")).isFalse();
    assertThat(Tcn.isValid("A\u001dB")).isFalse();
    assertThat(FingerPosition.ofFgp(10)).contains(FingerPosition.LEFT_LITTLE);
    assertThat(FingerPosition.ofFgp(11)).isEmpty();
  }
}
