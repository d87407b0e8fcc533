package org.ridgeline.cli;

import org.ridgeline.exchange.submission.RepositoryName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The repository that a command is about.
final class RepositoryOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--name", required = true, description = "criminal, immigration or civil")
  private String name;

  /// - **Error** none of that name: ParameterException
  RepositoryName name() {
    try {
      return RepositoryName.ofKey(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--name: " + e.getMessage());
    }
  }
}
