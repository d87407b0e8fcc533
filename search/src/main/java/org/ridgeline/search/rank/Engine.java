package org.ridgeline.search.rank;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.kernel.Kernels;
import org.ridgeline.search.kernel.ProbeCode;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.parallel.Workers;
import org.ridgeline.search.signature.SignatureNetwork;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// The search engine: makes what a gallery stores, and finds a probe among it.
///
/// 1. *Scan*: every encounter's codes, 160 bytes, at the speed of memory.
/// 2. *Signatures*: of the nearest, the full signatures.
/// 3. *Quick look*: of the best, whether a turn and a move lay their minutiae on the probe's.
/// 4. *Full comparison*: of the best of those, finger by finger; only this is reported.
///
/// If all that finds nobody, a second look takes the probe's fingers to be in another order.
/// - **Error** no calibration, or one made for another network: IllegalStateException
public final class Engine {
  private final SignatureNetwork network;
  private final Calibration calibration;
  private final ScanKernel kernel;
  private final CascadeSettings settings;
  private final Workers workers;
  private final RidgeSource ridges;
  private final ThreadLocal<SignatureNetwork.Workspace> workspaces;

  /// An engine of given parts, the standard settings, and no thread but the caller's.
  public Engine(SignatureNetwork network, Calibration calibration, ScanKernel kernel) {
    this(network, calibration, kernel, CascadeSettings.STANDARD, Workers.ALONE);
  }

  /// An engine of given parts.
  /// - **Shape** `workers`: who share the work of a search with its caller
  public Engine(
      SignatureNetwork network,
      Calibration calibration,
      ScanKernel kernel,
      CascadeSettings settings,
      Workers workers) {
    if (!calibration.network().equals(network.digest())) {
      throw new IllegalStateException(
          "calibration of network "
              + calibration.network()
              + " expected "
              + network.digest()
              + ": measure it again with bench learn");
    }
    this.network = network;
    this.calibration = calibration;
    this.kernel = kernel;
    this.settings = settings;
    this.workers = workers;
    ridges = RidgeSource.NONE;
    workspaces = ThreadLocal.withInitial(() -> new SignatureNetwork.Workspace(network));
  }

  private Engine(Engine other, RidgeSource ridges) {
    network = other.network;
    calibration = other.calibration;
    kernel = other.kernel;
    settings = other.settings;
    workers = other.workers;
    workspaces = other.workspaces;
    this.ridges = ridges;
  }

  /// The same engine, comparing ridges in full where a source has them.
  public Engine reading(RidgeSource source) {
    return new Engine(this, source);
  }

  /// The engine this program was built with, on the caller's thread alone.
  public static Engine standard() {
    return standard(Workers.ALONE);
  }

  /// The engine this program was built with.
  public static Engine standard(Workers workers) {
    return new Engine(
        SignatureNetwork.load(),
        Calibration.load(),
        Kernels.best(),
        CascadeSettings.STANDARD,
        workers);
  }

  /// Who share the work with its caller.
  public Workers workers() {
    return workers;
  }

  /// What this engine's scores mean.
  public Calibration calibration() {
    return calibration;
  }

  /// A finger as galleries keep it.
  public StoredFinger store(Template template) {
    int[] packed = PackedMinutiae.pack(template);
    byte[] signature = network.signature(packed, workspaces.get());
    int[] kept = PackedMinutiae.central(packed, Limits.MINUTIAE_KEPT);
    return new StoredFinger(Math.max(template.quality(), 0), kept, signature);
  }

  /// All fingers of a ten-print as galleries keep them.
  public Map<FingerPosition, StoredFinger> store(TenPrint prints) {
    Map<FingerPosition, StoredFinger> fingers = new EnumMap<>(FingerPosition.class);
    prints.fingers().forEach((finger, template) -> fingers.put(finger, store(template)));
    return fingers;
  }

  /// A ten-print to be searched for.
  /// - **Error** no finger: IllegalArgumentException
  public Probe probe(TenPrint prints) {
    Map<FingerPosition, Template> templates = new EnumMap<>(FingerPosition.class);
    prints
        .fingers()
        .forEach((finger, template) -> {
          if (template.ridges().isPresent()) {
            templates.put(finger, template);
          }
        });
    return new Probe(store(prints), templates);
  }

  /// How a search is to be done.
  /// - **Shape** `parallel`: with all workers, else on the caller's thread alone;
  ///   `secondLookBelow`: the score that the best candidate must reach for the order of fingers to
  ///   be believed; `shortlists`: in place of those for the size of probe and gallery; `hitsOnly`:
  ///   nobody below that score matters, so that no order is doubted, and a row is left that cannot
  ///   reach it any more
  public record Options(
      boolean parallel, int secondLookBelow, Optional<Shortlists> shortlists, boolean hitsOnly) {
    /// All workers, the usual shortlists, a second look below a possible candidate.
    public static final Options STANDARD = new Options(true, 2000, Optional.empty());

    /// For all candidates.
    public Options(boolean parallel, int secondLookBelow, Optional<Shortlists> shortlists) {
      this(parallel, secondLookBelow, shortlists, false);
    }

    /// The same, for those alone that reach the score below which the order would be doubted. Who
    /// does is found as ever, with the same score; others may be missing, or have a lower one.
    public Options forHits() {
      return new Options(parallel, secondLookBelow, shortlists, true);
    }
  }

  /// The persons of the gallery most like the probe.
  public Found search(Probe probe, Snapshot gallery, Options options) {
    return searchAll(List.of(probe), gallery, options).getFirst();
  }

  /// Searches for several probes; one pass over the gallery's codes serves all of them.
  /// - **Limit** [Limits#PROBES_MAX] probes; beyond: IllegalArgumentException
  public List<Found> searchAll(List<Probe> probes, Snapshot gallery, Options options) {
    StoredPart part = part(gallery, options);
    List<Search> searches = searches(probes, part.encounters(), options);
    List<long[]> nearest = nearest(searches, part);
    for (int i = 0; i < searches.size(); i++) {
      Search search = searches.get(i);
      Look first = search.firstLook();
      search.look(first, part.best(search.fingers(), first, List.of(nearest.get(i))));
      if (search.isOpen()) {
        Look second = search.secondLook();
        search.look(second, part.best(search.fingers(), second));
      }
    }
    return searches.stream().map(search -> search.found(part.encounters(), part.upTo())).toList();
  }

  /// The same search over a gallery that lies in parts: the same persons with the same scores in
  /// the same order as if it lay in one. [Part] says why.
  /// - **Shape** `upTo` of what is found: the least of all parts
  /// - **Error** no part: IllegalArgumentException
  public Found search(Probe probe, List<? extends Part> parts, Options options) {
    int encounters = parts.stream().mapToInt(Part::encounters).sum();
    Search search = searches(List.of(probe), encounters, options).getFirst();
    look(probe, search, search.firstLook(), parts);
    if (search.isOpen()) {
      look(probe, search, search.secondLook(), parts);
    }
    return search.found(encounters, upTo(parts));
  }

  private static void look(Probe probe, Search search, Look look, List<? extends Part> parts) {
    List<List<List<Survivor>>> answers =
        parts.stream().map(part -> part.survivors(probe, look)).toList();
    List<List<Standing>> rows = new ArrayList<>();
    for (int i = 0; i < look.sequences().size(); i++) {
      int sequence = i;
      List<List<Survivor>> survivors = answers.stream().map(a -> a.get(sequence)).toList();
      rows.add(Standing.of(Survivor.merge(survivors, look.lists())));
    }
    search.look(look, rows);
  }

  private static long upTo(List<? extends Part> parts) {
    return parts.stream()
        .mapToLong(Part::upTo)
        .min()
        .orElseThrow(() -> new IllegalArgumentException("parts=0 limit=1.."));
  }

  /// A gallery of this machine as a part of a larger one.
  public Part part(Snapshot gallery) {
    return part(gallery, Options.STANDARD);
  }

  private StoredPart part(Snapshot gallery, Options options) {
    return new StoredPart(gallery, stage(options));
  }

  private Stage stage(Options options) {
    return new Stage(
        calibration,
        kernel,
        settings,
        options.parallel() ? workers : Workers.ALONE,
        ridges,
        options.secondLookBelow(),
        options.hitsOnly());
  }

  /// The first stage alone, to be measured: how many rows it passes on for each probe.
  public List<Integer> scan(List<Probe> probes, Snapshot gallery, Options options) {
    List<Search> searches = searches(probes, gallery.encounters(), options);
    return nearest(searches, part(gallery, options)).stream().map(rows -> rows.length).toList();
  }

  private List<Search> searches(List<Probe> probes, int encounters, Options options) {
    if (probes.size() > Limits.PROBES_MAX) {
      throw new IllegalArgumentException(
          "probes=" + probes.size() + " limit=0.." + Limits.PROBES_MAX);
    }
    Stage stage = stage(options);
    return probes.stream()
        .map(probe -> {
          int fingers = probe.fingers().size();
          Shortlists lists =
              options.shortlists().orElseGet(() -> settings.shortlists(fingers, encounters));
          return new Search(new ProbeFingers(probe), stage, lists);
        })
        .toList();
  }

  /// One pass for all of them; each is given as many rows as the one that wants most.
  private static List<long[]> nearest(List<Search> searches, StoredPart part) {
    if (searches.isEmpty()) {
      return List.of();
    }
    List<Look> looks = searches.stream().map(Search::firstLook).toList();
    int scanned = looks.stream().mapToInt(look -> look.lists().scanned()).max().orElseThrow();
    List<ProbeCode> codes =
        searches.stream()
            .flatMap(search -> search.fingers().codes(search.firstLook()).stream())
            .toList();
    return part.scan().nearest(codes, scanned);
  }

  /// By minutiae alone: all rows are compared, while others wait to enrol.
  private Search sinceSearch(Probe probe, int encounters) {
    List<Probe> minutiae = List.of(new Probe(probe.fingers()));
    return searches(minutiae, encounters, Options.STANDARD).getFirst();
  }

  /// The persons among encounters with a change number above `after`: what a search that saw the
  /// gallery up to `after` has missed since. All of them are compared in full.
  public Found searchSince(Probe probe, Snapshot gallery, long after) {
    StoredPart part = part(gallery, Options.STANDARD);
    Search search = sinceSearch(probe, part.encounters());
    search.compare(part.addedSince(after));
    return search.found(part.encounters(), part.upTo());
  }

  /// The same over a gallery that lies in parts.
  /// - **Error** no part: IllegalArgumentException
  public Found searchSince(Probe probe, List<? extends Part> parts, long after) {
    int encounters = parts.stream().mapToInt(Part::encounters).sum();
    Search search = sinceSearch(probe, encounters);
    List<Survivor> since =
        parts.stream().flatMap(part -> part.since(probe, after).stream()).toList();
    search.compare(Standing.of(since));
    return search.found(encounters, upTo(parts));
  }
}
