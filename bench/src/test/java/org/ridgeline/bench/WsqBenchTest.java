package org.ridgeline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.image.WsqEncoder;
import org.ridgeline.vocabulary.GrayImage;

class WsqBenchTest {
  private static final Path REFERENCES = Path.of("../../shared/data/wsq");

  @TempDir Path folder;

  @Test
  void measuresBothDecodersOnTheSameFiles() throws IOException {
    Files.write(folder.resolve("a.wsq"), WsqEncoder.encode(waves(320, 300), 0.75));
    Files.write(folder.resolve("b.wsq"), WsqEncoder.encode(waves(301, 257), 2.25));
    Files.write(folder.resolve("c.wsq"), new byte[] {1, 2, 3});

    WsqBench.Result result = WsqBench.run(folder, 1);

    assertThat(result.work().files()).isEqualTo(3);
    assertThat(result.work().refused()).isEqualTo(1);
    assertThat(result.work().pixels()).isEqualTo(320 * 300 + 301 * 257);
    assertThat(result.difference().largestDifference()).isLessThanOrEqualTo(1);
    assertThat(result.times().decodeMs()).isPositive();
    assertThat(result.times().jnbisDecodeMs()).isPositive();
    assertThat(result.times().encodeMs()).isPositive();
  }

  @Test
  void refusesFoldersWithoutFiles() {
    assertThatIllegalArgumentException().isThrownBy(() -> WsqBench.run(folder, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> WsqBench.run(folder.resolve("none"), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> WsqBench.run(folder, 0));
  }

  /// The reference decodings of files with unusual filters are not at hand; this peer reads them.
  @ParameterizedTest
  @ValueSource(strings = {"NonStandardFilterTapSets", "BitRate075"})
  void agreesWithThePeerOnReferenceFiles(String set) throws IOException {
    Path files = REFERENCES.resolve(set);
    assumeTrue(Files.isDirectory(files), "no reference set at " + files.toAbsolutePath());

    WsqBench.Result result = WsqBench.run(files, 1);

    assertThat(result.work().refused()).isZero();
    assertThat(result.difference().largestDifference()).isLessThanOrEqualTo(1);
  }

  private static GrayImage waves(int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      pixels[i] = (byte) (128 + Math.round(100 * Math.sin(x * 0.6) * Math.cos(y * 0.23)));
    }
    return GrayImage.of(width, height, 500, pixels);
  }
}
