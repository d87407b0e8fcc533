package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Files other makers wrote.
class ReferenceFilesTest {
  @Test
  void writesEveryFileAsItWasRead() {
    int read = 0;
    for (Path file : SharedData.transactions("itl")) {
      byte[] bytes = SharedData.bytes(file);
      switch (ItlReader.read(bytes)) {
        case Decoded.Accepted accepted -> {
          assertThat(ItlWriter.write(accepted.transaction())).as("%s", file).isEqualTo(bytes);
          read++;
        }
        case Decoded.Refused refused ->
            assertThat(file.getParent().getFileName().toString())
                .as("%s %s", file, refused.findings())
                .startsWith("fail");
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void findsFourteenImagesInATenPrintCard() {
    for (Path file : SharedData.transactions("itl/nist_references")) {
      if (file.endsWith("type-4-tpcard.an2")) {
        Transaction card = ItlReaderTest.accepted(SharedData.bytes(file));
        assertThat(card.fingerImages()).hasSize(14);
        assertThat(card.fingerImages()).allMatch(image -> image.cga() == Cga.WSQ20);
        assertThat(card.fingerImages()).allMatch(image -> image.resolutionPpi() == 500);
      }
    }
  }
}
