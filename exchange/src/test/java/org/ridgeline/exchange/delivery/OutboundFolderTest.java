package org.ridgeline.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;

class OutboundFolderTest {
  @TempDir private Path root;

  private static Answer answer(String bytes) {
    return new Answer(
        UUID.randomUUID(),
        "R2026333000000000001",
        new Answer.Says(AnswerSource.IMMIGRATION, "IDR", Optional.of("N"), Outcome.PENDING),
        Answer.About.NOBODY,
        bytes.getBytes(),
        Instant.EPOCH);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(Bookings.ORI))) {
      return files.sorted().toList();
    }
  }

  /// A pending answer that nobody has read yet, and the one that follows it.
  @Test
  void aLaterAnswerDoesNotTakeAnEarlierOnesPlace() throws IOException {
    OutboundFolder folder = new OutboundFolder(root);
    Answer pending = answer("pending");
    folder.write(Bookings.agency(), pending);
    folder.write(Bookings.agency(), answer("decided"));
    assertThat(files()).hasSize(2);
    assertThat(
            root.resolve(Bookings.ORI)
                .resolve("R2026333000000000001-" + pending.answerId() + "-IDR.an2"))
        .hasContent("pending");
  }

  @Test
  void theSameAnswerAgainIsTheSameFile() throws IOException {
    OutboundFolder folder = new OutboundFolder(root);
    Answer once = answer("once");
    folder.write(Bookings.agency(), once);
    folder.write(Bookings.agency(), once);
    assertThat(files()).hasSize(1);
  }
}
