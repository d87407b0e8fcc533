package org.ridgeline.cli.lab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `synth`: fictional people and all they leave behind, by seed.
@Command(
    name = "synth",
    description = "Makes fictional prints, cards, people and bookings, always the same by seed.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SynthPrints.class, SynthCards.class, SynthPeople.class, SynthBookings.class})
public final class SynthCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which? prints, cards, people or bookings");
  }
}
