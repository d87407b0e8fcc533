package org.ridgeline.cli.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.bench.PeopleGallery;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.people.PersonName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `synth people`: who lives in the fictional nation, and their templates by the million.
@Command(
    name = "people",
    description = {
      "Prints fictional people, one JSON object a line;",
      "with --gallery writes their templates to a search gallery instead, without drawing images."
    },
    mixinStandardHelpOptions = true)
final class SynthPeople implements Callable<Integer> {
  @Option(names = "--count", defaultValue = "10", description = "people (default: 10)")
  @Between(least = 1)
  private long count;

  @Option(names = "--first", defaultValue = "0", description = "number of the first person")
  @Between(least = 0)
  private long first;

  @Option(names = "--seed", defaultValue = "1", description = "default: 1")
  private long seed;

  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "gallery folder to write or add to")
  private Optional<Path> gallery = Optional.empty();

  @Option(names = "--impressions", defaultValue = "1", description = "of each (default: 1)")
  @Between(least = 1)
  private int impressions;

  @Option(names = "--json", description = "print one object about the file that was written")
  private boolean json;

  @Override
  public Integer call() {
    if (gallery.isPresent()) {
      write(gallery.get());
      return ExitCode.DONE;
    }
    for (long number = first; number < first + count; number++) {
      Output.json(row(Nation.person(seed, number)));
    }
    return ExitCode.DONE;
  }

  private void write(Path folder) {
    PeopleGallery people = new PeopleGallery(Engine.standard(), seed, Output::progress);
    try (StoredGallery written = PeopleGallery.open(folder)) {
      people.fill(written, first, count, impressions);
      if (json) {
        Output.json(
            Map.of("people", count, "impressions", impressions, "bytes", written.bytesOnDisk()));
      }
    }
  }

  /// A person as JSON keys and values.
  static Map<String, Object> row(FictionalPerson person) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("person", person.number());
    row.put("name", person.name().nam());
    row.put("aliases", person.aliases().stream().map(PersonName::nam).toList());
    row.put("dob", person.dob().toString());
    row.put("sex", person.sex().code());
    row.put("pob", person.pob());
    row.put("citizenship", person.ctz());
    row.put("arrests", person.arrests().size());
    row.put(
        "convictions",
        person.arrests().stream()
            .flatMap(arrest -> arrest.charges().stream())
            .filter(charge -> charge.isConviction())
            .count());
    person
        .immigration()
        .ifPresent(file -> {
          row.put("statusRecorded", file.recorded().name());
          row.put("statusActual", file.actual().name());
          row.put("removals", file.removedOn().size());
        });
    return row;
  }
}
