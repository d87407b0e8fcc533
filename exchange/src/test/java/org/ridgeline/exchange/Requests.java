package org.ridgeline.exchange;

import org.ridgeline.codec.itl.TransactionBuilder;

/// Fictional transactions of every type that is taken, with images that nobody decodes.
public final class Requests {
  private static final int[] FINGERS = {2, 7, 3, 8};

  private Requests() {}

  /// A right one of a type.
  public static TransactionBuilder of(String tot) {
    return switch (tot) {
      case "RPIS" -> rapid(2);
      case "FVR" -> verification(1);
      case "IRQ" -> images();
      case "FIS" -> submitted(1);
      case "CAR" -> Bookings.printed("T1");
      case "CNA" -> Bookings.printed("T1").header(4, "CNA");
      default -> applicant(tot);
    };
  }

  private static TransactionBuilder started(String tot) {
    return TransactionBuilder.of(tot)
        .header(5, "20261101")
        .header(7, "RIDGELINE")
        .header(8, Bookings.ORI)
        .header(9, "T-" + tot)
        .header(13, "NORAM")
        .field2(6, "OFFICER OF THE WATCH")
        .field2(73, Bookings.ORI);
  }

  private static TransactionBuilder printed(TransactionBuilder file, int fingers) {
    for (int i = 0; i < fingers; i++) {
      file.type4(FINGERS[i], 0, Bookings.picture());
    }
    return file;
  }

  /// Somebody applies.
  public static TransactionBuilder applicant(String tot) {
    return printed(
        started(tot)
            .field2(5, "Y")
            .field2(9, "CASE-1")
            .field2(18, "DOE,SAM")
            .field2(20, "CA")
            .field2(22, "19800101")
            .field2(24, "M")
            .field2(25, "U")
            .field2(27, "510")
            .field2(29, "180")
            .field2(31, "BRO")
            .field2(32, "BLK")
            .field2(37, "TEACHER")
            .field2(43, "P")
            .field2(38, "20261101"),
        2);
  }

  /// A rapid search with so many fingers.
  public static TransactionBuilder rapid(int fingers) {
    return printed(started("RPIS").field2(98, "1"), fingers);
  }

  /// A verification with so many fingers.
  public static TransactionBuilder verification(int fingers) {
    return printed(
        started("FVR")
            .field2(5, "N")
            .field2(14, "R00000001")
            .field2(18, "DOE,SAM")
            .field2(20, "CA")
            .field2(22, "19800101")
            .field2(38, "20261101"),
        fingers);
  }

  /// A request for images.
  public static TransactionBuilder images() {
    return started("IRQ").field2(14, "R00000001");
  }

  /// Images submitted, of so many fingers.
  public static TransactionBuilder submitted(int fingers) {
    return printed(started("FIS").field2(14, "R00000001").field2(38, "20261101"), fingers);
  }
}
