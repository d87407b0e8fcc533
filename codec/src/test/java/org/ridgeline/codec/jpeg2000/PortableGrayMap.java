package org.ridgeline.codec.jpeg2000;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ridgeline.codec.jpeg2000.Pictures.Picture;

/// Portable gray maps (PGM), which the tools of other makers read and write.
final class PortableGrayMap {
  private static final Pattern HEAD =
      Pattern.compile("P5\\s(?:#.*\\n)*(\\d+) (\\d+)\\s255\\s", Pattern.UNIX_LINES);

  private PortableGrayMap() {}

  static byte[] write(Picture picture) {
    byte[] head =
        ("P5\n" + picture.width() + " " + picture.height() + "\n255\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + picture.pixels().length);
    System.arraycopy(picture.pixels(), 0, file, head.length, picture.pixels().length);
    return file;
  }

  static Picture read(byte[] file) {
    Matcher head = HEAD.matcher(new String(file, StandardCharsets.ISO_8859_1));
    if (!head.lookingAt()) {
      throw new IllegalArgumentException("not a PGM of 8 bits");
    }
    return new Picture(
        Integer.parseInt(head.group(1)),
        Integer.parseInt(head.group(2)),
        Arrays.copyOfRange(file, head.end(), file.length));
  }
}
