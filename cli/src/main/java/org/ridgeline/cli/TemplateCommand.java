package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.extract.Extractor;
import org.ridgeline.extract.Limits;
import org.ridgeline.extract.slap.SlapKind;
import org.ridgeline.extract.slap.SlapSegmenter;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `template`: what extraction finds in finger images, and where it finds the fingers of slaps.
@Command(
    name = "template",
    description = "Extracts quality and minutiae from finger images.",
    mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "finger images")
  private List<Path> images;

  @Option(names = "--dpi", paramLabel = "N", description = PrintImages.DPI)
  @Between(least = Limits.RESOLUTION_PPI_MIN, most = Limits.RESOLUTION_PPI_MAX)
  private Optional<Integer> dpi = Optional.empty();

  @Option(
      names = "--json",
      description = "print an object an image, with all minutiae, cores and deltas")
  private boolean json;

  @Option(
      names = "--slap",
      paramLabel = "FGP",
      description =
          "the images are slaps: 13 right four, 14 left four, 15 thumbs; finds each finger")
  @Between(least = 13, most = 15)
  private Optional<Integer> slap = Optional.empty();

  @Option(
      names = "--missing",
      split = ",",
      paramLabel = "FGP",
      description = "fingers that are not on the slap, 1 to 10")
  @Between(least = 1, most = 10)
  private List<Integer> missing = List.of();

  /// A template as JSON: positions in pixels at 500 ppi, directions in degrees, clockwise.
  record TemplateJson(
      String file,
      int quality,
      boolean usable,
      int widthPx,
      int heightPx,
      int resolutionPpi,
      List<MinutiaJson> minutiae,
      SingularJson singular) {}

  record MinutiaJson(String type, int x, int y, double directionDegrees) {}

  @Override
  public Integer call() throws IOException {
    boolean refused = false;
    for (Path file : images) {
      Optional<GrayImage> image = PrintImages.read(file, dpi);
      if (image.isEmpty()) {
        refused = true;
      } else if (slap.isPresent()) {
        refused |= !slap(file, image.get());
      } else {
        print(file, Extractor.extract(image.get()));
      }
    }
    return refused ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private boolean slap(Path file, GrayImage image) {
    SlapKind kind =
        SlapKind.ofFgp(slap.orElseThrow())
            .orElseThrow(() -> new IllegalArgumentException("--slap is 13, 14 or 15"));
    Set<FingerPosition> without = EnumSet.noneOf(FingerPosition.class);
    for (int fgp : missing) {
      without.add(
          FingerPosition.ofFgp(fgp)
              .orElseThrow(() -> new IllegalArgumentException("--missing is 1 to 10")));
    }
    return SlapPrinter.print(file, SlapSegmenter.segment(image, kind, without), json);
  }

  private void print(Path file, Template template) {
    if (!json) {
      System.out.printf(
          "%s: quality %d, %d minutiae, %s%n",
          file,
          template.quality(),
          template.minutiae().size(),
          Extractor.isUsable(template) ? "usable" : "not usable");
      return;
    }
    Output.json(
        new TemplateJson(
            file.toString(),
            template.quality(),
            Extractor.isUsable(template),
            template.widthPx(),
            template.heightPx(),
            template.resolutionPpi(),
            template.minutiae().stream().map(TemplateCommand::minutia).toList(),
            SingularJson.of(template)));
  }

  private static MinutiaJson minutia(Minutia minutia) {
    double degrees = Math.round(minutia.direction() * 3600.0 / 65_536) / 10.0;
    return new MinutiaJson(
        minutia instanceof Minutia.RidgeEnding ? "ending" : "bifurcation",
        minutia.x(),
        minutia.y(),
        degrees);
  }
}
