package org.ridgeline.extract.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.vocabulary.SingularPoint;

/// A finger has at most two cores and two deltas, and most prints show a core. Runs only where
/// public sets of prints are.
class RealSingularPointsTest {
  private static final Path PRINTS = Path.of("../../shared/data/prints");

  @ParameterizedTest
  @CsvSource({
    "fvc2002_db1b, 500",
    "fvc2002_db2b, 569",
    "fvc2002_db4b, 500",
    "fvc2004_db1b, 500",
    "fvc2004_db3b, 512"
  })
  void realPrintsHaveAsManyAsFingersHave(String set, int ppi) throws IOException {
    Path folder = PRINTS.resolve(set);
    assumeThat(Files.isDirectory(folder)).as("no prints at hand, nothing measured").isTrue();
    int prints = 0;
    int withCore = 0;
    int tooMany = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".tif")).toList()) {
        List<SingularPoint> found = found(file, ppi);
        long cores = found.stream().filter(SingularPoint.Core.class::isInstance).count();
        prints++;
        withCore += cores > 0 ? 1 : 0;
        tooMany += cores > 2 || found.size() - cores > 2 ? 1 : 0;
      }
    }
    String counted = "%s: %d prints, %d with a core, %d with too many points";
    String said = counted.formatted(set, prints, withCore, tooMany);
    assertThat(prints).as(said).isPositive();
    assertThat(withCore / (double) prints).as(said).isGreaterThan(0.85);
    assertThat(tooMany / (double) prints).as(said).isLessThan(0.02);
  }

  private static List<SingularPoint> found(Path file, int ppi) throws IOException {
    byte[] data = Files.readAllBytes(file);
    ImageFormat format = ImageFormat.detect(data).orElseThrow();
    var decoded =
        (ImageDecoded.Decoded) ImageDecoder.decode(format, data, new ImageHints(0, 0, ppi));
    return SingularPoints.of(Drawn.seen(decoded.image().withResolutionPpi(ppi)));
  }
}
