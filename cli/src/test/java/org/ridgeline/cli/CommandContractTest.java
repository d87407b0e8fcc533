package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        "compare",
        "evaluate verify",
        "evaluate identify",
        "evaluate fairness",
        "synth prints",
        "synth cards",
        "synth people",
        "synth bookings",
        "bench disparity",
        "bench search",
        "bench extract",
        "bench learn",
        "bench learn-minutiae",
        "bench learn-ridges",
        "bench submit",
        "known-pairs add",
        "jurisdiction list",
        "jurisdiction show",
        "jurisdiction import",
        "jurisdiction export",
        "jurisdiction ready",
        "jurisdiction basis",
        "jurisdiction notice",
        "jurisdiction wave plan",
        "jurisdiction wave activate",
        "jurisdiction deactivate",
        "jurisdiction counts",
        "jurisdiction log",
        "backup",
        "backup verify",
        "backup new-key",
        "restore",
        "repository amend again",
        "repository renew-templates",
        "repository export run",
        "repository export list"
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
    Path root = Path.of("target/classes");
    try (Stream<Path> files = Files.walk(root.resolve("org/ridgeline/cli"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.').replace(".class", "");
        Class<?> type = Class.forName(name);
        if (type.isAnnotationPresent(Command.class)) {
          written.add(type.getName());
        }
      }
    }
    assertThat(reached).hasSizeGreaterThan(20).containsAll(written);
  }

  private static void collect(CommandLine command, Set<String> reached) {
    reached.add(command.getCommandSpec().userObject().getClass().getName());
    command.getSubcommands().values().forEach(sub -> collect(sub, reached));
  }
}
