package org.ridgeline.bench;

import java.nio.file.Path;
import org.ridgeline.extract.Limits;

/// A folder of prints and the resolution they were taken at.
/// - **Unit** pixels per inch; 0 where each file says its own
public record PrintSet(Path folder, int resolutionPpi) {
  /// Reads `DIR` or `DIR@DPI`.
  /// - **Error** a DPI that is no number: IllegalArgumentException
  public static PrintSet of(String text, int resolutionPpi) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return new PrintSet(Path.of(text), resolutionPpi);
    }
    String ppi = text.substring(at + 1);
    int number = ppi.matches("[0-9]{1,5}") ? Integer.parseInt(ppi) : 0;
    if (!Limits.takes(number)) {
      throw new IllegalArgumentException(
          "folder=" + text + " expected DIR or DIR@250 to DIR@1200, such as prints@569");
    }
    return new PrintSet(Path.of(text.substring(0, at)), number);
  }
}
