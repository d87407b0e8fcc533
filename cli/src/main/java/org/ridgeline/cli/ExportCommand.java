package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.export.Exported;
import org.ridgeline.exchange.export.RepositoryExport;
import org.ridgeline.exchange.export.RepositoryExports;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.repository.RepositorySize;
import org.ridgeline.repository.export.Export;
import org.ridgeline.repository.export.ExportDesk;
import org.ridgeline.repository.export.ExportRefusedException;
import org.ridgeline.repository.export.Exports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `repository export`: writes what two records officers agreed to.
///
/// There is no command that proposes or agrees: both are done at the console, logged in, so that
/// whoever has the data folder does not do both under two names.
@Command(
    name = "export",
    description = {
      "A whole repository as NIST files, a manifest, and digests, once two records officers agreed",
      "to it at the console (Exports)."
    },
    mixinStandardHelpOptions = true,
    subcommands = {ExportCommand.Run.class, ExportCommand.Listed.class})
final class ExportCommand {
  private static final int LISTED_MAX = 100;

  private ExportCommand() {}

  /// `repository export run`.
  @Command(
      name = "run",
      description = {
        "Writes an export into a folder of its own, also beside a running server. Killed at any",
        "moment, it goes on when run again with the same folder.",
        "Exit code 1 where it may not be written, or a file is not what its digest says."
      },
      mixinStandardHelpOptions = true)
  static final class Run implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--id", required = true, description = "the export, as the console lists it")
    private UUID id;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FOLDER",
        description = "a folder that is not there yet, is empty, or was begun by this export")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "2 if not given")
    @Between(least = 1, most = Limits.EXPORT_THREADS_MAX)
    private int threads = 2;

    @Option(names = "--json", description = "print what was written, as summary.json has it")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      // Signs what the run wrote into the ledger when it is done.
      try (DataOption.Opened opened = data.open();
          Checkpoints _ = opened.get(Checkpoints.class)) {
        outside(opened.folder().root());
        String name = opened.get(ExportDesk.class).having(id).repository();
        RepositoryExport export =
            opened.get(RepositoryExports.class).of(RepositoryName.ofKey(name));
        var means = new RepositoryExport.Means(System.getProperty("user.name", "?"), threads);
        Exported done = export.run(id, out, means, Output::progress);
        print(done);
        return done.counts().damaged() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
      } catch (ExportRefusedException e) {
        System.err.println("ridgeline: " + e.getMessage());
        return ExitCode.FINDINGS;
      }
    }

    /// What lies in the data folder is backed up, proved erased, and served.
    private void outside(Path root) throws IOException {
      Path folder = out.toAbsolutePath().normalize();
      Path real = Files.exists(folder) ? folder.toRealPath() : folder;
      if (real.startsWith(root.toRealPath())) {
        throw new ExportRefusedException("--out " + out + " lies in the data folder: give another");
      }
    }

    private void print(Exported done) {
      if (json) {
        Output.json(done);
        return;
      }
      Exported.Counts counts = done.counts();
      System.out.printf(
          "%s: %,d persons, %,d encounters, %,d bytes%n",
          done.repository(), counts.persons(), counts.encounters(), counts.bytes());
      System.out.printf(
          "%,d files as they came, %,d made of templates, %,d without prints; %,d are sealed%n",
          counts.originals(), counts.made(), counts.withoutPrints(), counts.sealed());
      System.out.printf(
          "%,d erased while it was written, %,d enrolled since it began and not in it%n",
          done.erasedMeanwhile(), done.enrolledSince());
      if (counts.damaged() > 0) {
        System.out.printf(
            "%,d files are not what the database's digests say: \"damaged\" in manifest.csv%n",
            counts.damaged());
      }
      System.out.println("SHA-256 of manifest.csv " + done.manifestSha256());
    }
  }

  /// `repository export list`.
  @Command(
      name = "list",
      description = "How large each repository is, and the newest exports of each.",
      mixinStandardHelpOptions = true)
  static final class Listed implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--json", description = "print {\"repositories\"}")
    private boolean json;

    /// A repository with its exports.
    record RepositoryJson(
        String repository, int persons, int encounters, List<ExportJson> exports) {}

    /// An export; nobody agreed or refused where `agreed` or `refused` names nobody.
    record ExportJson(
        String id,
        String state,
        String until,
        String receiver,
        String reason,
        StepJson proposed,
        StepJson agreed,
        StepJson refused) {
      static ExportJson of(Exports exports, Export one) {
        return new ExportJson(
            one.id().toString(),
            exports.state(one).name(),
            one.until().toString(),
            one.order().receiver(),
            one.order().reason(),
            StepJson.of(one.proposed()),
            one.agreed().map(StepJson::of).orElse(StepJson.NOBODY),
            one.refused().map(StepJson::of).orElse(StepJson.NOBODY));
      }
    }

    /// Who, and when.
    record StepJson(String by, String at) {
      static final StepJson NOBODY = new StepJson("", "");

      static StepJson of(Export.Step step) {
        return new StepJson(step.by(), step.at().toString());
      }
    }

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        List<RepositoryJson> all = new ArrayList<>();
        for (RepositoryName name : RepositoryName.values()) {
          Exports exports = opened.get(ExportDesk.class).of(name.key());
          RepositorySize size = opened.get(RepositoryExports.class).of(name).size();
          all.add(
              new RepositoryJson(
                  name.key(),
                  size.persons(),
                  size.encounters(),
                  exports.newest(LISTED_MAX).stream()
                      .map(one -> ExportJson.of(exports, one))
                      .toList()));
        }
        print(all);
        return ExitCode.DONE;
      }
    }

    private void print(List<RepositoryJson> all) {
      if (json) {
        Output.json(Map.of("repositories", all));
        return;
      }
      for (RepositoryJson one : all) {
        System.out.printf(
            "%s: %,d persons, %,d encounters%n", one.repository(), one.persons(), one.encounters());
        one.exports().forEach(Listed::print);
      }
    }

    private static void print(ExportJson one) {
      System.out.printf(
          "  %s  %s  until %s  for %s (%s; %s)%n",
          one.id(), one.state(), one.until(), one.receiver(), one.reason(), one.proposed().by());
    }
  }
}
