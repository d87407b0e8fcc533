package org.ridgeline.codec.image;

import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// The readers that the JDK and a library bring, by where they are from.
final class LibraryReaders {
  static final String JDK = "com.sun.imageio.";
  static final String TWELVE_MONKEYS = "com.twelvemonkeys.";

  private LibraryReaders() {}

  /// A reader of that name, from that origin if there is one: other libraries on the class path
  /// bring readers of the same names, in no certain order.
  static Optional<ImageReader> reader(String name, String origin) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
    Optional<ImageReader> other = Optional.empty();
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(origin)) {
        return Optional.of(reader);
      }
      other = other.isEmpty() ? Optional.of(reader) : other;
    }
    return other;
  }

  static void dispose(ImageReader reader) {
    try {
      reader.dispose();
    } catch (RuntimeException broken) {
      // The pixels are read or refused already; a reader that fails to tidy up changes neither.
      return;
    }
  }
}
