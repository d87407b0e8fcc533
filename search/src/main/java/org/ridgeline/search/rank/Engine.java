package org.ridgeline.search.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.kernel.ProbeCode;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.signature.SignatureNetwork;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
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
  /// Most persons a search puts forward.
  public static final int CANDIDATES_MAX = 20;

  /// Products of signatures are shifted by this before the calibration is asked.
  public static final int PRODUCT_SHIFT = 12;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::encounterId);

  private final SignatureNetwork network;
  private final Calibration calibration;
  private final ScanKernel kernel;
  private final ThreadLocal<SignatureNetwork.Workspace> workspaces;

  /// An engine of given parts.
  public Engine(SignatureNetwork network, Calibration calibration, ScanKernel kernel) {
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
    workspaces = ThreadLocal.withInitial(() -> new SignatureNetwork.Workspace(network));
  }

  /// The engine this program was built with.
  public static Engine standard() {
    return new Engine(SignatureNetwork.load(), Calibration.load(), ScanKernel.best());
  }

  /// What this engine's scores mean.
  public Calibration calibration() {
    return calibration;
  }

  /// A finger as galleries keep it.
  public StoredFinger store(Template template) {
    int[] packed = PackedMinutiae.pack(template);
    return new StoredFinger(
        template.quality(), packed, network.signature(packed, workspaces.get()));
  }

  /// All fingers of a ten-print as galleries keep them.
  public Map<FingerPosition, StoredFinger> store(TenPrint prints) {
    Map<FingerPosition, StoredFinger> fingers = new EnumMap<>(FingerPosition.class);
    prints.fingers().forEach((finger, template) -> fingers.put(finger, store(template)));
    return fingers;
  }

  /// How a search is to be done.
  /// - **Shape** `parallel`: on all cores, else on the caller's thread alone; `secondLook`: the
  ///   score that the best candidate must reach for the order of fingers to be believed
  public record Options(boolean parallel, int secondLookBelow, Optional<Shortlists> shortlists) {
    /// All cores, the usual shortlists, a second look below a possible candidate.
    public static final Options STANDARD = new Options(true, 2000, Optional.empty());
  }

  /// What a search did and found.
  /// - **Shape** `compared`: encounters compared in full
  public record Found(CandidateList candidates, int compared) {}

  /// The persons of the gallery most like the probe.
  public Found search(Map<FingerPosition, StoredFinger> probe, Snapshot gallery, Options options) {
    List<ProbeFinger> fingers = probe.entrySet().stream().map(ProbeFinger::new).toList();
    Cascade.Stage stage = new Cascade.Stage(gallery, calibration, kernel, options.parallel());
    Shortlists lists =
        options.shortlists().orElse(Shortlists.of(fingers.size(), gallery.encounters()));
    Search search = new Search(fingers, stage);
    search.look(List.of(FingerSequence.AS_GIVEN), lists);
    if (search.best() < options.secondLookBelow()) {
      search.look(FingerSequence.errors(fingers.size()), lists.secondLook());
    }
    return search.found();
  }

  /// The persons among encounters with a change number above `after`: what a search that saw the
  /// gallery up to `after` has missed since. All of them are compared in full.
  public Found searchSince(Map<FingerPosition, StoredFinger> probe, Snapshot gallery, long after) {
    List<ProbeFinger> fingers = probe.entrySet().stream().map(ProbeFinger::new).toList();
    Cascade.Stage stage = new Cascade.Stage(gallery, calibration, kernel, true);
    Search search = new Search(fingers, stage);
    search.compare(rowsSince(gallery, after));
    return search.found();
  }

  private static long[] rowsSince(Snapshot gallery, long after) {
    List<Long> rows = new ArrayList<>();
    for (int s = 0; s < gallery.segments().size(); s++) {
      Segment segment = gallery.segments().get(s);
      for (int row = segment.firstAfter(after); row < segment.count(); row++) {
        if (segment.isLive(row)) {
          rows.add(RowRef.of(0, s, row));
        }
      }
    }
    return rows.stream().mapToLong(Long::longValue).toArray();
  }

  static Candidate better(Candidate one, Candidate other) {
    return BEST_FIRST.compare(one, other) <= 0 ? one : other;
  }

  /// One probe on its way.
  private static final class Search {
    private final List<ProbeFinger> fingers;
    private final Cascade.Stage stage;
    private final Map<UUID, Candidate> best = new HashMap<>();
    private int compared;

    Search(List<ProbeFinger> fingers, Cascade.Stage stage) {
      this.fingers = fingers;
      this.stage = stage;
    }

    /// Goes through all stages for each sequence; the scan takes all sequences in one pass.
    void look(List<FingerSequence> sequences, Shortlists lists) {
      List<ProbeCode> codes = sequences.stream().map(this::code).toList();
      Scan scan = new Scan(stage.gallery(), stage.kernel(), stage.parallel());
      List<long[]> nearest = scan.nearest(codes, lists.scanned());
      for (int i = 0; i < codes.size(); i++) {
        Cascade cascade = new Cascade(fingers, sequences.get(i), stage);
        long[] rescored = cascade.rescore(nearest.get(i), lists.rescored());
        add(cascade, cascade.refine(rescored, lists.refined()));
      }
    }

    void compare(long[] rows) {
      add(new Cascade(fingers, FingerSequence.AS_GIVEN, stage), rows);
    }

    private void add(Cascade cascade, long[] rows) {
      compared += rows.length;
      cascade.verify(rows).forEach((person, one) -> best.merge(person, one, Engine::better));
    }

    private ProbeCode code(FingerSequence sequence) {
      byte[][] signatures = new byte[FingerPosition.values().length][];
      for (ProbeFinger finger : fingers) {
        signatures[sequence.finger(finger.label()).fgp() - 1] = finger.signatureBytes();
      }
      return new ProbeCode(signatures);
    }

    int best() {
      return best.values().stream().mapToInt(Candidate::score).max().orElse(Integer.MIN_VALUE);
    }

    Found found() {
      List<Candidate> candidates =
          best.values().stream().sorted(BEST_FIRST).limit(CANDIDATES_MAX).toList();
      Snapshot gallery = stage.gallery();
      return new Found(
          new CandidateList(candidates, gallery.encounters(), gallery.upTo()), compared);
    }
  }
}
