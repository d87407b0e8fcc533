package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ridgeline.app.ErasureProof;
import org.ridgeline.app.ErasureSweep;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.node.trace.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What follows an erasure, and its proof: subcommands of `repository`.
final class ErasureCommand {
  private ErasureCommand() {}

  /// `repository prove-erased`.
  @Command(
      name = "prove-erased",
      description = {
        "Looks for a card that should be gone: its images, templates and what galleries make of",
        "them, in all tables of all schemas and all files of the data folder, and searches all",
        "repositories for the prints. Exit code 1 where anything is found or not searched."
      },
      mixinStandardHelpOptions = true)
  static final class ProveErased implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--file", required = true, paramLabel = "CARD", description = "the card")
    private Path file;

    @Option(
        names = "--text",
        paramLabel = "TEXT",
        description = "look for this, too, such as a name or number: 4..64 bytes, repeatable")
    private List<String> texts = List.of();

    @Option(
        names = "--json",
        description = "print {\"gone\",\"lookedFor\",\"places\",\"searched\"}")
    private boolean json;

    record ReportJson(
        boolean gone,
        List<String> lookedFor,
        List<Place> places,
        List<ErasureProof.Searched> searched) {}

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open();
          Checkpoints _ = opened.get(Checkpoints.class)) {
        ErasureProof.Report report =
            opened.get(ErasureProof.class).of(Files.readAllBytes(file), texts);
        if (json) {
          Output.json(
              new ReportJson(
                  report.isGone(), report.lookedFor(), report.places(), report.searched()));
        } else {
          print(report);
        }
        return report.isGone() ? ExitCode.DONE : ExitCode.FINDINGS;
      }
    }

    private static void print(ErasureProof.Report report) {
      System.out.println("looked for " + report.lookedFor().size() + " traces of the card");
      for (Place place : report.places()) {
        System.out.printf(
            "%-45s %,10d items %,15d bytes  %s%n",
            place.name(),
            place.items(),
            place.bytes(),
            place.found().isEmpty() ? "nothing" : "FOUND");
        place
            .found()
            .forEach(one ->
                System.out.printf(
                    "    %s: %s, %d pieces from byte %d%n",
                    one.where(), one.trace(), one.pieces(), one.at()));
      }
      for (ErasureProof.Searched one : report.searched()) {
        System.out.printf(
            "search in %s among %,d encounters: %s %s%s%n",
            one.repository(),
            one.encounters(),
            one.decision(),
            one.personId().map(id -> "person " + id).orElse(""),
            one.remark());
      }
      System.out.println(report.isGone() ? "nothing is left" : said(report));
    }

    private static String said(ErasureProof.Report report) {
      boolean isOnlyLeftBehind =
          report.places().stream()
              .filter(place -> !place.found().isEmpty())
              .allMatch(place -> place.name().startsWith("files postgres"));
      return isOnlyLeftBehind
          ? "NOT GONE: run `repository sweep`, where only files of the database are named above"
          : "NOT GONE";
    }
  }

  /// `repository sweep`.
  @Command(
      name = "sweep",
      description = {
        "Takes from the databases' files what deleted rows left in them: tables are written anew,",
        "each while nobody reads it; of the managed database, statistics and log files too."
      },
      mixinStandardHelpOptions = true)
  static final class SweepNow implements Callable<Integer> {
    @Mixin private DataOption data;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open();
          Checkpoints _ = opened.get(Checkpoints.class)) {
        opened.get(ErasureSweep.class).now();
        boolean isServed = opened.folder().servedAt().isPresent();
        System.out.println(
            isServed
                ? "swept; the server overwrites its galleries within a minute of an erasure"
                : "swept");
      }
      return ExitCode.DONE;
    }
  }
}
