package org.ridgeline.cli.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ridgeline.bench.evaluate.Engines;
import org.ridgeline.bench.evaluate.Identification;
import org.ridgeline.bench.evaluate.IdentifyReport;
import org.ridgeline.bench.plot.DetPlot;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate identify`: one person among many.
@Command(
    name = "identify",
    description = {
      "Searches probes in a gallery with every engine; prints ranks and error rates.",
      "The lowest impression of a finger in the gallery folder is enrolled; every impression in the"
          + " probe folder is searched, without those enrolled where both are one folder.",
      "FINGER_IMPRESSION.ext: consecutive fingers make a person. PERSON_FINGER_IMPRESSION.ext:"
          + " FINGER is an FGP; with --fingers 1 every finger is a person of its own."
    },
    mixinStandardHelpOptions = true)
final class EvaluateIdentify implements Callable<Integer> {
  @Option(
      names = "--gallery",
      required = true,
      arity = "1..*",
      paramLabel = "DIR[@DPI]",
      description = "folders of images to enrol")
  private List<String> galleries;

  @Option(
      names = "--probes",
      required = true,
      arity = "1..*",
      paramLabel = "DIR[@DPI]",
      description = "folders of images to search with, one for each gallery folder")
  private List<String> probes;

  @Option(
      names = "--fingers",
      defaultValue = "1",
      paramLabel = "1|2|4|10",
      description =
          "fingers a person: right index; both; right index to little; all"
              + " (default: ${DEFAULT-VALUE})")
  @Between(least = 1, most = 10)
  private int fingers;

  @Option(
      names = "--leave-out",
      negatable = true,
      description =
          "count every mated search as a non-mated one, too, with its mate struck from the"
              + " candidates (default: where every probe has a mate)")
  private Optional<Boolean> leaveOut = Optional.empty();

  @Option(
      names = "--distractors",
      paramLabel = "GALLERYFILE",
      description = "also enrol these people, such as `synth people` writes, whom no probe is of")
  private Optional<Path> distractors = Optional.empty();

  @Option(
      names = "--exhaustive-max",
      defaultValue = "10000",
      paramLabel = "N",
      description = "distractors that the exhaustive engine takes (default: ${DEFAULT-VALUE})")
  @Between(least = 0)
  private int exhaustiveMax;

  @Mixin private EvaluateOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    Identification identification =
        Identification.of(
            output.folders(galleries),
            output.folders(probes),
            new Identification.Options(fingers, distractors, leaveOut),
            Output::progress);
    List<String> refused = identification.refused();
    EvaluateOutput.name(refused);
    EvaluateOutput.tell(identification.disputed());
    Map<String, IdentifyReport> reports = identification.run(Engines.standard(exhaustiveMax));
    output.write(reports, EvaluateIdentify::print, () -> det(reports));
    return refused.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private DetPlot det(Map<String, IdentifyReport> reports) {
    List<DetPlot.Series> series = new ArrayList<>();
    reports.forEach((name, report) ->
        series.add(
            new DetPlot.Series(
                name + ", N=" + report.scope().gallerySize(), report.comparison().det())));
    IdentifyReport any = reports.values().iterator().next();
    String title =
        "1:N, %d finger%s a person: %d mated and %d non-mated searches"
            .formatted(
                fingers,
                fingers == 1 ? "" : "s",
                any.searches().mated(),
                any.searches().nonMated());
    return new DetPlot(title, "FPIR", "FNIR", series);
  }

  private static void print(String engine, IdentifyReport report) {
    System.out.printf(
        "%s: N=%d (%d distractors), %d finger%s a person; %d mated and %d non-mated searches"
            + " (%d of them with the mate left out)%n",
        engine,
        report.scope().gallerySize(),
        report.scope().distractors(),
        report.scope().fingers(),
        report.scope().fingers() == 1 ? "" : "s",
        report.searches().mated(),
        report.searches().nonMated(),
        report.scope().leftOut());
    ranks(report);
    report.fnir().forEach(EvaluateIdentify::print);
    report.comparison().against().ifPresent(EvaluateIdentify::print);
    System.out.printf(
        Locale.ROOT,
        "  compared p50 %.4f  p99 %.4f  max %.4f of the gallery; search p50 %.1f ms  p99 %.1f ms%n",
        report.penetration().p50(),
        report.penetration().p99(),
        report.penetration().max(),
        report.latency().p50Ms(),
        report.latency().p99Ms());
    System.out.printf(
        "  failure to extract: %d of %d gallery and %d of %d probe prints, kept in as misses;"
            + " %d prints not used%n",
        report.prints().gallery().failed(),
        report.prints().gallery().prints(),
        report.prints().probes().failed(),
        report.prints().probes().prints(),
        report.prints().unusedPrints());
  }

  private static void ranks(IdentifyReport report) {
    double mated = report.searches().mated();
    System.out.printf(
        "  rank 1   %6d  %s %%%n",
        report.searches().rank1(),
        EvaluateOutput.percent(
            report.searches().rank1() / mated,
            report.ranks().rank1Bounds().low(),
            report.ranks().rank1Bounds().high()));
    System.out.printf(
        "  rank 10  %6d  %s %%%n",
        report.searches().rank10(),
        EvaluateOutput.percent(
            report.searches().rank10() / mated,
            report.ranks().rank10Bounds().low(),
            report.ranks().rank10Bounds().high()));
  }

  private static void print(IdentifyReport.Against against) {
    String differences =
        against.fnir().stream()
            .map(at ->
                "FPIR %s %s%s"
                    .formatted(
                        at.fpir(),
                        EvaluateOutput.points(at.difference()),
                        at.caution().isPresent() ? "*" : ""))
            .collect(Collectors.joining(", "));
    System.out.printf(
        "  FNIR less %s, in points of %%, below 0 misses less, * too few non-mated searches: %s%n",
        against.engine(),
        against.reason().map(why -> "not comparable, " + why).orElse(differences));
  }

  private static void print(IdentifyReport.Fnir at) {
    String fnir =
        at.reason()
            .orElseGet(() ->
                "FNIR %s %%, %d missed, T=%.0f"
                    .formatted(
                        EvaluateOutput.percent(
                            at.fnir().getAsDouble(),
                            at.low().getAsDouble(),
                            at.high().getAsDouble()),
                        at.misses().orElse(0L),
                        at.threshold().getAsDouble()));
    System.out.println("  FPIR " + at.fpir() + "  " + fnir);
  }
}
