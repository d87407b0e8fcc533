package org.ridgeline.bench.evaluate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.vocabulary.Finding;

/// Images that could not be read, or that say another scale than was said of them, in words.
final class Refusals {
  private Refusals() {}

  static List<String> of(Collection<Print> prints) {
    return sorted(prints)
        .filter(print -> print.refused().isPresent())
        .map(print -> print.file().path() + ": " + words(print.refused().get()))
        .toList();
  }

  /// A line for each folder in which files state another resolution, with the first of them.
  static List<String> disputed(Collection<Print> prints) {
    Map<Path, List<Print>> folders =
        sorted(prints)
            .filter(print -> print.disputed().isPresent())
            .collect(
                Collectors.groupingBy(
                    print -> print.file().path().toAbsolutePath().getParent(),
                    TreeMap::new,
                    Collectors.toList()));
    return folders.entrySet().stream()
        .map(folder -> {
          Print first = folder.getValue().getFirst();
          return "%s: %d files state another resolution; %s: %s"
              .formatted(
                  folder.getKey(),
                  folder.getValue().size(),
                  first.file().path().getFileName(),
                  words(first.disputed().orElseThrow()));
        })
        .toList();
  }

  private static Stream<Print> sorted(Collection<Print> prints) {
    return prints.stream().sorted(Comparator.comparing(Print::file, PrintFile.ORDER));
  }

  private static String words(Finding finding) {
    return finding.code() + ", expected " + finding.expected() + ", found " + finding.found();
  }
}
