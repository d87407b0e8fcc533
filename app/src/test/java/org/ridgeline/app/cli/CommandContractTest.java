package org.ridgeline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands that the design promises can be called, and none was written that cannot.
class CommandContractTest {
  private static final CommandLine ROOT = Ridgeline.commands();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "submit",
        "itl show",
        "itl validate",
        "itl make",
        "image convert",
        "template",
        "evaluate verify",
        "evaluate identify",
        "synth prints",
        "synth cards",
        "synth people",
        "synth bookings",
        "bench search",
        "bench learn",
        "bench submit",
        "known-pairs add"
      })
  void isThere(String command) {
    CommandLine at = ROOT;
    for (String word : command.split(" ")) {
      at = at.getSubcommands().get(word);
      assertThat(at).as(command).isNotNull();
    }
  }

  @Test
  void everyCommandWrittenIsReached() throws Exception {
    Set<String> reached = new TreeSet<>();
    collect(ROOT, reached);
    List<String> written = new ArrayList<>();
    Path classes = Path.of("target/classes/org/ridgeline/app/cli");
    for (Path file : Files.newDirectoryStream(classes, "*.class")) {
      Class<?> type =
          Class.forName(
              "org.ridgeline.app.cli." + file.getFileName().toString().replace(".class", ""));
      if (type.isAnnotationPresent(Command.class)) {
        written.add(type.getName());
      }
    }
    assertThat(reached).hasSizeGreaterThan(20).containsAll(written);
  }

  private static void collect(CommandLine command, Set<String> reached) {
    reached.add(command.getCommandSpec().userObject().getClass().getName());
    command.getSubcommands().values().forEach(sub -> collect(sub, reached));
  }
}
