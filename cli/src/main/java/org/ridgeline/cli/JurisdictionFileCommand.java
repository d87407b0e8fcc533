package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.jurisdiction.JurisdictionFile;
import org.ridgeline.exchange.jurisdiction.JurisdictionFile.BadRow;
import org.ridgeline.exchange.jurisdiction.JurisdictionImport;
import org.ridgeline.exchange.jurisdiction.JurisdictionImport.Result;
import org.ridgeline.exchange.jurisdiction.JurisdictionRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `jurisdiction import`, `jurisdiction export`.
final class JurisdictionFileCommand {
  private JurisdictionFileCommand() {}

  /// `jurisdiction import`.
  @Command(
      name = "import",
      description =
          "Lists the jurisdictions of a CSV file, with periods that began today (UTC) or before:"
              + " all of it or nothing. It begins no agency. A second time changes nothing.",
      mixinStandardHelpOptions = true)
  static final class Load implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Reason reason;

    @Parameters(
        paramLabel = "FILE",
        description = "UTF-8, first line fips,name,state,active_from,active_to,basis")
    private Path file;

    @Option(
        names = "--json",
        description =
            "print {\"listed\",\"periods\",\"same\"}, or {\"bad\":[{\"line\",\"field\",\"found\","
                + "\"expected\"}],\"all\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      if (Files.size(file) > Limits.JURISDICTION_FILE_BYTES_MAX) {
        throw new IllegalArgumentException(
            "bytes=" + Files.size(file) + " limit=0.." + Limits.JURISDICTION_FILE_BYTES_MAX);
      }
      byte[] bytes = Files.readAllBytes(file);
      Result result;
      try (DataOption.Opened opened = data.begin()) {
        result =
            opened.get(JurisdictionImport.class).load(bytes, reason.text(), Administrator.local());
      }
      return switch (result) {
        case Result.Loaded loaded -> {
          if (json) {
            Output.json(loaded);
          } else {
            System.out.println(
                loaded.listed()
                    + " jurisdictions listed, "
                    + loaded.periods()
                    + " periods added, "
                    + loaded.same()
                    + " rows said what was there");
          }
          yield ExitCode.DONE;
        }
        case Result.Refused refused -> {
          say(refused);
          yield ExitCode.FINDINGS;
        }
      };
    }

    private void say(Result.Refused refused) {
      if (json) {
        Output.json(new Bad(refused.rows(), refused.all()));
      } else {
        refused.rows().forEach(row -> System.err.println("ridgeline: " + row));
      }
      System.err.println("ridgeline: nothing was loaded, bad rows: " + refused.all());
    }

    record Bad(List<BadRow> bad, int all) {}
  }

  /// `jurisdiction export`.
  @Command(
      name = "export",
      description = "Writes the register as a CSV file: a row for each period, or for none.",
      mixinStandardHelpOptions = true)
  static final class Write implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--out", paramLabel = "FILE", description = "where to (default: the terminal)")
    private Optional<Path> out;

    @Override
    public Integer call() throws Exception {
      String text;
      try (DataOption.Opened opened = data.open()) {
        text = JurisdictionFile.write(opened.get(JurisdictionRegister.class).rows());
      }
      if (out.isPresent()) {
        Files.writeString(out.get(), text);
      } else {
        System.out.print(text);
      }
      return ExitCode.DONE;
    }
  }
}
