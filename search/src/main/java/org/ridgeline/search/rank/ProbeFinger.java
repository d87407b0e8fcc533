package org.ridgeline.search.rank;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ridgeline.search.compare.ReadyPrint;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.kernel.ProbeSignature;
import org.ridgeline.search.refine.EdgeIndex;
import org.ridgeline.search.refine.ReadyMinutiae;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// One finger of a probe, made ready for each stage when the stage first asks. For one search.
final class ProbeFinger {
  private final FingerPosition label;
  private final StoredFinger finger;
  private final ProbeSignature signature;
  private final Supplier<EdgeIndex> edges;
  private final Supplier<ReadyMinutiae> minutiae;
  private final boolean hasRidges;
  private final Supplier<Optional<ReadyPrint>> print;

  ProbeFinger(Map.Entry<FingerPosition, StoredFinger> finger, Optional<Template> template) {
    label = finger.getKey();
    this.finger = finger.getValue();
    signature = new ProbeSignature(this.finger.signature());
    edges = new Once<>(() -> new EdgeIndex(this.finger.minutiae()));
    minutiae = new Once<>(() -> ReadyMinutiae.of(this.finger.minutiae()));
    Optional<Template> ridges = template.filter(t -> t.ridges().isPresent());
    hasRidges = ridges.isPresent();
    print = new Once<>(() -> ridges.map(ReadyPrint::of));
  }

  FingerPosition label() {
    return label;
  }

  int quality() {
    return finger.quality();
  }

  byte[] signatureBytes() {
    return finger.signature();
  }

  ProbeSignature signature() {
    return signature;
  }

  EdgeIndex edges() {
    return edges.get();
  }

  ReadyMinutiae minutiae() {
    return minutiae.get();
  }

  boolean hasRidges() {
    return hasRidges;
  }

  /// Its ridges, where they are known.
  Optional<ReadyPrint> print() {
    return print.get();
  }

  /// Makes a thing when it is first asked for; one thread makes it, others wait.
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized T get() {
      if (made.isEmpty()) {
        made = Optional.of(maker.get());
      }
      return made.get();
    }
  }
}
