package org.ridgeline.cli.itl;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `itl`: look into, check, build, compare and convert ANSI/NIST-ITL files.
@Command(
    name = "itl",
    description = "Looks into, checks, builds and compares ANSI/NIST-ITL (EBTS) files.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ItlShow.class,
      ItlValidate.class,
      ItlMake.class,
      ItlDiff.class,
      ItlConvert.class,
      ItlConformance.class
    })
public final class ItlCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which? show, validate, make, diff, convert or conformance");
  }
}
