package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.extract.Extractor;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Template;

/// A card's images to the fingers of a probe: decode, extract, take the first usable image of each
/// finger, and say what is wrong with the rest.
///
/// Slaps are segmented where a finger has no other usable print, and, where prints are compared
/// with each other, to see whether the rolled ones are of the fingers they are labelled. Pieces run
/// on the given pool, within the process's budget of memory for images.
public final class ProbeMaker {
  private static final String QUALITY =
      "quality of at least "
          + org.ridgeline.extract.Limits.QUALITY_MIN
          + " and "
          + org.ridgeline.extract.Limits.MINUTIAE_MIN
          + " minutiae";

  /// One for the process, as its memory is.
  private static final MemoryBudget MEMORY = MemoryBudget.ofThisProcess();

  private final FairPool pool;
  private final Optional<PrintComparison> comparison;

  /// Without a look at the order of fingers.
  public ProbeMaker(FairPool pool) {
    this(pool, Optional.empty());
  }

  /// With a look at the order of fingers, by this comparison.
  public ProbeMaker(FairPool pool, PrintComparison comparison) {
    this(pool, Optional.of(comparison));
  }

  private ProbeMaker(FairPool pool, Optional<PrintComparison> comparison) {
    this.pool = pool;
    this.comparison = comparison;
  }

  /// What a transaction's images gave.
  /// - **Shape** `fingers`: the best template of each finger there is an image of; `findings`: per
  ///   finger or image, plus one L0008 error where too few fingers are usable
  public record Made(List<ProbeFinger> fingers, List<Finding> findings) {
    /// Whether the transaction is to be refused.
    public boolean isRefused() {
      return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }
  }

  /// Decodes and extracts a card's fingers, in the sender's turns.
  public Made make(String sender, Card card) throws InterruptedException {
    return make(sender, card, Limits.FINGERS_USABLE_MIN);
  }

  /// The same for a service that needs another number of usable fingers.
  public Made make(String sender, Card card, int needed) throws InterruptedException {
    Map<FingerPosition, List<FingerSource>> sources = FingerSources.of(card);
    List<SlapSource> slaps = SlapSource.of(card);
    List<Future<OneFinger>> singles = new ArrayList<>();
    List<Future<OneFinger>> plains = new ArrayList<>();
    for (List<FingerSource> ofFinger : sources.values()) {
      singles.add(pool.submit(sender, () -> finger(ofFinger)));
      List<FingerSource> beside = plainBeside(ofFinger);
      if (comparison.isPresent() && !beside.isEmpty()) {
        plains.add(pool.submit(sender, () -> finger(beside)));
      }
    }
    // Where prints are compared all slaps are needed: they need not wait for the rolled prints.
    List<Future<SlapFingers>> cuts = new ArrayList<>();
    if (comparison.isPresent()) {
      slaps.forEach(slap -> cuts.add(pool.submit(sender, () -> SlapFingers.of(slap, MEMORY))));
    }
    Gathered gathered = new Gathered();
    for (Future<OneFinger> single : singles) {
      gathered.addSingle(result(single));
    }
    if (comparison.isEmpty()) {
      slaps.stream()
          .filter(gathered::needs)
          .forEach(slap -> cuts.add(pool.submit(sender, () -> SlapFingers.of(slap, MEMORY))));
    }
    for (Future<OneFinger> plain : plains) {
      result(plain).finger().ifPresent(gathered::addPlain);
    }
    for (Future<SlapFingers> cut : cuts) {
      gathered.addSlap(result(cut));
    }
    if (comparison.isPresent()) {
      gathered.compare(submitted(sender, gathered));
    }
    return gathered.made(card, needed);
  }

  private List<Finding> submitted(String sender, Gathered gathered) throws InterruptedException {
    return result(
        pool.submit(
            sender,
            () -> SequenceCheck.of(gathered.rolled, gathered.plain, comparison.orElseThrow())));
  }

  private static List<FingerSource> plainBeside(List<FingerSource> ofFinger) {
    boolean rolled = FingerSources.isRolled(ofFinger.getFirst().image());
    return rolled
        ? ofFinger.stream().filter(source -> !FingerSources.isRolled(source.image())).toList()
        : List.of();
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("extraction failed: " + e.getCause(), e.getCause());
    }
  }

  private record OneFinger(Optional<ProbeFinger> finger, boolean rolled, List<Finding> findings) {}

  /// What the pieces of work of one transaction gave, as they come in.
  private static final class Gathered {
    private final Map<FingerPosition, ProbeFinger> best = new EnumMap<>(FingerPosition.class);
    private final Map<FingerPosition, ProbeFinger> rolled = new EnumMap<>(FingerPosition.class);
    private final Map<FingerPosition, ProbeFinger> plain = new EnumMap<>(FingerPosition.class);
    private final Set<FingerPosition> seen = EnumSet.noneOf(FingerPosition.class);
    private final List<Finding> findings = new ArrayList<>();

    void addSingle(OneFinger one) {
      findings.addAll(one.findings());
      one.finger()
          .ifPresent(finger -> {
            best.put(finger.finger(), finger);
            if (finger.usable() && one.rolled()) {
              rolled.put(finger.finger(), finger);
            }
          });
    }

    void addPlain(ProbeFinger finger) {
      if (finger.usable()) {
        plain.putIfAbsent(finger.finger(), finger);
      }
    }

    boolean needs(SlapSource slap) {
      return slap.fingers().stream().anyMatch(this::isNeeded);
    }

    private boolean isNeeded(FingerPosition finger) {
      return !best.containsKey(finger) || !best.get(finger).usable();
    }

    void addSlap(SlapFingers slap) {
      findings.addAll(slap.findings());
      seen.addAll(slap.slap().fingers());
      for (ProbeFinger finger : slap.fingers()) {
        addPlain(finger);
        if (isNeeded(finger.finger())) {
          best.merge(finger.finger(), finger, Gathered::better);
          if (!finger.usable()) {
            findings.add(lowQuality(finger, slap.slap().image()));
          }
        }
      }
    }

    private static ProbeFinger better(ProbeFinger one, ProbeFinger other) {
      return other.usable() || other.template().quality() > one.template().quality() ? other : one;
    }

    void compare(List<Finding> found) {
      findings.addAll(found);
    }

    Made made(Card card, int needed) {
      List<ProbeFinger> fingers = List.copyOf(best.values());
      Set<FingerPosition> present = EnumSet.noneOf(FingerPosition.class);
      present.addAll(FingerSources.of(card).keySet());
      present.addAll(seen);
      findings.addAll(missing(present, card));
      tooFew(fingers, card, needed).ifPresent(findings::add);
      return new Made(fingers, List.copyOf(findings));
    }
  }

  private static OneFinger finger(List<FingerSource> sources) throws Exception {
    List<Finding> findings = new ArrayList<>();
    List<ProbeFinger> poor = new ArrayList<>();
    for (FingerSource source : sources) {
      Optional<ProbeFinger> finger =
          MEMORY.with(PrintSize.bytesMax(source.image()), () -> finger(source, findings));
      if (finger.filter(ProbeFinger::usable).isPresent()) {
        return new OneFinger(finger, FingerSources.isRolled(source.image()), findings);
      }
      finger.ifPresent(found -> {
        poor.add(found);
        findings.add(lowQuality(found, source.image()));
      });
    }
    Optional<ProbeFinger> best =
        poor.stream().max(Comparator.comparingInt(f -> f.template().quality()));
    return new OneFinger(best, false, findings);
  }

  private static Optional<ProbeFinger> finger(FingerSource source, List<Finding> findings) {
    return PrintPixels.of(source, findings)
        .map(Extractor::extract)
        .map(template ->
            new ProbeFinger(
                source.finger(), source.image().record(), template, Extractor.isUsable(template)));
  }

  private static Finding lowQuality(ProbeFinger finger, FingerImage image) {
    Template template = finger.template();
    return new Finding(
        Severity.WARNING,
        FindingCode.FINGER_LOW_QUALITY,
        image.record(),
        "",
        image.offset(),
        finger.finger().label() + ": " + QUALITY,
        "quality " + template.quality() + ", " + template.minutiae().size() + " minutiae",
        "");
  }

  private static List<Finding> missing(Set<FingerPosition> present, Card card) {
    Set<FingerPosition> missing = EnumSet.allOf(FingerPosition.class);
    missing.removeAll(present);
    missing.removeAll(card.excused());
    return missing.stream()
        .map(finger ->
            Finding.of(
                Severity.WARNING,
                FindingCode.FINGER_MISSING,
                finger.label() + ": an image, or 2.084 AMP",
                "neither"))
        .toList();
  }

  private static Optional<Finding> tooFew(List<ProbeFinger> fingers, Card card, int needed) {
    Set<FingerPosition> usable = EnumSet.noneOf(FingerPosition.class);
    fingers.stream().filter(ProbeFinger::usable).forEach(f -> usable.add(f.finger()));
    if (usable.size() >= needed) {
      return Optional.empty();
    }
    Set<FingerPosition> unusable =
        EnumSet.complementOf(
            EnumSet.copyOf(usable.isEmpty() ? EnumSet.noneOf(FingerPosition.class) : usable));
    unusable.removeAll(card.excused());
    return Optional.of(
        Finding.of(
            Severity.ERROR,
            FindingCode.L0008,
            "at least " + needed + " usable fingers",
            usable.size()
                + " usable; not usable: "
                + String.join(", ", unusable.stream().map(FingerPosition::label).toList())));
  }
}
