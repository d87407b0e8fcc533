package org.ridgeline.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jnbis.api.Jnbis;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.WsqDecoder;
import org.ridgeline.codec.image.WsqEncoder;
import org.ridgeline.vocabulary.GrayImage;

/// Our WSQ decoder beside jnbis 2.1.2 on the same files, in the same run, on one thread; and our
/// encoder on the images that came out.
///
/// A round decodes every file once with ours, then once with theirs, so that a busy machine slows
/// both; what counts is the thread's processor time, without the collector's. Medians of rounds are
/// scaled to an image of 800 x 750 pixels.
/// - **Limit** the first [#FILES_MAX] files in order of path; [#ROUNDS_MAX] rounds
public final class WsqBench {
  /// Most files that one run reads.
  public static final int FILES_MAX = 1000;

  /// Most rounds that one run measures.
  public static final int ROUNDS_MAX = 1000;

  /// Rounds that make the compiler and the caches ready, not measured.
  private static final int WARM_UP_ROUNDS = 3;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int ROUNDS_USUAL = 9;
  private static final int FOLDERS_DEEP_MAX = 4;
  private static final double IMAGE_PIXELS = 800.0 * 750;

  private WsqBench() {}

  /// What a run measured.
  /// - **Unit** milliseconds of processor time for an image of 800 x 750 pixels, median of rounds;
  ///   grey levels; pixels
  /// - **Shape** `refused` files that either decoder refuses take no part in the rest
  public record Result(
      @JsonUnwrapped Work work, @JsonUnwrapped Times times, @JsonUnwrapped Difference difference) {}

  /// What was gone through.
  public record Work(int files, int refused, long pixels, int rounds) {}

  /// How long it took.
  public record Times(double decodeMs, double jnbisDecodeMs, double encodeMs) {
    /// How many times as fast as jnbis our decoder is.
    public double timesAsFast() {
      return jnbisDecodeMs / decodeMs;
    }
  }

  /// How far our pixels are from theirs.
  public record Difference(int largestDifference, long differentPixels) {
    private static Difference between(byte[] ours, byte[] theirs) {
      int largest = 0;
      long different = 0;
      for (int i = 0; i < ours.length; i++) {
        int difference = Math.abs((ours[i] & 0xFF) - (theirs[i] & 0xFF));
        largest = Math.max(largest, difference);
        different += difference == 0 ? 0 : 1;
      }
      return new Difference(largest, different);
    }

    private Difference and(Difference other) {
      return new Difference(
          Math.max(largestDifference, other.largestDifference),
          differentPixels + other.differentPixels);
    }
  }

  private record Sample(byte[] data, GrayImage image) {}

  /// Measures on the `.wsq` files below a folder.
  /// - **Error** no folder, or no file that both decoders read: IllegalArgumentException
  public static Result run(Path folder) throws IOException {
    return run(folder, ROUNDS_USUAL);
  }

  /// Measures so many rounds.
  public static Result run(Path folder, int rounds) throws IOException {
    if (rounds < 1 || rounds > ROUNDS_MAX) {
      throw new IllegalArgumentException("rounds=" + rounds + " limit=1.." + ROUNDS_MAX);
    }
    List<Path> files = files(folder);
    List<Sample> samples = new ArrayList<>();
    long pixels = 0;
    Difference all = new Difference(0, 0);
    for (Path file : files) {
      byte[] data = Files.readAllBytes(file);
      if (WsqDecoder.decode(data) instanceof ImageDecoded.Decoded(var image, _)) {
        byte[] theirs = jnbis(data);
        if (theirs.length == image.widthPx() * image.heightPx()) {
          samples.add(new Sample(data, image));
          pixels += theirs.length;
          all = all.and(Difference.between(image.pixels(), theirs));
        }
      }
    }
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("folder=" + folder + " has no readable .wsq file");
    }
    double[] medians = medians(samples, rounds, pixels);
    return new Result(
        new Work(files.size(), files.size() - samples.size(), pixels, rounds),
        new Times(medians[0], medians[1], medians[2]),
        all);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("folder=" + folder + " is not a folder");
    }
    try (Stream<Path> paths = Files.walk(folder, FOLDERS_DEEP_MAX)) {
      return paths
          .filter(path -> path.toString().endsWith(".wsq"))
          .sorted()
          .limit(FILES_MAX)
          .toList();
    }
  }

  /// Their pixels; none where they refuse or fail.
  private static byte[] jnbis(byte[] data) {
    try {
      return Jnbis.wsq().decode(data).asBitmap().getPixels();
    } catch (RuntimeException failed) {
      return new byte[0];
    }
  }

  /// Decoding, their decoding and encoding, in this order within each round.
  private static double[] medians(List<Sample> samples, int rounds, long pixels) {
    List<ToIntFunction<Sample>> works =
        List.of(
            sample -> WsqDecoder.decode(sample.data()).hashCode(),
            sample -> jnbis(sample.data()).length,
            sample -> WsqEncoder.encode(sample.image()).length);
    double[][] times = new double[works.size()][rounds];
    int sink = 0;
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (int work = 0; work < works.size(); work++) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (Sample sample : samples) {
          sink += works.get(work).applyAsInt(sample);
        }
        double ms = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        if (round >= 0) {
          times[work][round] = ms * IMAGE_PIXELS / pixels;
        }
      }
    }
    // Reading the sink keeps the compiler from leaving the work out.
    assert sink != Integer.MIN_VALUE;
    return Arrays.stream(times).mapToDouble(Median::of).toArray();
  }
}
