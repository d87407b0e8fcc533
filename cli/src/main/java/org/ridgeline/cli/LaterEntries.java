package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.ledger.Checkpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What somebody kept of a ledger: checkpoints of a copied file, or entries that `audit export`
/// printed. It tells what a backup of before does not hold.
record LaterEntries(List<Checkpoint> checkpoints, List<JsonNode> entries) {
  /// - **Error** a line that is neither: IOException
  static LaterEntries read(Path file) throws IOException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    List<JsonNode> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      Optional<Checkpoint> checkpoint = Checkpoint.ofLine(line);
      if (checkpoint.isPresent()) {
        checkpoints.add(checkpoint.get());
      } else {
        entries.add(entry(file, line));
      }
    }
    return new LaterEntries(checkpoints, entries);
  }

  private static JsonNode entry(Path file, String line) throws IOException {
    try {
      JsonNode entry = Output.mapper().readTree(line);
      if (entry.path("number").isIntegralNumber()) {
        return entry;
      }
    } catch (JacksonException e) {
      // Said below.
    }
    throw new IOException(
        file + " expected lines of a checkpoints file or of audit export, found " + line);
  }

  /// In words, what comes after an entry.
  List<String> after(long number) {
    List<String> said = new ArrayList<>();
    checkpoints.stream()
        .filter(one -> one.number() > number)
        .max(Comparator.comparingLong(Checkpoint::number))
        .ifPresent(last ->
            said.add(
                "missing: entries "
                    + (number + 1)
                    + " to at least "
                    + last.number()
                    + ", signed at "
                    + last.madeAt()));
    entries.stream()
        .filter(one -> one.path("number").asLong() > number)
        .sorted(Comparator.comparingLong(one -> one.path("number").asLong()))
        .map(one ->
            "missing: entry "
                + one.path("number").asLong()
                + " of "
                + one.path("at").asString()
                + " "
                + one.path("action").asString()
                + " "
                + one.path("subject").asString()
                + " by "
                + one.path("actor").asString())
        .forEach(said::add);
    return said;
  }
}
