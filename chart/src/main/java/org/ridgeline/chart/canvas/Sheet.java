package org.ridgeline.chart.canvas;

/// What is drawn on.
/// - **Shape** `title` says in a sentence what is drawn, for those who do not see it
public record Sheet(String title, int widthPx, int heightPx) {
  /// A plot's, of the usual size.
  public static Sheet plot(String title) {
    return new Sheet(title, 760, 560);
  }
}
