package org.ridgeline.cli;

import java.time.Duration;
import org.ridgeline.exchange.agency.TokenLife;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How long a token holds that takes others' place, and how long those go on beside it.
final class NextToken {
  @Mixin private NewToken token;

  @Option(
      names = "--overlap",
      defaultValue = "PT24H",
      paramLabel = "TIME",
      description =
          "how long the present tokens go on, PT24H (default) or P7D, at most P30D; PT0S ends"
              + " them at once")
  private Duration overlap;

  TokenLife life() {
    return token.after(overlap);
  }
}
