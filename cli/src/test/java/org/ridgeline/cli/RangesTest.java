package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Ranges;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// No number out of its range gets as far as a command, and none has no range.
class RangesTest {
  private static final Set<Class<?>> NUMBERS =
      Set.of(
          int.class,
          long.class,
          float.class,
          double.class,
          Integer.class,
          Long.class,
          Double.class);

  @TempDir private Path dir;

  @Test
  void everyNumberHasARange() {
    List<String> without = new ArrayList<>();
    collect(Ridgeline.commands(), "", without);
    assertThat(without).isEmpty();
  }

  private static void collect(CommandLine at, String words, List<String> without) {
    for (ArgSpec argument : at.getCommandSpec().args()) {
      boolean isNumber = NUMBERS.contains(kind(argument));
      boolean isSeed =
          argument instanceof OptionSpec option && option.longestName().equals("--seed");
      if (isNumber && !isSeed && Ranges.of(argument).isEmpty()) {
        without.add(words + " " + argument);
      }
    }
    at.getSubcommands().forEach((name, sub) -> collect(sub, (words + " " + name).trim(), without));
  }

  private static Class<?> kind(ArgSpec argument) {
    return argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
  }

  @ParameterizedTest
  @CsvSource({
    "serve --data DIR/x --port 99999, --port=99999 expected 0 to 65535",
    "demo --data DIR/x --port -1, --port=-1 expected 0 to 65535",
    "synth cards --people -3 --out DIR/x, --people=-3 expected 1 or more",
    "synth people --count -1 --gallery DIR/x, --count=-1 expected 1 or more",
    "synth bookings --limit -2 --out DIR/x, --limit=-2 expected 0 or more",
    "synth prints --quality 101 --out DIR/x, --quality=101 expected 0 to 100",
    "bench submit --url U --token T --cards DIR --rate 0, --rate=0.0 expected 0.001 or more",
    "bench submit --url U --token T --cards DIR --rate NaN, --rate=NaN expected 0.001 or more",
    "image convert DIR/a.raw DIR/x --bpp 3, --bpp=3.0 expected 0.1 to 2.25",
    "template DIR/a.png --slap 13 --missing 11, --missing=11 expected 1 to 10",
    "synth cards --fingers 11 --out DIR/x, --fingers=11 expected 1 to 10",
    "bench disparity --runs 0, --runs=0 expected 1 to 1000000",
    "bench search --people 10 --people 0, --people=0 expected 1 or more",
  })
  void aNumberOutOfRangeIsNamedAndNothingDone(String line, String words) {
    Said said = Said.by(line.replace("DIR", dir.toString()).split(" "));
    assertThat(said.err()).startsWith(words);
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(dir.resolve("x")).doesNotExist();
  }
}
