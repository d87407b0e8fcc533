package org.ridgeline.cli.lab;

import java.util.Locale;
import picocli.CommandLine.Command;

/// `evaluate`: accuracy, with bounds and counts.
@Command(
    name = "evaluate",
    description = "Measures accuracy on prints whose names say whose they are.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {EvaluateVerify.class, EvaluateIdentify.class})
public final class EvaluateCommand {
  /// A rate and its bounds in a table.
  static String percent(double rate, double low, double high) {
    return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", 100 * rate, 100 * low, 100 * high);
  }
}
