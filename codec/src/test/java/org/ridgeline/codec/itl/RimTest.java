package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What senders write beside the last separator is read with a warning, in every record alike.
class RimTest {
  private static final String ONE = "|1.002:0500|1.003:1^3~2^00~9^01~14^02|1.004:CAR";
  private static final String TWO = "|2.002:00|2.018:DOE,JANE";
  private static final String NINE = "|9.002:01|9.003:1";
  private static final String FOURTEEN = "|14.002:02|14.003:1";

  private static byte[] file(String... ends) {
    return Golden.bytes(
        Golden.record("1.001:", ONE + ends[0])
            + Golden.record("2.001:", TWO + ends[1])
            + Golden.record("9.001:", NINE + ends[2])
            + Golden.record("14.001:", FOURTEEN + ends[3]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\u001a", "\0\0\0", "$", "\r\n\u001a", "$\r\n"})
  void warnsOfWhatIsLeftBehindTheLastRecord(String left) {
    byte[] clean = file("$", "$", "$", "$");
    byte[] bytes = join(clean, left.replace('$', '\u001c').getBytes(StandardCharsets.US_ASCII));

    Decoded.Accepted accepted = accepted(bytes);

    assertThat(accepted.transaction().records()).hasSize(4);
    assertWarned(accepted, "the end of the file");
    assertThat(ItlWriter.write(accepted.transaction())).isEqualTo(clean);
  }

  @Test
  void refusesAnythingElseThere() {
    byte[] bytes = join(file("$", "$", "$", "$"), "\r\nx".getBytes(StandardCharsets.US_ASCII));

    assertThat(((Decoded.Refused) ItlReader.read(bytes)).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.TRAILING_BYTES);
  }

  static Stream<List<String>> odd() {
    return Stream.of(
        List.of("|$", "$", "$", "$"),
        List.of("$", "|$", "$", "$"),
        List.of("$", "$", "|$", "$"),
        List.of("$", "$", "$", "|$"),
        List.of("$$", "$", "$", "$"),
        List.of("$", "$$", "$", "$"),
        List.of("$", "$", "$$", "$"),
        List.of("$", "$", "$", "$$"));
  }

  /// A separator too many before the end of a record, or a second end, counted by LEN.
  @ParameterizedTest
  @MethodSource("odd")
  void warnsOfASeparatorTooManyInAnyRecord(List<String> ends) {
    byte[] bytes = file(ends.toArray(String[]::new));

    Decoded.Accepted accepted = accepted(bytes);

    assertThat(accepted.transaction().records()).hasSize(4);
    assertThat(accepted.transaction().records().get(1).value(18)).contains("DOE,JANE");
    assertThat(accepted.findings())
        .singleElement()
        .returns(FindingCode.TRAILING_BYTES, Finding::code)
        .returns(Severity.WARNING, Finding::severity);
    assertThat(ItlWriter.write(accepted.transaction())).isEqualTo(bytes);
  }

  /// A second end that LEN does not count.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void warnsOfASecondEndThatNobodyCounted(int before) {
    byte[] clean = file("$", "$", "$", "$");
    List<ItlRecord> records = accepted(clean).transaction().records();
    int at = (int) records.get(before).offset();
    byte[] bytes =
        join(
            java.util.Arrays.copyOf(clean, at),
            join(new byte[] {0x1C}, java.util.Arrays.copyOfRange(clean, at, clean.length)));

    Decoded.Accepted accepted = accepted(bytes);

    assertWarned(accepted, "one FS");
    assertThat(ItlWriter.write(accepted.transaction())).isEqualTo(clean);
  }

  private static void assertWarned(Decoded.Accepted accepted, String expected) {
    assertThat(accepted.findings())
        .singleElement()
        .returns(FindingCode.TRAILING_BYTES, Finding::code)
        .returns(Severity.WARNING, Finding::severity)
        .satisfies(finding -> assertThat(finding.expected()).contains(expected));
  }

  private static Decoded.Accepted accepted(byte[] bytes) {
    return switch (ItlReader.read(bytes)) {
      case Decoded.Accepted accepted -> accepted;
      case Decoded.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
