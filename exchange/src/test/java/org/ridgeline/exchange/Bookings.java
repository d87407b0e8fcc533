package org.ridgeline.exchange;

import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.vocabulary.Ori;

/// Fictional bookings with images that nobody decodes.
public final class Bookings {
  public static final String ORI = "CA0340000";

  private Bookings() {}

  public static Agency agency() {
    return agency(ORI);
  }

  public static Agency agency(String ori) {
    return new Agency(
        new Ori(ori),
        "County jail",
        "CA",
        "06067",
        "Sacramento",
        true,
        Channel.FETCH,
        Optional.empty());
  }

  /// A CAR without prints.
  public static TransactionBuilder car(String tcn) {
    return TransactionBuilder.of("CAR")
        .header(5, "20261101")
        .header(7, "RIDGELINE")
        .header(8, ORI)
        .header(9, tcn)
        .header(13, "NORAM")
        .field2(5, "Y")
        .field2(6, "BOOKING DESK")
        .field2(7, "CA0349999")
        .field2(9, "CASE-" + tcn)
        .field2(18, "DOE,SAM")
        .field2(20, "CA")
        .field2(22, "19800101")
        .field2(24, "M")
        .field2(25, "U")
        .field2(27, "510")
        .field2(29, "180")
        .field2(31, "BRO")
        .field2(32, "BLK")
        .field2(45, "20261101")
        .field2(47, List.of(List.of("20261101", "OPEN CONTAINER")))
        .field2(70, "Y")
        .field2(73, ORI);
  }

  /// The same with a rolled image of both index fingers.
  public static TransactionBuilder printed(String tcn) {
    return car(tcn).type4(2, 1, picture()).type4(7, 1, picture());
  }

  public static Picture picture() {
    return Picture.of(Cga.PNG, 64, 64, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
  }
}
