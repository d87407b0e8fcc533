package org.ridgeline.policy.history;

/// Which charge of which arrest: arrests are only ever added, so that a number stays.
/// - **Unit** both counted from 1
public record ChargeNumber(int arrest, int charge) {
  public ChargeNumber {
    if (arrest < 1 || charge < 1) {
      throw new IllegalArgumentException(arrest + "." + charge + " expected counts from 1");
    }
  }

  /// Reads what [#toString] writes.
  /// - **Error** anything else: IllegalArgumentException
  public static ChargeNumber of(String text) {
    if (!text.matches("[0-9]{1,4}\\.[0-9]{1,2}")) {
      throw new IllegalArgumentException("charge \"" + text + "\" expected ARREST.CHARGE");
    }
    int dot = text.indexOf('.');
    return new ChargeNumber(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return arrest + "." + charge;
  }
}
