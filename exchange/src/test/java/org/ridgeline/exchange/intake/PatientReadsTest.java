package org.ridgeline.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Ori;

@Timeout(60)
class PatientReadsTest {
  private static final Ori FIRST = new Ori("CA0010000");
  private static final Ori SECOND = new Ori("CA0020000");

  @TempDir private Path folder;
  private final PatientReads reads = new PatientReads(Duration.ofMillis(200));

  @Test
  void aPipeHoldsUpItsOwnAgencyUntilItEnds() throws Exception {
    Path pipe = Pipes.make(folder.resolve("a.an2"));
    Path file = Files.writeString(folder.resolve("b.an2"), "b");
    assertThatThrownBy(() -> reads.read(FIRST, pipe))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.an2 is not read")
        .hasMessageContaining("pipe");
    assertThat(reads.read(SECOND, file).orElseThrow()).containsExactly('b');
    assertThat(reads.isUnderWay(FIRST)).isTrue();
    assertThatThrownBy(() -> reads.read(FIRST, file)).hasMessageContaining("a.an2 is not read");
    assertThatThrownBy(() -> reads.turn(FIRST, List.of(file))).hasMessageContaining("a.an2");
    assertThat(threadsOf(FIRST)).as("threads that wait for it").isEqualTo(1);
    Pipes.release(pipe);
    while (reads.isUnderWay(FIRST)) {
      LockSupport.parkNanos(1_000_000);
    }
    reads.turn(FIRST, List.of(file));
    assertThat(reads.read(FIRST, file).orElseThrow()).containsExactly('b');
  }

  private static long threadsOf(Ori ori) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("drop-folder-" + ori.value()))
        .count();
  }

  @Test
  void aLinkIsNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s");
    Path link = Files.createSymbolicLink(folder.resolve("a.an2"), secret);
    assertThatThrownBy(() -> reads.read(FIRST, link)).isInstanceOf(IOException.class);
  }

  @Test
  void tooManyBytesAreNone() throws IOException {
    Path most = Files.write(folder.resolve("a.an2"), new byte[Limits.SUBMISSION_BYTES_MAX]);
    Path more = Files.write(folder.resolve("b.an2"), new byte[Limits.SUBMISSION_BYTES_MAX + 1]);
    PatientReads patient = new PatientReads(Duration.ofSeconds(30));
    assertThat(patient.read(FIRST, most)).isPresent();
    assertThat(patient.read(FIRST, more)).isEmpty();
  }
}
