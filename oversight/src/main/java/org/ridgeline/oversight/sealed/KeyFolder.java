package org.ridgeline.oversight.sealed;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Where a running system has the key that it seals to, and, until somebody moves it away, the one
/// that opens.
public final class KeyFolder {
  /// The file of the key that seals.
  public static final String SEALS = "demographics.pub";

  /// The file of the key that opens.
  public static final String OPENS = "demographics.key";

  private static final Logger LOG = System.getLogger(KeyFolder.class.getName());

  private KeyFolder() {}

  /// The key of a folder; where neither half is there, a pair is made. The half that opens may be
  /// moved away; where the other alone is missing it is made again from this one.
  /// - **Error** halves of two pairs, a file that is no key, a half that opens and is open to
  ///   others: IOException
  public static SealKey sealing(Path folder) throws IOException {
    Path seals = folder.resolve(SEALS);
    Path opens = folder.resolve(OPENS);
    if (!isThere(seals) && !isThere(opens) && OpeningKey.make(opens)) {
      LOG.log(Level.INFO, "made the key that opens demographics: " + opens);
    }
    if (!isThere(seals)) {
      KeyFile.write(seals, "PUBLIC KEY", OpeningKey.of(opens).sealing().encoded());
    }
    SealKey key = SealKey.of(seals);
    if (isThere(opens) && !OpeningKey.of(opens).sealing().id().equals(key.id())) {
      throw new IOException(
          seals
              + " and "
              + opens
              + " are halves of two keys: put the pair together, or move both away for a new one");
    }
    return key;
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
