package org.ridgeline.oversight.track;

/// What a count of cases is split by, beside its place.
/// - **Shape** `atBooking`: level as first assessed; `atDetermination`: as it stood when a person
///   signed, undetermined before; `charged` by the record at the first assessment; `facility`,
///   `programme`: codes of their registers, empty where not known
public record Split(
    ConvictionLevel atBooking,
    ConvictionLevel atDetermination,
    Charged charged,
    String facility,
    String programme) {
  /// Of what is not a case, or of which nothing is known.
  public static final Split NONE =
      new Split(
          ConvictionLevel.UNDETERMINED, ConvictionLevel.UNDETERMINED, Charged.UNKNOWN, "", "");

  /// Whether charges are open at the first assessment. Never mixed with convictions.
  public enum Charged {
    OPEN_CHARGE("with an open charge"),
    NO_OPEN_CHARGE("without an open charge"),
    UNKNOWN("charges not known");

    private final String words;

    Charged(String words) {
      this.words = words;
    }

    /// As tables say it.
    public String words() {
      return words;
    }
  }
}
