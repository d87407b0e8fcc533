package org.ridgeline.oversight.evidence;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.ridgeline.outbox.EventSource;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.oversight.Limits;
import org.ridgeline.oversight.project.Batch;
import org.ridgeline.oversight.project.Pseudonyms;
import org.ridgeline.oversight.project.Seal;
import org.ridgeline.oversight.track.Fact;

/// A stream's facts in a file: a line each, pseudonymised, compressed.
public final class EventFile {
  private static final String PREFIX = "events-";
  private static final String SUFFIX = ".jsonl.gz";

  private EventFile() {}

  /// The file of a stream in a folder.
  public static Path in(Path folder, String stream) {
    return folder.resolve(PREFIX + stream + SUFFIX);
  }

  /// Writes a stream's facts up to a place; gives their seal.
  public static Seal write(Path file, EventSource source, long upTo, Pseudonyms pseudonyms)
      throws IOException {
    Seal seal = Seal.empty();
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      long place = 0;
      while (place < upTo) {
        long last = upTo;
        List<Recorded> some =
            source.after(place, Limits.FACTS_AT_ONCE_MAX).stream()
                .filter(one -> one.sequence() <= last)
                .toList();
        if (some.isEmpty()) {
          break;
        }
        for (Fact fact : Batch.of(some).facts()) {
          String line = pseudonyms.line(fact);
          seal.add(line);
          out.write(line);
          out.write('\n');
        }
        place = some.getLast().sequence();
      }
    }
    return seal;
  }

  /// Reads a file, batch by batch; gives the seal of what it holds.
  /// - **Error** a line that is no fact: IllegalArgumentException that names it
  public static Seal read(Path file, Consumer<List<Fact>> batch) throws IOException {
    Seal seal = Seal.empty();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<Fact> facts = new ArrayList<>();
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        seal.add(line);
        try {
          facts.add(Pseudonyms.read(line));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              file.getFileName() + " line " + number + ": " + e.getMessage(), e);
        }
        if (facts.size() == Limits.FACTS_AT_ONCE_MAX) {
          batch.accept(facts);
          facts = new ArrayList<>();
        }
      }
      batch.accept(facts);
    }
    return seal;
  }
}
