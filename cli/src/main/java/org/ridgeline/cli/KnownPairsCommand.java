package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ridgeline.app.ComparedPrints;
import org.ridgeline.casework.verification.KnownPairs;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.cli.itl.ItlFiles;
import org.ridgeline.cli.terminal.ExitCode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `known-pairs`: pairs whose answer is known, mixed among examiners' comparisons. A command and no
/// page: nobody who compares may know which they are.
@Command(
    name = "known-pairs",
    description = "Pairs whose answer is known, by which examiners' errors are measured.",
    mixinStandardHelpOptions = true,
    subcommands = {
      KnownPairsCommand.Add.class,
      KnownPairsCommand.Retire.class,
      KnownPairsCommand.Count.class
    })
final class KnownPairsCommand {
  private static final String BY = "command line";

  /// `known-pairs add`.
  @Command(
      name = "add",
      description = "Adds a pair of ten-print files.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    private static final int SOURCE_CHARS_MAX = 200;

    @Mixin private DataOption data;

    @ArgGroup(multiplicity = "1")
    private Answer answer = new Answer();

    static final class Answer {
      @Option(names = "--mates", required = true, description = "both files are of one person")
      private boolean isMate;

      @Option(names = "--strangers", required = true, description = "they are of two persons")
      private boolean isStrangers;
    }

    @Option(
        names = "--source",
        required = true,
        paramLabel = "ID",
        description = "where the pair is from, without names; the same source adds nothing twice")
    private String source = "";

    @Parameters(index = "0", paramLabel = "FIRST", description = "a ten-print file (ITL)")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "the other ten-print file")
    private Path second;

    @Override
    public Integer call() throws Exception {
      if (source.isBlank() || source.length() > SOURCE_CHARS_MAX) {
        System.err.println(
            "ridgeline: --source expected 1.." + SOURCE_CHARS_MAX + " characters, not a name");
        return ExitCode.USAGE;
      }
      List<PrintSource.FingerPair> fingers = shared();
      if (fingers.isEmpty()) {
        System.err.println(
            "ridgeline: "
                + first
                + " and "
                + second
                + " share no finger that both show; expected two ITL files of ten-prints");
        return ExitCode.FINDINGS;
      }
      try (DataOption.Opened opened = data.begin()) {
        KnownPairs pool = opened.get(KnownPairs.class);
        if (pool.has(source)) {
          System.err.println("ridgeline: a pair of source \"" + source + "\" is there already");
          return ExitCode.FINDINGS;
        }
        pool.add(answer.isMate, source, fingers, BY);
        System.out.println(fingers.size() + " fingers added; " + pool.count() + " pairs in use");
      }
      return ExitCode.DONE;
    }

    private List<PrintSource.FingerPair> shared() throws IOException {
      return ComparedPrints.ofCards(ItlFiles.read(first), ItlFiles.read(second));
    }
  }

  /// `known-pairs retire`.
  @Command(
      name = "retire",
      description = "Takes a pair out of use; what was measured by it stays.",
      mixinStandardHelpOptions = true)
  static final class Retire implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--source", required = true, paramLabel = "ID", description = "its source")
    private String source = "";

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        KnownPairs pool = opened.get(KnownPairs.class);
        if (!pool.retire(source, BY)) {
          System.err.println("ridgeline: no pair of source \"" + source + "\" is in use");
          return ExitCode.FINDINGS;
        }
        System.out.println("retired; " + pool.count() + " pairs in use");
      }
      return ExitCode.DONE;
    }
  }

  /// `known-pairs count`.
  @Command(
      name = "count",
      description = "Says how many pairs are in use.",
      mixinStandardHelpOptions = true)
  static final class Count implements Callable<Integer> {
    @Mixin private DataOption data;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        System.out.println(opened.get(KnownPairs.class).count() + " pairs in use");
      }
      return ExitCode.DONE;
    }
  }
}
