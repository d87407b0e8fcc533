package org.ridgeline.codec.ebts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Rules that go by the edition that 1.002 names.
class EditionsTest {
  @ParameterizedTest
  @CsvSource({
    "0200, 20100112, true", "0400, 20100112, true", "0400, 20100112101112Z, true",
    "0300, 20100112101112Z, true", "0500, 20100112101112Z, false", "0502, 20100112, true",
    "0400, 20100112251112Z, false", "0400, 20101312, false"
  })
  void aTypeNinetyNineHadATimeBefore2011(String version, String date, boolean right) {
    List<Finding> found =
        check(version, Map.of(5, date)).stream().filter(f -> f.field().equals("99.005")).toList();

    assertThat(found.isEmpty()).as("%s", found).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0200", "0201", "0300", "0400", "0500", "0501", "0502"})
  void knowsTheEditionsUpTo2015(String version) {
    assertThat(check(version, Map.of())).noneMatch(f -> f.field().equals("1.002"));
  }

  @ParameterizedTest
  @CsvSource({"0600, WARNING", "0601, ERROR", "0503, ERROR", "0100, ERROR", "600, ERROR"})
  void readsTheEditionOf2025WithAWarning(String version, Severity severity) {
    List<Finding> found =
        check(version, Map.of()).stream().filter(f -> f.field().equals("1.002")).toList();

    assertThat(found)
        .allMatch(f -> f.code() == FindingCode.HEADER_INVALID)
        .anyMatch(f -> f.severity() == severity)
        .allMatch(f -> severity == Severity.ERROR || f.severity() == Severity.WARNING);
  }

  private static List<Finding> check(String version, Map<Integer, String> fields) {
    Transaction made =
        TransactionBuilder.of("CAR")
            .header(5, "20100112")
            .header(7, "FBI000000")
            .header(8, "CA0340000")
            .header(9, "0123456789")
            .record(99, fields, Optional.of(new byte[] {1}))
            .build();
    String text = new String(ItlWriter.write(made), StandardCharsets.ISO_8859_1);
    int longer = version.length() - 4;
    int len = made.header().bytes().length;
    byte[] bytes =
        text.replaceFirst("1\\.001:" + len, "1.001:" + (len + longer))
            .replaceFirst("1\\.002:[0-9]{4}", "1.002:" + version)
            .getBytes(StandardCharsets.ISO_8859_1);
    return Profile.named("itl").check(((Decoded.Accepted) ItlReader.read(bytes)).transaction());
  }
}
