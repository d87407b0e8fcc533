package org.ridgeline.oversight.disparity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.oversight.sealed.Group;

/// Residents, arrests or whatever else bookings are held against, by place and group, from a file.
/// - **Shape** `counts`: by FIPS code, then by group
public record PlaceBenchmark(String name, Map<String, Map<Group, Long>> counts) {
  /// The first line of a file.
  static final List<String> HEADER = List.of("fips", "group", "count");

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}";

  /// - **Error** a name of other characters, or of more than 60: IllegalArgumentException
  public PlaceBenchmark {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("benchmark=" + name + " limit=" + NAME);
    }
    Map<String, Map<Group, Long>> copy = new HashMap<>();
    counts.forEach((fips, some) -> copy.put(fips, Map.copyOf(some)));
    counts = Map.copyOf(copy);
  }

  /// Reads one.
  /// - **Shape** CSV `fips,group,count`, groups like `SEX=FEMALE`, `AGE=18-24`, `RACE=B`; the
  ///   groups of a field at a place add up to everybody there whose group is known
  /// - **Limit** [Limits#BENCHMARK_BYTES_MAX]
  /// - **Error** no such file: IOException; anything else in it: IllegalArgumentException that
  ///   names the line
  public static PlaceBenchmark read(String name, Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > Limits.BENCHMARK_BYTES_MAX) {
      throw new IllegalArgumentException(
          file + ": bytes=" + bytes + " limit=" + Limits.BENCHMARK_BYTES_MAX);
    }
    Map<String, Map<Group, Long>> counts = new HashMap<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      Iterator<CsvRecord> lines = csv.iterator();
      if (!lines.hasNext() || !lines.next().getFields().equals(HEADER)) {
        throw new IllegalArgumentException(file + ": first line is not " + HEADER);
      }
      lines.forEachRemaining(line -> add(file, line, counts));
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(file + ": " + said(e), e);
    }
    return new PlaceBenchmark(name, counts);
  }

  /// The reader names the line, and its cause what is wrong with it.
  private static String said(CsvParseException e) {
    return Optional.ofNullable(e.getCause())
        .map(cause -> e.getMessage() + ": " + cause.getMessage())
        .orElse(String.valueOf(e.getMessage()));
  }

  private static void add(Path file, CsvRecord line, Map<String, Map<Group, Long>> to) {
    try {
      if (line.getFieldCount() != HEADER.size() || !line.getField(0).matches("[0-9]{5}")) {
        throw new IllegalArgumentException("expected five digits, a group and a count");
      }
      long count = Long.parseLong(line.getField(2));
      if (count < 0) {
        throw new IllegalArgumentException("count=" + count + " limit=0..");
      }
      Group group = Group.of(line.getField(1));
      if (to.computeIfAbsent(line.getField(0), _ -> new HashMap<>()).put(group, count) != null) {
        throw new IllegalArgumentException(line.getField(0) + " " + group + " stands there twice");
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
    }
  }

  /// A group's share at a place; nothing where the file has not both it and another group of its
  /// field there: one group alone says nothing of a share.
  Optional<Share> share(String fips, Group group) {
    Map<Group, Long> here = counts.getOrDefault(fips, Map.of());
    long groups = here.keySet().stream().filter(one -> one.field() == group.field()).count();
    if (groups < 2 || !here.containsKey(group)) {
      return Optional.empty();
    }
    long of =
        here.entrySet().stream()
            .filter(one -> one.getKey().field() == group.field())
            .mapToLong(Map.Entry::getValue)
            .reduce(0, Math::addExact);
    return Optional.of(new Share(here.get(group), of));
  }
}
