package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.card.CardOptions.Content;
import org.ridgeline.synth.card.Defect;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `synth cards`: ten-print cards of fictional people as EBTS files.
@Command(
    name = "cards",
    description = "Writes PERSON_IMPRESSION.an2: EBTS CAR submissions of fictional people.",
    mixinStandardHelpOptions = true)
final class SynthCards implements Callable<Integer> {
  /// What a card looks like; shared with `synth bookings`.
  static final class Look {
    @Option(
        names = "--content",
        defaultValue = "fourteen",
        paramLabel = "ten_rolled|fourteen|fourteen_type14|flats",
        description = "which images (default: ${DEFAULT-VALUE})")
    Content content = Content.FOURTEEN;

    @Option(
        names = "--compress",
        defaultValue = "wsq20",
        paramLabel = "none|wsq20|jpegb|png",
        description = "compression of the images (default: ${DEFAULT-VALUE})")
    Cga compression = Cga.WSQ20;
  }

  @Option(names = "--people", defaultValue = "10", description = "people (default: 10)")
  @Between(least = 1)
  private int people;

  @Option(names = "--impressions", defaultValue = "1", description = "of each (default: 1)")
  @Between(least = 1)
  private int impressions;

  @Option(names = "--first", defaultValue = "0", description = "number of the first person")
  @Between(least = 0)
  private long first;

  @Option(names = "--seed", defaultValue = "1", description = "default: 1")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to")
  private Path out = Path.of("");

  @Option(names = "--quality", defaultValue = "70", description = "0..100 (default: 70)")
  @Between(least = 0, most = 100)
  private int quality;

  @Option(
      names = "--ground",
      defaultValue = "livescan",
      paramLabel = "livescan|ink",
      description = "a plate, or ink on paper (default: ${DEFAULT-VALUE})")
  private ImpressionStyle.Ground ground = ImpressionStyle.Ground.LIVESCAN;

  @Option(
      names = "--defect",
      paramLabel = "DEFECT",
      description = "break every card so; may be given again: ${COMPLETION-CANDIDATES}")
  private List<Defect> defects = List.of();

  @Option(
      names = "--fingers",
      split = ",",
      paramLabel = "FGP",
      description = "print these alone, 1..10 with commas between; the others are bandaged")
  @Between(least = 1, most = 10)
  private List<Integer> fingers = List.of();

  @Option(names = "--json", description = "print one object per card")
  private boolean json;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    Set<Defect> broken = defects.isEmpty() ? EnumSet.noneOf(Defect.class) : EnumSet.copyOf(defects);
    Set<FingerPosition> bandaged = bandaged();
    for (int i = 0; i < people; i++) {
      FictionalPerson person = Nation.person(seed, first + i);
      for (int impression = 1; impression <= impressions; impression++) {
        long visit = Dice.hash(seed, first + i, impression);
        String tcn = String.format(Locale.ROOT, "SYN%010d%03d", first + i, impression);
        CardOptions options =
            CardOptions.of(visit, tcn, Nation.TODAY.plusDays(impression))
                .with(look.content, look.compression)
                .withQuality(quality)
                .on(ground)
                .bandaging(bandaged)
                .broken(broken);
        String file = (first + i) + "_" + impression + ".an2";
        Files.write(out.resolve(file), CardMaker.card(person, options));
        report(file, person, tcn);
      }
      Output.progress("people", i + 1, people);
    }
    return ExitCode.DONE;
  }

  /// Every finger that is not named, where any is.
  private Set<FingerPosition> bandaged() {
    Set<FingerPosition> others = EnumSet.noneOf(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      if (!fingers.isEmpty() && !fingers.contains(finger.fgp())) {
        others.add(finger);
      }
    }
    return others;
  }

  private void report(String file, FictionalPerson person, String tcn) {
    if (json) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("file", file);
      row.put("tcn", tcn);
      row.putAll(SynthPeople.row(person));
      Output.json(row);
    }
  }
}
