package org.ridgeline.codec.image;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.ridgeline.vocabulary.Finding;

/// Hears what a library warns of while it reads: it fills with grey what it could not decode, and
/// its warning is all that tells.
/// - **Limit** [#KEPT_MAX] warnings are kept; libraries go on to warn of every block
final class LibraryWarnings implements IIOReadWarningListener {
  private static final int KEPT_MAX = 8;

  /// Damage within the coded data. A few bytes before the end of the image are padding; more are
  /// what is left where decoding lost its way.
  private static final Pattern DAMAGE =
      Pattern.compile("(?i).*(corrupt jpeg data|premature end|truncated|unexpected end).*");

  private static final Pattern HARMLESS =
      Pattern.compile("(?i).*data: ([0-9]|1[0-6]) extraneous bytes before marker 0xd9.*");

  private final List<String> warnings = new ArrayList<>();

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    if (warnings.size() < KEPT_MAX && !warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  /// One finding a warning.
  /// - **Error** a warning of damage: [ImageRefusal]
  List<Finding> findings() throws ImageRefusal {
    List<Finding> findings = new ArrayList<>();
    for (String warning : warnings) {
      if (DAMAGE.matcher(warning).matches() && !HARMLESS.matcher(warning).matches()) {
        throw ImageRefusal.unreadable(-1, "coded data that are whole", warning);
      }
      findings.add(ImageRefusal.warning(-1, "an image read without a warning", warning));
    }
    return findings;
  }
}
