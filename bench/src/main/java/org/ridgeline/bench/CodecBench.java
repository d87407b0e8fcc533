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
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Transaction;

/// How fast transactions are read, checked under a profile, and written, on one thread.
///
/// A round takes every file of a folder through the three steps; what counts is the thread's
/// processor time, without the collector's.
/// - **Limit** the first [#FILES_MAX] files in order of name; [#ROUNDS_MAX] rounds
public final class CodecBench {
  /// Most files that one run reads.
  public static final int FILES_MAX = 1000;

  /// Most rounds that one run measures.
  public static final int ROUNDS_MAX = 1000;

  /// Rounds that make the compiler and the caches ready, not measured.
  private static final int WARM_UP_ROUNDS = 20;

  private static final int ROUNDS_USUAL = 60;
  private static final double BYTES_PER_MB = 1e6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CodecBench() {}

  /// What a run measured.
  /// - **Unit** megabytes of file (10^6) per second of processor time, median of rounds; `cardMs`
  ///   milliseconds of the three steps for one file, in the mean
  /// - **Shape** `refused` files take no part in the rest
  public record Result(@JsonUnwrapped Work work, @JsonUnwrapped Speed speed, double cardMs) {}

  /// What was gone through.
  public record Work(int files, int refused, long bytes, int rounds) {}

  /// Each step alone, and all three together.
  public record Speed(
      double readMbPerSecond,
      double checkMbPerSecond,
      double writeMbPerSecond,
      double allMbPerSecond) {}

  private record Sample(byte[] bytes, Transaction transaction) {}

  /// Measures on the files of a folder under a profile.
  /// - **Error** no folder, or no file that is read: IllegalArgumentException
  public static Result run(Path folder, String profile) throws IOException {
    return run(folder, profile, ROUNDS_USUAL);
  }

  /// Measures so many rounds.
  public static Result run(Path folder, String profile, int rounds) throws IOException {
    if (rounds < 1 || rounds > ROUNDS_MAX) {
      throw new IllegalArgumentException("rounds=" + rounds + " limit=1.." + ROUNDS_MAX);
    }
    List<Path> files = files(folder);
    List<Sample> samples = samples(files);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("folder=" + folder + " has no readable transaction");
    }
    long bytes = samples.stream().mapToLong(sample -> sample.bytes().length).sum();
    Profile rules = Profile.named(profile);
    double[] ms =
        medians(
            samples,
            rounds,
            List.of(
                sample -> ItlReader.read(sample.bytes()).findings().size(),
                sample -> rules.check(sample.transaction()).size(),
                sample -> ItlWriter.write(sample.transaction()).length));
    double all = ms[0] + ms[1] + ms[2];
    double mb = bytes / BYTES_PER_MB;
    return new Result(
        new Work(files.size(), files.size() - samples.size(), bytes, rounds),
        new Speed(mb / (ms[0] / 1e3), mb / (ms[1] / 1e3), mb / (ms[2] / 1e3), mb / (all / 1e3)),
        all / samples.size());
  }

  private static List<Sample> samples(List<Path> files) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path file : files) {
      byte[] data = Files.readAllBytes(file);
      if (ItlReader.read(data) instanceof Decoded.Accepted accepted) {
        samples.add(new Sample(data, accepted.transaction()));
      }
    }
    return samples;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("folder=" + folder + " is not a folder");
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isRegularFile).sorted().limit(FILES_MAX).toList();
    }
  }

  /// Milliseconds that each work takes for all files.
  private static double[] medians(
      List<Sample> samples, int rounds, List<ToIntFunction<Sample>> works) {
    double[][] times = new double[works.size()][rounds];
    int sink = 0;
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (int work = 0; work < works.size(); work++) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (Sample sample : samples) {
          sink += works.get(work).applyAsInt(sample);
        }
        if (round >= 0) {
          times[work][round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
      }
    }
    // Reading the sink keeps the compiler from leaving the work out.
    assert sink != Integer.MIN_VALUE;
    return Arrays.stream(times).mapToDouble(Median::of).toArray();
  }
}
