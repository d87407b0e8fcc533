package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.cli.ImportDoor.Outcome;
import org.ridgeline.cli.ImportDoor.Reply;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// An archive through a door that keeps what it is given: it adds up, however often it is stopped.
class ImportRunTest {
  private static final int FILES = 100;

  @TempDir private Path temp;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void files() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Path folder = Files.createDirectories(temp.resolve("in/" + i % 7));
      Files.writeString(folder.resolve(i + ".an2"), i % 10 == 3 ? "bad " + i : "card " + i % 60);
    }
    Files.writeString(temp.resolve("in/.hidden"), "card of an editor");
  }

  /// Enrols what begins with "card", refuses the rest.
  private Reply take(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith("card")) {
      return ImportDoor.refused(
          List.of(Finding.of(Severity.ERROR, FindingCode.TAG_INVALID, "a card", text)));
    }
    Outcome outcome =
        !kept.add(text)
            ? Outcome.BEFORE
            : text.hashCode() % 2 == 0 ? Outcome.NEW_PERSON : Outcome.KNOWN_PERSON;
    return new Reply(outcome, Optional.of(text), List.of());
  }

  private ImportReport run(int jobs, ImportDoor door) throws Exception {
    return new ImportRun(door, jobs, Set.of(), (_, _) -> {}).run(List.of(temp.resolve("in")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void everyFileIsCountedOnce(int jobs) throws Exception {
    Set<Path> told = new HashSet<>();
    ImportReport report =
        new ImportRun(this::take, jobs, Set.of(), (file, _) -> told.add(file))
            .run(List.of(temp.resolve("in")));

    assertThat(report.files()).isEqualTo(FILES);
    assertThat(told).hasSize(FILES);
    assertThat(report.refused()).isEqualTo(10);
    assertThat(report.findings()).isEqualTo(Map.of("TAG_INVALID", 10L));
    assertThat(report.newPersons() + report.knownPersons()).isEqualTo(kept.size());
    assertThat(report.before()).isEqualTo(FILES - 10 - kept.size());
  }

  @Test
  void goesOnWhereItWasStoppedHoweverOften() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    int stops = 0;
    Optional<ImportReport> end = Optional.empty();
    while (end.isEmpty()) {
      int until = calls.get() + 25 * (stops + 1);
      try {
        end =
            Optional.of(
                run(
                    2,
                    bytes -> {
                      if (calls.incrementAndGet() > until) {
                        throw new IOException("the disk is full");
                      }
                      return take(bytes);
                    }));
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("the disk is full").hasMessageContaining(".an2: ");
        stops++;
      }
    }
    assertThat(stops).isGreaterThan(2);
    assertThat(end.get().files()).isEqualTo(FILES);
    assertThat(end.get().before() + end.get().newPersons() + end.get().knownPersons())
        .isEqualTo(FILES - 10);
    assertThat(kept).hasSizeBetween(50, 60);
  }

  @Test
  void oneThatCannotBeReadStopsNoOther() throws Exception {
    Files.createSymbolicLink(temp.resolve("in/0/loop"), temp.resolve("in"));
    Files.createSymbolicLink(temp.resolve("in/0/nowhere"), temp.resolve("nowhere"));
    byte[] large = new byte[Limits.SUBMISSION_BYTES_MAX + 1];
    Files.write(temp.resolve("in/1/large.an2"), large);

    ImportReport report = run(2, this::take);

    assertThat(report.files()).isEqualTo(FILES + 3);
    assertThat(report.unreadable()).isEqualTo(2);
    assertThat(report.findings())
        .containsEntry("FILE_TOO_LARGE", 1L)
        .containsEntry("UNREADABLE", 2L);
  }

  @Test
  void leavesOutWhatItWritesItself() throws Exception {
    Path own = Files.writeString(temp.resolve("in/errors.jsonl"), "{}");

    ImportReport report =
        new ImportRun(this::take, 1, Set.of(own), (_, _) -> {})
            .run(List.of(temp.resolve("in/../in")));

    assertThat(report.files()).isEqualTo(FILES);
  }

  @Test
  void aReportThatDoesNotAddUpIsNone() {
    ImportReport.Speed speed = new ImportReport.Speed(0, 0, 0);
    assertThatThrownBy(() -> new ImportReport(5, 1, 1, 1, 1, 0, Map.of(), speed))
        .hasMessage("files=5 expected=4, the sum of all");
  }
}
