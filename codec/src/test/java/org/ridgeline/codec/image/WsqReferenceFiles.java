package org.ridgeline.codec.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The NIST WSQ reference set 2.0 beside the project: real prints, never to be copied into it.
final class WsqReferenceFiles {
  private static final Path SET = Path.of("../../shared/data/wsq");

  private WsqReferenceFiles() {}

  static Path folder(String name) {
    Path folder = SET.resolve(name);
    assumeTrue(Files.isDirectory(folder), "no reference set at " + folder.toAbsolutePath());
    return folder;
  }

  static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.filter(file -> !file.toString().endsWith(".ncm")).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String stem(Path file) {
    return file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
  }

  /// Width and height of a headerless input.
  static int[] size(String stem) {
    String json = new String(bytes(folder("raw").resolveSibling("dimensions.json")));
    Matcher entry =
        Pattern.compile("\"" + stem + "\\.raw\", \"width\": ([0-9]+), \"height\": ([0-9]+)")
            .matcher(json);
    if (!entry.find()) {
      throw new IllegalArgumentException("stem=" + stem + " is not in dimensions.json");
    }
    return new int[] {Integer.parseInt(entry.group(1)), Integer.parseInt(entry.group(2))};
  }
}
