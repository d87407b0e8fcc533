package org.ridgeline.oversight.suppress;

/// A published count.
///
/// A count that cannot be other than zero (a county that takes no part) is no cell: leave it out.
///
/// @param value the count - **Limit** 0..`Limits.VALUE_MAX`
/// @param weight what is lost when it is hidden; totals weigh more than details - **Limit**
///   1..`Limits.WEIGHT_MAX`
/// @param standing what earlier reports did with it
public record Cell(long value, int weight, Standing standing) {
  /// Checks the limits.
  public Cell {
    if (value < 0 || value > Limits.VALUE_MAX) {
      throw new IllegalArgumentException("value=" + value + " limit=0.." + Limits.VALUE_MAX);
    }
    if (weight < 1 || weight > Limits.WEIGHT_MAX) {
      throw new IllegalArgumentException("weight=" + weight + " limit=1.." + Limits.WEIGHT_MAX);
    }
  }

  /// A cell that no report has had yet.
  public static Cell open(long value, int weight) {
    return new Cell(value, weight, Standing.OPEN);
  }
}
