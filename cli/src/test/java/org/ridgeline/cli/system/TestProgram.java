package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program in a process of its own, run until it ends.
final class TestProgram {
  private final List<String> arguments = new ArrayList<>();
  private String classPath =
      System.getProperty("ridgeline.jar")
          + File.pathSeparator
          + System.getProperty("ridgeline.lib")
          + "/*";

  private TestProgram() {}

  /// How it ended; `output` is both streams.
  record Ended(int exitCode, String output) {}

  static TestProgram start(String... arguments) {
    return new TestProgram().with(arguments);
  }

  TestProgram with(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /// Classes and resources that come before the program's own.
  TestProgram before(Path folder) {
    classPath = folder + File.pathSeparator + classPath;
    return this;
  }

  Ended ended() throws IOException, InterruptedException {
    Path output = Files.createTempFile("program", ".out");
    try {
      Process process = begun(output);
      boolean hasEnded = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(hasEnded).as(Files.readString(output)).isTrue();
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  /// Begins it, for whoever ends it; both streams go to a file.
  Process begun(Path output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", classPath, "org.ridgeline.cli.Ridgeline"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
