package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.app.FactFollowers;
import org.ridgeline.app.SealedRows;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.oversight.disparity.Ask;
import org.ridgeline.oversight.disparity.DisparityDesk;
import org.ridgeline.oversight.disparity.PlaceBenchmark;
import org.ridgeline.oversight.sealed.KeyFolder;
import org.ridgeline.oversight.sealed.OpeningKey;
import org.ridgeline.oversight.sealed.SealedSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `report disparity`.
@Command(
    name = "disparity",
    description = {
      "Studies whether bookings and what follows them fall harder on some groups than on others,",
      "with the key that opens sealed demographics. For oversight, not for the public.",
      "What stands out of the whole study opens an item for people; it changes no case.",
      "The ledger says who did. A server may run meanwhile. Nobody's record is printed."
    },
    mixinStandardHelpOptions = true)
final class ReportDisparity implements Callable<Integer> {
  private static final String OWNER_ONLY = "rwx------";

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the key that opens; without it sealed/demographics.key of the data folder")
  private Optional<Path> key;

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM",
      description = "first month of bookings; without it twelve months up to the last")
  private Optional<YearMonth> from;

  @Option(
      names = "--to",
      paramLabel = "YYYY-MM",
      description = "last month; without it the month that runs")
  private Optional<YearMonth> to;

  @Option(
      names = "--by",
      defaultValue = "JURISDICTION",
      description = "what is compared: ${COMPLETION-CANDIDATES}")
  private Ask.By by;

  @Option(
      names = "--benchmark",
      paramLabel = "NAME=FILE",
      description = "residents, arrests or others: CSV fips,group,count with groups like RACE=B")
  private Map<String, Path> benchmarks = Map.of();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "who does this, for the ledger; without it the account on this machine")
  private Optional<String> who;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the files, made where it is not there")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Ask ask = ask();
    try (DataOption.Opened opened = data.open()) {
      OpeningKey opening = OpeningKey.of(keyFile(opened));
      opened.get(FactFollowers.class).follow();
      DisparityDesk.Study study =
          opened
              .get(DisparityDesk.class)
              .study(
                  ask,
                  new DisparityDesk.Opening(SealedRows.of(opened.folder()), opening),
                  who.orElse("command line, account " + System.getProperty("user.name")));
      write(study);
      print(study);
      return ExitCode.DONE;
    } catch (IllegalStateException e) {
      System.err.println("ridgeline: " + e.getMessage());
      return ExitCode.FINDINGS;
    }
  }

  private Ask ask() throws IOException {
    YearMonth last = to.orElseGet(() -> YearMonth.now(ZoneOffset.UTC));
    List<PlaceBenchmark> read = new ArrayList<>();
    try {
      for (Map.Entry<String, Path> one : benchmarks.entrySet()) {
        read.add(PlaceBenchmark.read(one.getKey(), one.getValue()));
      }
      return new Ask(from.orElseGet(() -> last.minusMonths(11)), last, by, read);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Path keyFile(DataOption.Opened opened) throws IOException {
    Path file =
        key.orElseGet(
            () -> opened.folder().root().resolve(SealedSchema.NAME).resolve(KeyFolder.OPENS));
    if (!Files.exists(file)) {
      throw new IOException(
          "no key in " + file + ": give the one that opens sealed demographics with --key");
    }
    return file;
  }

  /// For its owner alone, and each file whole or not at all.
  private void write(DisparityDesk.Study study) throws IOException {
    if (!Files.isDirectory(out)) {
      Files.createDirectories(
          out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    }
    for (Map.Entry<String, byte[]> file : study.files().entrySet()) {
      // A temporary file is its owner's alone from the first byte on.
      Path part = Files.createTempFile(out, file.getKey(), ".part");
      Files.write(part, file.getValue());
      Files.move(part, out.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void print(DisparityDesk.Study study) {
    System.out.println(
        study.bookings()
            + " bookings, "
            + study.outliers().size()
            + " outliers of the whole study, "
            + study.opened()
            + " review items opened, in "
            + out
            + ", SHA-256 "
            + study.sha256());
    study.outliers().forEach(System.out::println);
    System.out.println(
        "for oversight, not for the public; an outlier is a place to look at and shows no cause,"
            + " no intent and nothing of anybody");
  }
}
