package org.ridgeline.codec.itl;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The records that stand behind others: where images were cut from, what goes with them, who
/// vouches for them, and biometric data in a foreign format.
/// - **Source** ANSI/NIST-ITL 1-2011, 8.20, 8.21, 8.98, 8.99
public sealed interface SupportView {
  /// Type-20, source representation: `srn` is what 997 SOR of other records points at; `car` S one
  /// subject, D one subject in several representations, M many.
  record SourceRepresentation(OptionalInt srn, String car, String src, Optional<byte[]> data)
      implements SupportView {}

  /// Type-21, associated context: `acn` is what 995 ASC of other records points at.
  record AssociatedContext(OptionalInt acn, String src, Optional<byte[]> data)
      implements SupportView {}

  /// Type-98, information assurance: the owner and type of a format we keep as it is.
  record Assurance(String dfo, String dft, String dcd, String src) implements SupportView {}

  /// Type-99, CBEFF data: biometric type, format owner and type in hexadecimal, creation date.
  record Cbeff(String bty, String bfo, String bft, String bcd, List<String> bdq, byte[] data)
      implements SupportView {
    public Cbeff {
      bdq = List.copyOf(bdq);
      data = data.clone();
    }

    /// A copy of the data.
    @Override
    public byte[] data() {
      return data.clone();
    }
  }

  /// The view of a record; empty for records of other types.
  static Optional<SupportView> of(ItlRecord record) {
    return switch (record.type()) {
      case 20 ->
          Optional.of(
              new SourceRepresentation(
                  Values.number(record, 21),
                  Values.text(record, 3),
                  Values.text(record, 4),
                  record.data()));
      case 21 ->
          Optional.of(
              new AssociatedContext(
                  Values.number(record, 21), Values.text(record, 4), record.data()));
      case 98 ->
          Optional.of(
              new Assurance(
                  Values.text(record, 3),
                  Values.text(record, 5),
                  Values.text(record, 6),
                  Values.text(record, 4)));
      case 99 ->
          Optional.of(
              new Cbeff(
                  Values.text(record, 101),
                  Values.text(record, 103),
                  Values.text(record, 104),
                  Values.text(record, 5),
                  record.values(102),
                  record.data().orElse(new byte[0])));
      default -> Optional.empty();
    };
  }
}
