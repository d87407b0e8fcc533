package org.ridgeline.codec.ebts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.SharedData;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.Severity;

/// The conformance files of the 2011 edition, and reference files of earlier ones.
class ConformanceFilesTest {
  /// What each file was spoilt in, as its difference from the file it was made of shows.
  private static final Map<String, Set<String>> SPOILT =
      Map.ofEntries(
          Map.entry("fail-type-1-wrong-record-number", Set.of("0.002")),
          Map.entry("fail-type-1-L1", Set.of("1.002", "1.003", "1.005", "1.006", "1.014")),
          Map.entry("fail-type-1-L2", Set.of("1.015", "2.002")),
          Map.entry("fail-missing-info-items", Set.of("1.013", "1.015", "1.016")),
          Map.entry("fail_IDC_Sequential_Tests", Set.of("4.002")),
          Map.entry("fail-deprecated-records", Set.of("3.001", "5.001", "6.001")),
          Map.entry("fail-type-4-L1", Set.of("4.003", "4.004")),
          Map.entry("fail-type-4-L2", Set.of("4.006", "4.007", "4.008")),
          Map.entry("fail-type-13-L1", Set.of("13.003", "13.005", "13.012", "13.014", "13.015")),
          Map.entry("fail-type-13-L2", Set.of("13.014", "13.015")),
          Map.entry("fail-type-14-L1", Set.of("14.003", "14.005", "14.008", "14.014", "14.022")),
          Map.entry("fail-type-14-L2", Set.of("14.014", "14.017", "14.021", "14.025")),
          Map.entry("fail-type-15-L1", Set.of("15.003", "15.005", "15.008", "15.018", "15.024")),
          Map.entry("fail-type-15-L2", Set.of("15.009", "15.010", "15.024")),
          Map.entry("fail-type-17-L1", Set.of("17.003", "17.013", "17.020", "17.026", "17.041")),
          Map.entry("fail-type-17-L2", Set.of("17.015", "17.027", "17.031", "17.034")),
          Map.entry("fail-type-10-face-L2", Set.of("10.023", "10.026", "10.027", "10.028")),
          Map.entry(
              "fail-type-10-face-smt-combined-L1",
              Set.of("10.005", "10.008", "10.018", "10.019", "10.024", "10.028", "10.042")),
          Map.entry("fail-type-10-face-smt-combined-L2", Set.of("10.013", "10.040", "10.998")),
          Map.entry(
              "fail-all-supported-types-L1",
              Set.of("1.005", "1.006", "1.014", "4.003", "10.005", "13.014", "15.018", "17.028")),
          Map.entry(
              "fail-all-supported-types-L2",
              Set.of("1.011", "1.012", "13.010", "14.015", "15.011", "17.034", "21.002")),
          Map.entry("fail-all-supported-types-9-missing-EFS-fields", Set.of("9.300", "9.302")));

  @Test
  void acceptsAllThatShouldPass() {
    List<String> wrong = new ArrayList<>();
    for (String folder : List.of("itl/an2011/pass", "itl/nist_references")) {
      for (Path file : SharedData.transactions(folder)) {
        for (Finding finding : errors(file)) {
          wrong.add(name(file) + " " + finding);
        }
      }
    }
    // It says version 0.
    wrong.removeIf(line -> line.startsWith("rec01_rec02_rec16.nst"));
    assertThat(wrong).isEmpty();
  }

  @Test
  void refusesAllThatShouldFailForWhatIsSpoilt() {
    int files = 0;
    for (String folder : List.of("fail_decoder", "fail_validator", "unimplemented")) {
      for (Path file : SharedData.transactions("itl/an2011/" + folder)) {
        Set<String> fields = new HashSet<>();
        errors(file).forEach(finding -> fields.add(finding.field()));
        Set<String> spoilt = SPOILT.getOrDefault(name(file), Set.of("not in the table"));
        assertThat(fields).as(name(file)).containsAll(spoilt);
        files++;
      }
    }
    assertThat(files).isEqualTo(SPOILT.size());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.an2k?$", "");
  }

  private static List<Finding> errors(Path file) {
    Decoded decoded = ItlReader.read(SharedData.bytes(file));
    List<Finding> findings = new ArrayList<>(decoded.findings());
    if (decoded instanceof Decoded.Accepted accepted) {
      findings.addAll(Profile.named("itl").check(accepted.transaction()));
    }
    return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }
}
