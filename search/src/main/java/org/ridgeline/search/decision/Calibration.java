package org.ridgeline.search.decision;

import java.io.IOException;
import java.io.InputStream;

/// What the scores of an engine mean, as measured, and where that comes from.
///
/// Three stages score fingers: signatures (`signature`), the quick look at minutiae (`quick`), the
/// full comparison, of minutiae (`full`) or of ridges (`ridges`). The first two only order; what is
/// reported and decided upon is the full comparison's ratio.
/// - **Shape** `network`: SHA-256, lower-case hexadecimal, of the signature network the tables were
///   measured with; `source`: data, date and command of `signature` and `quick`, for people;
///   `fullSource`, `ridgesSource`: the same of those
/// - **Unit** scores of `full` as of [org.ridgeline.search.refine.MinutiaeComparison], of `ridges`
///   as [org.ridgeline.search.compare.PhaseScore#tenths]
public record Calibration(
    String network,
    ScoreTable signature,
    ScoreTable quick,
    ScoreTable full,
    ScoreTable ridges,
    String source,
    String fullSource,
    String ridgesSource) {
  /// Products of signatures are shifted right by this before [#signature()] is asked.
  public static final int PRODUCT_SHIFT = 12;

  private static final String RESOURCE = "calibration.properties";

  /// The calibration this program was built with.
  /// - **Error** none there, or a line of it missing: IllegalStateException
  public static Calibration load() {
    return of(
        LearnedLines.of(
            Calibration.class,
            RESOURCE,
            ": scores of an engine without calibration mean nothing; make one with bench learn"));
  }

  /// Reads a calibration: lines of `key = value`.
  /// - **Error** a key missing: IllegalStateException; a bad table: IllegalArgumentException
  public static Calibration read(InputStream in) throws IOException {
    return of(LearnedLines.read("calibration", in));
  }

  private static Calibration of(LearnedLines lines) {
    return new Calibration(
        lines.line("network.sha256"),
        ScoreTable.of(lines.line("signature")),
        ScoreTable.of(lines.line("quick")),
        ScoreTable.of(lines.line("full")),
        ScoreTable.of(lines.line("ridges")),
        lines.line("source"),
        lines.line("full.source"),
        lines.line("ridges.source"));
  }

  /// This calibration with another table of ridges.
  public Calibration withRidges(ScoreTable table, String tableSource) {
    return new Calibration(network, signature, quick, full, table, source, fullSource, tableSource);
  }

  /// This calibration with another table of compared minutiae.
  public Calibration withFull(ScoreTable table, String tableSource) {
    return new Calibration(
        network, signature, quick, table, ridges, source, tableSource, ridgesSource);
  }

  /// The lines that [#read] takes.
  public String toLines() {
    return "source = "
        + source
        + "\nnetwork.sha256 = "
        + network
        + "\nsignature = "
        + signature
        + "\nquick = "
        + quick
        + "\nfull.source = "
        + fullSource
        + "\nfull = "
        + full
        + "\nridges.source = "
        + ridgesSource
        + "\nridges = "
        + ridges
        + "\n";
  }
}
