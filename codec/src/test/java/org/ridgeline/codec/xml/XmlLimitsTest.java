package org.ridgeline.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.Limits;
import org.ridgeline.vocabulary.FindingCode;

/// Below, at and above each limit; what is within them is refused for what it lacks, if at all.
class XmlLimitsTest {
  private static final String HEAD =
      "<itl:NISTBiometricInformationExchangePackage"
          + " xmlns:itl='http://biometrics.nist.gov/standard/2011'>";
  private static final String TAIL = "</itl:NISTBiometricInformationExchangePackage>";

  @Test
  void depth() {
    assertThat(isBeyond(nested(XmlReader.DEPTH_MAX - 1))).isFalse();
    assertThat(isBeyond(nested(XmlReader.DEPTH_MAX))).isFalse();
    assertThat(isBeyond(nested(XmlReader.DEPTH_MAX + 1))).isTrue();
  }

  @Test
  void elements() {
    assertThat(isBeyond(wide(XmlReader.ELEMENTS_MAX - 1))).isFalse();
    assertThat(isBeyond(wide(XmlReader.ELEMENTS_MAX))).isFalse();
    assertThat(isBeyond(wide(XmlReader.ELEMENTS_MAX + 1))).isTrue();
  }

  @Test
  void records() {
    assertThat(isCounted(Limits.RECORDS_MAX - 1)).isFalse();
    assertThat(isCounted(Limits.RECORDS_MAX)).isFalse();
    assertThat(isCounted(Limits.RECORDS_MAX + 1)).isTrue();
  }

  private static boolean isCounted(int records) {
    String xml = HEAD + "<itl:PackageMinutiaeRecord/>".repeat(records) + TAIL;
    return XmlReader.read(xml.getBytes(StandardCharsets.UTF_8)).findings().stream()
        .anyMatch(f -> f.expected().equals("at most " + Limits.RECORDS_MAX + " records"));
  }

  private static boolean isBeyond(String xml) {
    Decoded decoded = XmlReader.read(xml.getBytes(StandardCharsets.UTF_8));
    return decoded.findings().stream()
        .anyMatch(f -> f.code() == FindingCode.TAG_INVALID && f.expected().contains(" deep, "));
  }

  /// So many elements, each in the one before, the package itself among them.
  private static String nested(int depth) {
    return HEAD + "<a>".repeat(depth - 1) + "</a>".repeat(depth - 1) + TAIL;
  }

  private static String wide(int elements) {
    return HEAD + "<a/>".repeat(elements - 1) + TAIL;
  }
}
