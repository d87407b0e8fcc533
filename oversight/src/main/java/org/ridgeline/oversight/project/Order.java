package org.ridgeline.oversight.project;

import java.util.Comparator;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.Split;

/// The one order of counts: in rows, in files, on every machine.
public final class Order {
  private static final Comparator<Split> SPLITS =
      Comparator.comparing(Split::atBooking)
          .thenComparing(Split::atDetermination)
          .thenComparing(Split::charged)
          .thenComparing(Split::facility)
          .thenComparing(Split::programme);

  /// Of cells.
  public static final Comparator<Cell> CELLS =
      Comparator.comparing(Cell::month)
          .thenComparing((Cell cell) -> cell.place().fips())
          .thenComparing(Cell::measure)
          .thenComparing(Cell::detail)
          .thenComparing((Cell cell) -> cell.place().agency())
          .thenComparing((Cell cell) -> cell.place().state())
          .thenComparing(Cell::split, SPLITS);

  private Order() {}
}
