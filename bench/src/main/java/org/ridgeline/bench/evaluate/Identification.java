package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.bench.Progress;
import org.ridgeline.bench.statistics.ErrorRates;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// 1:N accuracy of engines on folders of prints.
///
/// Left-out searches are not run again: the mate is struck from the candidates of the search that
/// was made. That gives the same as a search of the gallery without the mate wherever a person's
/// score does not depend on who else is enrolled.
public final class Identification {
  private final Options options;
  private final Subjects subjects;
  private final Map<Path, Print> prints;
  private final boolean leaveOut;
  private final Progress progress;

  private Identification(
      Options options, Subjects subjects, Map<Path, Print> prints, Progress progress) {
    this.options = options;
    this.subjects = subjects;
    this.prints = prints;
    this.progress = progress;
    boolean strangers =
        subjects.subjects().stream().anyMatch(s -> !s.isMated() && !s.probes().isEmpty());
    leaveOut = options.leaveOut().orElse(!strangers);
  }

  /// How to evaluate.
  /// - **Shape** `fingers`: 1, 2, 4 or 10 a person; `distractors`: a file of people that no probe
  ///   is of; `leaveOut`: whether mated searches count as non-mated ones, too, with the mate struck
  ///   out: unless said, they do where every probe has a mate
  public record Options(int fingers, Optional<Path> distractors, Optional<Boolean> leaveOut) {}

  /// Extracts the prints that take part.
  /// - **Error** folders that do not fit together, no probe with a mate: IllegalArgumentException
  public static Identification of(
      List<PrintFolder> galleries, List<PrintFolder> probes, Options options, Progress progress)
      throws IOException {
    Subjects subjects = Subjects.of(galleries, probes, options.fingers());
    Map<Path, Print> prints = new HashMap<>();
    Extraction.of(subjects.files(), progress).forEach(p -> prints.put(p.file().path(), p));
    return new Identification(options, subjects, prints, progress);
  }

  /// Images that could not be read, counted among the failures to extract.
  public List<String> refused() {
    return Refusals.of(prints.values());
  }

  /// Folders in which files state another resolution than was said, in words.
  public List<String> disputed() {
    return Refusals.disputed(prints.values());
  }

  /// Enrols and searches all with every engine, one after the other, and closes each.
  public Map<String, IdentifyReport> run(List<Engine> engines) throws IOException {
    List<Identified> found = new ArrayList<>();
    for (Engine engine : engines) {
      try (engine) {
        found.add(identified(engine));
      }
    }
    return Identified.reports(found);
  }

  /// Enrols and searches all with one engine, beside no other.
  IdentifyReport run(Engine engine) throws IOException {
    return identified(engine).report();
  }

  private Identified identified(Engine engine) throws IOException {
    List<Subject> all = subjects.subjects();
    for (int i = 0; i < all.size(); i++) {
      TenPrint enrolled = tenPrint(all.get(i).enrolled());
      if (!enrolled.fingers().isEmpty()) {
        engine.enrol(id(i), enrolled);
      }
    }
    int distractors = 0;
    if (options.distractors().isPresent()) {
      var positions = EnumSet.copyOf(Subjects.positions(options.fingers()));
      distractors = engine.enrolDistractors(options.distractors().get(), positions);
    }
    if (engine.size() == 0) {
      throw new IllegalArgumentException("no print of the gallery gives a usable template");
    }
    var scoring = new IdentifyScoring(subjects, leaveOut, outcomes(engine));
    Optional<ErrorRates> rates = scoring.rates();
    var setting = new IdentifyScoring.Setting(options.fingers(), engine.size(), distractors);
    IdentifyReport report = scoring.report(rates, setting, extracted(true), extracted(false));
    return new Identified(engine.name(), report, rates);
  }

  private List<SearchOutcome> outcomes(Engine engine) {
    List<Subject> all = subjects.subjects();
    int searches = all.stream().mapToInt(s -> s.probes().size()).sum();
    List<SearchOutcome> outcomes = new ArrayList<>(searches);
    for (int i = 0; i < all.size(); i++) {
      for (Map<FingerPosition, PrintFile> probe : all.get(i).probes()) {
        TenPrint prints = tenPrint(probe);
        outcomes.add(
            prints.fingers().isEmpty() ? SearchOutcome.notMade(i) : search(engine, i, prints));
        progress.at("searches, " + engine.name(), outcomes.size(), searches);
      }
    }
    return outcomes;
  }

  private static SearchOutcome search(Engine engine, int subject, TenPrint probe) {
    long start = System.nanoTime();
    Engine.Searched searched = engine.search(probe);
    double ms = (System.nanoTime() - start) / 1e6;
    return SearchOutcome.of(subject, id(subject), searched, engine.size(), ms);
  }

  private static UUID id(int subject) {
    return new UUID(0, subject);
  }

  private TenPrint tenPrint(Map<FingerPosition, PrintFile> files) {
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    files.forEach((position, file) ->
        prints.get(file.path()).template().ifPresent(t -> fingers.put(position, t)));
    return new TenPrint(fingers);
  }

  private IdentifyReport.Extracted extracted(boolean gallery) {
    List<PrintFile> files =
        subjects.subjects().stream()
            .flatMap(s ->
                gallery
                    ? s.enrolled().values().stream()
                    : s.probes().stream().map(Map::values).flatMap(Collection::stream))
            .toList();
    long failed = files.stream().filter(file -> prints.get(file.path()).failed()).count();
    return new IdentifyReport.Extracted(files.size(), (int) failed);
  }
}
