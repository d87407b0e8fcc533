package org.ridgeline.bench.evaluate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Images that could not be read, in words.
final class Refusals {
  private Refusals() {}

  static List<String> of(Collection<Print> prints) {
    return prints.stream()
        .filter(print -> print.refused().isPresent())
        .sorted(Comparator.comparing(Print::file, PrintFile.ORDER))
        .map(print -> print.file().path() + ": " + print.refused().get())
        .toList();
  }
}
