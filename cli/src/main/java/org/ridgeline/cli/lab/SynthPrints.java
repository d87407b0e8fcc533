package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.ContactSheet;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.synth.sensor.PrintSeries;
import org.ridgeline.synth.sensor.SensorKind;
import org.ridgeline.synth.sensor.SeriesPrint;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `synth prints`: impressions of fictional fingers as PNG files.
@Command(
    name = "prints",
    description = "Writes FINGER_IMPRESSION.png: several impressions of each finger.",
    mixinStandardHelpOptions = true)
final class SynthPrints implements Callable<Integer> {
  private static final int SHEET_PRINTS_MAX = 40;

  @Spec private CommandSpec spec;

  @Option(names = "--fingers", defaultValue = "10", description = "fingers (default: 10)")
  @Between(least = 1)
  private int fingers;

  @Option(names = "--impressions", defaultValue = "8", description = "of each (default: 8)")
  @Between(least = 1)
  private int impressions;

  @Option(names = "--seed", defaultValue = "1", description = "default: 1")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to")
  private Path out = Path.of("");

  @Option(
      names = "--kind",
      defaultValue = "plain",
      paramLabel = "plain|rolled|mixed",
      description = "mixed: the first impression of a finger is rolled (default: plain)")
  private Kind kind = Kind.PLAIN;

  @Option(
      names = "--quality",
      paramLabel = "0..100",
      description = "of every print (default: drawn around 70, as in daily work)")
  @Between(least = 0, most = 100)
  private Optional<Integer> quality = Optional.empty();

  @Option(
      names = "--ground",
      defaultValue = "livescan",
      paramLabel = "livescan|ink",
      description = "a plate, or ink on paper (default: ${DEFAULT-VALUE})")
  private ImpressionStyle.Ground ground = ImpressionStyle.Ground.LIVESCAN;

  @Option(
      names = "--sensor",
      paramLabel = "KIND",
      description = {
        "touches on a sensor of this kind, as hard as in daily work: ${COMPLETION-CANDIDATES};",
        "then --kind, --quality, --ground and --dpi do not apply"
      })
  private Optional<SensorKind> sensor = Optional.empty();

  @Option(
      names = "--persons",
      description = {
        "name files PERSON_FGP_IMPRESSION.png: ten fingers make a person, of a sensor five",
        "(both fore and middle fingers, the right thumb)"
      })
  private boolean persons;

  @Option(names = "--dpi", defaultValue = "500", paramLabel = "500|1000", description = "ppi")
  @Between(least = 1, most = 10_000)
  private int dpi;

  @Option(names = "--sheet", paramLabel = "FILE", description = "also a contact sheet (PNG)")
  private Optional<Path> sheet = Optional.empty();

  @Option(names = "--json", description = "print one object about what was made")
  private boolean json;

  /// Which ways of taking prints.
  private enum Kind {
    PLAIN,
    ROLLED,
    MIXED
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    List<GrayImage> shown = new ArrayList<>();
    for (int finger = 1; finger <= fingers; finger++) {
      List<GrayImage> prints = sensor.isPresent() ? touches(sensor.get(), finger) : prints(finger);
      for (int i = 0; i < prints.size(); i++) {
        Path file = out.resolve(name(finger) + "_" + (i + 1) + ".png");
        Files.write(file, ImageEncoder.encode(ImageFormat.PNG, prints.get(i)));
        if (shown.size() < SHEET_PRINTS_MAX) {
          shown.add(prints.get(i));
        }
      }
      Output.progress("fingers", finger, fingers);
    }
    if (sheet.isPresent()) {
      GrayImage image = ContactSheet.of(shown, Math.min(impressions, 8));
      Files.write(sheet.get(), ImageEncoder.encode(ImageFormat.PNG, image));
    }
    if (json) {
      int files = fingers * impressions;
      Output.json(Map.of("fingers", fingers, "impressions", impressions, "files", files));
    }
    return ExitCode.DONE;
  }

  private String name(int finger) {
    if (!persons) {
      return String.valueOf(finger);
    }
    return sensor.isPresent()
        ? PrintSeries.person(finger) + "_" + PrintSeries.position(finger).fgp()
        : ((finger - 1) / 10 + 1) + "_" + position(finger).fgp();
  }

  private static FingerPosition position(int finger) {
    return FingerPosition.values()[(finger - 1) % 10];
  }

  private List<GrayImage> touches(SensorKind kind, int finger) {
    PrintSeries series = PrintSeries.of(seed, kind, fingers, impressions);
    return series.finger(finger).stream().map(SeriesPrint::image).toList();
  }

  private List<GrayImage> prints(int finger) {
    Finger master = FingerMaker.make(Dice.hash(seed, (finger - 1) / 10), position(finger));
    return IntStream.rangeClosed(1, impressions)
        .mapToObj(impression -> print(master, finger, impression))
        .toList();
  }

  private GrayImage print(Finger master, int finger, int impression) {
    long touch = Dice.hash(seed, finger, impression);
    int drawn = (int) Math.clamp(Dice.of(touch, 1).normal(70, 15, 3), 5, 98);
    boolean rolled = kind == Kind.ROLLED || (kind == Kind.MIXED && impression == 1);
    ImpressionStyle.Kind way = rolled ? ImpressionStyle.Kind.ROLLED : ImpressionStyle.Kind.PLAIN;
    try {
      ImpressionStyle style = new ImpressionStyle(way, quality.orElse(drawn), dpi, ground);
      return Impression.of(master, touch, style);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
