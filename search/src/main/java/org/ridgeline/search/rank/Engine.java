package org.ridgeline.search.rank;

import java.util.ArrayList;
import java.util.Arrays;
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

  /// Minutiae kept of a finger, those nearest its middle; the signature is made of all. A full roll
  /// has 80 to 150, and what the full comparison costs grows with their square.
  public static final int MINUTIAE_KEPT = 64;

  /// Most probes of one pass.
  public static final int PROBES_MAX = 64;

  /// Rows that are compared in full whatever the quick look says of them, for a probe of 1, 2 and 3
  /// fingers: it is not much surer of one finger than the full comparison is. Not in the second
  /// look.
  private static final int[] COMPARED_MIN = {64, 24, 12};

  /// Fingers that the second look's scan takes: enough to find somebody by, and half the work.
  private static final int SECOND_LOOK_FINGERS = 4;

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
    byte[] signature = network.signature(packed, workspaces.get());
    int[] kept = PackedMinutiae.central(packed, MINUTIAE_KEPT);
    return new StoredFinger(template.quality(), kept, signature);
  }

  /// All fingers of a ten-print as galleries keep them.
  public Map<FingerPosition, StoredFinger> store(TenPrint prints) {
    Map<FingerPosition, StoredFinger> fingers = new EnumMap<>(FingerPosition.class);
    prints.fingers().forEach((finger, template) -> fingers.put(finger, store(template)));
    return fingers;
  }

  /// How a search is to be done.
  /// - **Shape** `parallel`: on all cores, else on the caller's thread alone; `secondLookBelow`:
  ///   the score that the best candidate must reach for the order of fingers to be believed;
  ///   `shortlists`: in place of those for the size of probe and gallery
  public record Options(boolean parallel, int secondLookBelow, Optional<Shortlists> shortlists) {
    /// All cores, the usual shortlists, a second look below a possible candidate.
    public static final Options STANDARD = new Options(true, 2000, Optional.empty());
  }

  /// What a search did and found.
  /// - **Shape** `compared`: encounters compared in full
  public record Found(CandidateList candidates, int compared) {}

  /// The persons of the gallery most like the probe.
  public Found search(Map<FingerPosition, StoredFinger> probe, Snapshot gallery, Options options) {
    return searchAll(List.of(probe), gallery, options).getFirst();
  }

  /// Searches for several probes; one pass over the gallery's codes serves all of them.
  /// - **Limit** [#PROBES_MAX] probes; beyond: IllegalArgumentException
  public List<Found> searchAll(
      List<Map<FingerPosition, StoredFinger>> probes, Snapshot gallery, Options options) {
    if (probes.size() > PROBES_MAX) {
      throw new IllegalArgumentException("probes=" + probes.size() + " limit=0.." + PROBES_MAX);
    }
    List<Search> searches = searches(probes, gallery, options);
    List<long[]> nearest = nearest(searches);
    for (int i = 0; i < searches.size(); i++) {
      searches.get(i).look(nearest.get(i));
    }
    return searches.stream().map(Search::found).toList();
  }

  /// The first stage alone, to be measured: how many rows it passes on for each probe.
  public List<Integer> scan(
      List<Map<FingerPosition, StoredFinger>> probes, Snapshot gallery, Options options) {
    return nearest(searches(probes, gallery, options)).stream().map(rows -> rows.length).toList();
  }

  private List<Search> searches(
      List<Map<FingerPosition, StoredFinger>> probes, Snapshot gallery, Options options) {
    Cascade.Stage stage =
        new Cascade.Stage(
            gallery, calibration, kernel, options.parallel(), options.secondLookBelow());
    return probes.stream().map(probe -> new Search(probe, stage, options)).toList();
  }

  /// One pass for all of them; each is given as many rows as the one that wants most.
  private static List<long[]> nearest(List<Search> searches) {
    if (searches.isEmpty()) {
      return List.of();
    }
    int scanned = searches.stream().mapToInt(s -> s.lists.scanned()).max().orElseThrow();
    List<ProbeCode> codes = searches.stream().map(Search::code).toList();
    return searches.getFirst().stage.scan().nearest(codes, scanned);
  }

  /// The persons among encounters with a change number above `after`: what a search that saw the
  /// gallery up to `after` has missed since. All of them are compared in full.
  public Found searchSince(Map<FingerPosition, StoredFinger> probe, Snapshot gallery, long after) {
    Cascade.Stage stage =
        new Cascade.Stage(gallery, calibration, kernel, true, Options.STANDARD.secondLookBelow());
    Search search = new Search(probe, stage, Options.STANDARD);
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
    private final Options options;
    private final Shortlists lists;
    private final Map<UUID, Candidate> best = new HashMap<>();
    private int compared;

    Search(Map<FingerPosition, StoredFinger> probe, Cascade.Stage stage, Options options) {
      this.stage = stage;
      this.options = options;
      fingers =
          probe.entrySet().stream()
              .map(ProbeFinger::new)
              .sorted(Comparator.comparingInt(ProbeFinger::quality).reversed())
              .toList();
      int encounters = stage.gallery().encounters();
      lists = options.shortlists().orElseGet(() -> Shortlists.of(fingers.size(), encounters));
    }

    ProbeCode code() {
      return code(FingerSequence.AS_GIVEN, fingers.size());
    }

    /// - **Shape** `most`: how many fingers, the best, are scanned by
    private ProbeCode code(FingerSequence sequence, int most) {
      byte[][] signatures = new byte[FingerPosition.values().length][];
      fingers.stream()
          .limit(most)
          .forEach(f -> signatures[sequence.finger(f.label()).fgp() - 1] = f.signatureBytes());
      return new ProbeCode(signatures);
    }

    /// Goes through the stages after the scan, and takes the second look if they find nobody.
    void look(long[] nearest) {
      int scanned = Math.min(nearest.length, lists.scanned());
      look(Arrays.copyOf(nearest, scanned), FingerSequence.AS_GIVEN, lists);
      int found = best.values().stream().mapToInt(Candidate::score).max().orElse(-1);
      if (found < options.secondLookBelow()) {
        List<FingerSequence> errors = FingerSequence.errors(fingers.size());
        lookAgain(errors, lists.secondLook(errors.size()));
      }
    }

    private void lookAgain(List<FingerSequence> sequences, Shortlists lists) {
      List<ProbeCode> codes =
          sequences.stream().map(sequence -> code(sequence, SECOND_LOOK_FINGERS)).toList();
      List<long[]> nearest = stage.scan().nearest(codes, lists.scanned());
      for (int i = 0; i < codes.size(); i++) {
        look(nearest.get(i), sequences.get(i), lists);
      }
    }

    private void look(long[] nearest, FingerSequence sequence, Shortlists lists) {
      Cascade cascade = new Cascade(fingers, sequence, stage);
      long[] rescored = cascade.rescore(nearest, lists.rescored());
      boolean few =
          fingers.size() <= COMPARED_MIN.length && sequence.equals(FingerSequence.AS_GIVEN);
      int least = few ? COMPARED_MIN[fingers.size() - 1] : 0;
      add(cascade, cascade.refine(rescored, lists.refined(), least));
    }

    void compare(long[] rows) {
      add(new Cascade(fingers, FingerSequence.AS_GIVEN, stage), rows);
    }

    private void add(Cascade cascade, long[] rows) {
      compared += rows.length;
      cascade.verify(rows).forEach((person, one) -> best.merge(person, one, Engine::better));
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
