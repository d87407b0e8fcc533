package org.ridgeline.cli.lab;

import picocli.CommandLine.Command;

/// `evaluate`: accuracy, with bounds and counts.
@Command(
    name = "evaluate",
    description = "Measures accuracy on prints whose names say whose they are.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {EvaluateVerify.class, EvaluateIdentify.class, EvaluateFairness.class})
public final class EvaluateCommand {}
