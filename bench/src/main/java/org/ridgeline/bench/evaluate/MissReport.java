package org.ridgeline.bench.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Which genuine pairs each engine misses in each set, and which impostors come nearest.
/// - **Shape** `rule`: how kinds are told; `fmr`: what the thresholds are of, set by set, among the
///   impostor pairs at hand, however few
public record MissReport(String rule, double fmr, List<OfSet> sets, List<Pair> pairs) {
  public MissReport {
    sets = List.copyOf(sets);
    pairs = List.copyOf(pairs);
  }

  /// The counts of one engine on one set.
  public record OfSet(
      String engine,
      String set,
      double threshold,
      long genuinePairs,
      long nonMatches,
      long impostorPairs,
      long falseMatches,
      List<Kind> kinds) {
    public OfSet {
      kinds = List.copyOf(kinds);
    }
  }

  /// How many of the missed pairs are of a kind, and how many of all genuine pairs.
  public record Kind(MissKind kind, long nonMatches, long genuinePairs) {}

  /// A genuine pair that was missed, or an impostor pair that came near.
  /// - **Shape** `genuine`: else an impostor
  public record Pair(
      String engine,
      String set,
      boolean genuine,
      @JsonUnwrapped Scored scored,
      Side probe,
      Side reference) {}

  /// How alike a pair was found.
  /// - **Shape** `score`: empty where a print has no template; `overlapMm2`: where the engine says;
  ///   `kind`: of genuine pairs
  public record Scored(
      OptionalDouble score, double threshold, OptionalDouble overlapMm2, Optional<MissKind> kind) {}

  /// A print of a pair.
  /// - **Shape** `file`: its name in the folder of its set; `quality`, `minutiae`: of its template,
  ///   whatever the engine looks at; `areaMm2`, `dark`, `light`: of the image, empty where it could
  ///   not be read or shows no print
  public record Side(
      String file,
      OptionalInt quality,
      OptionalInt minutiae,
      OptionalDouble areaMm2,
      OptionalDouble dark,
      OptionalDouble light) {
    static Side of(PrintLook look) {
      return new Side(
          String.valueOf(look.print().file().path().getFileName()),
          look.print().template().map(t -> OptionalInt.of(t.quality())).orElse(OptionalInt.empty()),
          look.print()
              .template()
              .map(t -> OptionalInt.of(t.minutiae().size()))
              .orElse(OptionalInt.empty()),
          look.region().map(r -> OptionalDouble.of(r.areaMm2())).orElse(OptionalDouble.empty()),
          look.region().map(r -> OptionalDouble.of(r.dark())).orElse(OptionalDouble.empty()),
          look.region().map(r -> OptionalDouble.of(r.light())).orElse(OptionalDouble.empty()));
    }
  }
}
