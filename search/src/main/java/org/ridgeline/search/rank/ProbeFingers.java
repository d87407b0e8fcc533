package org.ridgeline.search.rank;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ridgeline.search.kernel.CodeLayout;
import org.ridgeline.search.kernel.ProbeCode;
import org.ridgeline.vocabulary.FingerSequence;

/// The fingers of a probe, those of the best quality first. For one search.
final class ProbeFingers {
  private final List<ProbeFinger> fingers;

  ProbeFingers(Probe probe) {
    fingers =
        probe.fingers().entrySet().stream()
            .map(finger ->
                new ProbeFinger(
                    finger, Optional.ofNullable(probe.templates().get(finger.getKey()))))
            .sorted(Comparator.comparingInt(ProbeFinger::quality).reversed())
            .toList();
  }

  int count() {
    return fingers.size();
  }

  /// Whether of any finger the ridges are known.
  boolean haveRidges() {
    return fingers.stream().anyMatch(ProbeFinger::hasRidges);
  }

  ProbeFinger get(int index) {
    return fingers.get(index);
  }

  /// For each finger, which of the gallery's it is compared with: position codes less 1.
  int[] slots(FingerSequence sequence) {
    return fingers.stream().mapToInt(f -> slot(f, sequence)).toArray();
  }

  private static int slot(ProbeFinger finger, FingerSequence sequence) {
    return sequence.finger(finger.label()).fgp() - 1;
  }

  /// What a scan goes by.
  /// - **Shape** `most`: how many fingers
  ProbeCode code(FingerSequence sequence, int most) {
    byte[][] signatures = new byte[CodeLayout.FINGERS][];
    fingers.stream().limit(most).forEach(f -> signatures[slot(f, sequence)] = f.signatureBytes());
    return new ProbeCode(signatures);
  }

  /// What scans of a look go by, one for each of its sequences.
  List<ProbeCode> codes(Look look) {
    return look.sequences().stream().map(sequence -> code(sequence, look.fingers())).toList();
  }
}
