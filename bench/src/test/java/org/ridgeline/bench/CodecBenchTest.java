package org.ridgeline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;

class CodecBenchTest {
  @TempDir Path folder;

  @Test
  void measuresWhatIsRead() throws IOException {
    Files.write(folder.resolve("a.an2"), card());
    Files.write(folder.resolve("b.an2"), card());
    Files.write(folder.resolve("c.an2"), new byte[] {1, 2, 3});

    CodecBench.Result result = CodecBench.run(folder, "ebts", 3);

    assertThat(result.work().files()).isEqualTo(3);
    assertThat(result.work().refused()).isEqualTo(1);
    assertThat(result.work().bytes()).isEqualTo(2L * card().length);
    assertThat(result.speed().readMbPerSecond()).isPositive();
    assertThat(result.speed().checkMbPerSecond()).isPositive();
    assertThat(result.speed().writeMbPerSecond()).isPositive();
    assertThat(result.speed().allMbPerSecond())
        .isPositive()
        .isLessThan(result.speed().readMbPerSecond());
    assertThat(result.cardMs()).isPositive();
  }

  @Test
  void refusesFoldersWithoutFiles() {
    assertThatIllegalArgumentException().isThrownBy(() -> CodecBench.run(folder, "itl", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> CodecBench.run(folder, "itl", 0));
    Path none = folder.resolve("none");
    assertThatIllegalArgumentException().isThrownBy(() -> CodecBench.run(none, "itl", 1));
  }

  private static byte[] card() {
    TransactionBuilder card =
        TransactionBuilder.of("CAR")
            .header(5, "20261101")
            .header(7, "FBI000000")
            .header(8, "CA0340000")
            .header(9, "T1");
    for (int fgp = 1; fgp <= 10; fgp++) {
      card.type4(fgp, 1, Picture.of(Cga.NONE, 100, 100, new byte[10_000]));
    }
    return ItlWriter.write(card.build());
  }
}
