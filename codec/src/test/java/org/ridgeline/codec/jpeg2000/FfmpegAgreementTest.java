package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.jpeg2000.Pictures.Picture;

/// What FFmpeg's own encoder writes, decoded by ours and by FFmpeg: exactly the same with the
/// reversible wavelet, within one grey level with the other. Skipped where FFmpeg is missing.
class FfmpegAgreementTest {
  private static final Picture RINGS = Pictures.rings(213, 187);

  @TempDir private static Path folder;

  @BeforeAll
  static void findProgram() throws IOException {
    CommandLineTool.assumeInstalled("ffmpeg", "ffmpeg");
    Files.write(folder.resolve("source.pgm"), PortableGrayMap.write(RINGS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lrcp", "rlcp", "rpcl", "pcrl", "cprl"})
  void decodesEveryProgressionAndTile(String progression) throws IOException, Jpeg2000Refusal {
    agree("-prog", progression, "-q:v", "2");
    agree("-prog", progression, "-q:v", "6", "-tile_width", "64", "-tile_height", "48");
    agree("-prog", progression, "-q:v", "3", "-sop", "1", "-eph", "1", "-format", "j2k");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "3", "8", "16"})
  void decodesAnyQuality(String quality) throws IOException, Jpeg2000Refusal {
    agree("-q:v", quality);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40,10,2", "20,1"})
  void decodesLayers(String rates) throws IOException, Jpeg2000Refusal {
    agree("-layer_rates", rates);
  }

  private static void agree(String... options) throws IOException, Jpeg2000Refusal {
    agree(0, List.of(options), "dwt53");
    agree(1, List.of(options), "dwt97int");
  }

  private static void agree(int levels, List<String> options, String wavelet)
      throws IOException, Jpeg2000Refusal {
    Path coded = folder.resolve("coded.jp2");
    Path decoded = folder.resolve("decoded.pgm");
    List<String> encode = ffmpeg("pgm", folder.resolve("source.pgm"));
    encode.addAll(List.of("-c:v", "jpeg2000", "-pred", wavelet));
    encode.addAll(options);
    run(encode, coded);
    List<String> decode = ffmpeg("jpeg2000", coded);
    decode.addAll(List.of("-pix_fmt", "gray"));
    run(decode, decoded);

    byte[] pixels = Jpeg2000File.open(Files.readAllBytes(coded)).pixels().grey();

    byte[] expected = PortableGrayMap.read(Files.readAllBytes(decoded)).pixels();
    assertThat(Pictures.largestDifference(pixels, expected))
        .as(wavelet + " " + String.join(" ", options))
        .isLessThanOrEqualTo(levels);
  }

  /// With a decoder of FFmpeg's own: a build may have another maker's for the same format.
  private static List<String> ffmpeg(String decoder, Path input) {
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-nostdin", "-y", "-loglevel", "error"));
    command.addAll(List.of("-c:v", decoder, "-i", input.toString()));
    return command;
  }

  private static void run(List<String> command, Path output) {
    command.addAll(List.of("-f", "image2", "-update", "1", output.toString()));
    CommandLineTool.run(command);
  }
}
