package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.Cost;
import org.ridgeline.codec.jpeg2000.Pictures.Picture;

/// Tells how long our decoder and OpenJPEG's take for the same files, in processor time of one
/// thread, medians: on demand, with `-Dspeed=true`. Nothing is asserted of it.
class OpenJpegSpeedTest {
  private static final int ROUNDS = 15;
  private static final Pattern DECODE_TIME = Pattern.compile("decode time: (\\d+) ms");

  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource({"800, 750, -r 1", "800, 750, -I -r 10", "1600, 1500, -r 1", "1600, 1500, -I -r 10"})
  void tellsBothTimes(int width, int height, String options) throws IOException {
    assumeTrue(Boolean.getBoolean("speed"), "-Dspeed=true tells how long both take");
    CommandLineTool.assumeInstalled("opj_compress", "libopenjp2-tools");
    CommandLineTool.assumeInstalled("opj_decompress", "libopenjp2-tools");
    Path source = folder.resolve("source.pgm");
    Picture picture = Pictures.rings(width, height);
    Files.write(source, PortableGrayMap.write(picture));
    String coded = folder.resolve("coded.j2k").toString();
    List<String> command = new ArrayList<>();
    command.addAll(List.of("opj_compress", "-i", source.toString(), "-o", coded));
    command.addAll(List.of(options.split(" ")));
    CommandLineTool.run(command);
    byte[] data = Files.readAllBytes(Path.of(coded));

    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ours[round] = Cost.of(() -> decode(data)).cpuNanos() / 1e6;
      String decoded = folder.resolve("decoded.pgm").toString();
      Matcher said =
          DECODE_TIME.matcher(
              CommandLineTool.run(
                  List.of("opj_decompress", "-threads", "1", "-i", coded, "-o", decoded)));
      theirs[round] = said.find() ? Integer.parseInt(said.group(1)) : Double.NaN;
    }

    Arrays.sort(ours);
    Arrays.sort(theirs);
    IO.println(
        String.format(
            "JPEG 2000, %dx%d, %s, %d bytes: %.1f ms, OpenJPEG %.0f ms",
            width, height, options, data.length, ours[ROUNDS / 2], theirs[ROUNDS / 2]));
  }

  private static void decode(byte[] data) {
    try {
      assertThat(Jpeg2000File.open(data).pixels().grey()).isNotEmpty();
    } catch (Jpeg2000Refusal refusal) {
      throw new AssertionError(refusal.expected(), refusal);
    }
  }
}
