package org.ridgeline.search.rank;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.kernel.ProbeSignature;
import org.ridgeline.search.kernel.ScalarKernel;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.vocabulary.FingerPosition;

/// An encounter that has come so far that its fingers are looked at: where it lies, or as a part of
/// the gallery sent it.
/// - **Shape** a `slot` is a finger's position code less 1
sealed interface Row {
  UUID encounterId();

  UUID personId();

  /// False once it has been removed; what was read before may then be zeros.
  boolean isLive();

  /// The product of the signatures of one finger; 0 where it is missing.
  int product(int slot, ProbeSignature signature);

  /// Copies a finger's minutiae, and says how many; 0 where it is missing.
  int minutiae(int slot, int[] into);

  /// A row of a gallery's file.
  /// - **Shape** `encounterId`: as it was when the row was put in order
  record Stored(Segment segment, int row, UUID encounterId, ScanKernel kernel) implements Row {
    @Override
    public UUID personId() {
      return segment.personId(row);
    }

    @Override
    public boolean isLive() {
      return segment.isLive(row);
    }

    @Override
    public int product(int slot, ProbeSignature signature) {
      return segment.verify(row)
          ? kernel.product(segment.rows(), segment.signatureOffset(row, slot), signature)
          : 0;
    }

    @Override
    public int minutiae(int slot, int[] into) {
      return segment.minutiae(row, slot, into);
    }
  }

  /// One that was sent.
  record Sent(UUID encounterId, Survivor.Prints prints) implements Row {
    private static final ScanKernel KERNEL = new ScalarKernel();

    @Override
    public UUID personId() {
      return prints.personId();
    }

    @Override
    public boolean isLive() {
      return true;
    }

    @Override
    public int product(int slot, ProbeSignature signature) {
      return finger(slot)
          .map(f -> KERNEL.product(MemorySegment.ofArray(f.signature()), 0, signature))
          .orElse(0);
    }

    @Override
    public int minutiae(int slot, int[] into) {
      return finger(slot).map(f -> copy(f.minutiae(), into)).orElse(0);
    }

    private static int copy(int[] minutiae, int[] into) {
      System.arraycopy(minutiae, 0, into, 0, minutiae.length);
      return minutiae.length;
    }

    private Optional<StoredFinger> finger(int slot) {
      return Optional.ofNullable(prints.fingers().get(FingerPosition.values()[slot]));
    }
  }
}
