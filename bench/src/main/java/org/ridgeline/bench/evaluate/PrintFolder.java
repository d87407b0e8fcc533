package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ridgeline.bench.PrintSet;

/// The prints of one folder, by their names.
/// - **Shape** `files` in [PrintFile#ORDER]
/// - **Limit** [#PRINTS_MAX] images
/// - **Error** no folder, an image with another name, both forms of names in one folder, one
///   impression twice, no image: IllegalArgumentException saying what was expected
public final class PrintFolder {
  /// Most images of a folder: their templates take about 2 kB each.
  public static final int PRINTS_MAX = 100_000;

  private static final Set<String> IMAGES =
      Set.of("tif", "tiff", "png", "bmp", "jpg", "jpeg", "jpl", "jp2", "j2k", "wsq");

  private final Path folder;
  private final List<PrintFile> files;

  private PrintFolder(Path folder, List<PrintFile> files) {
    this.folder = folder;
    this.files = files;
  }

  /// Lists a folder. Files that are no images by their extension are passed over.
  public static PrintFolder list(PrintSet set) throws IOException {
    if (!Files.isDirectory(set.folder())) {
      throw new IllegalArgumentException(
          "folder=" + set.folder() + " is not a folder; expected a folder of images");
    }
    Path folder = set.folder().toRealPath();
    List<PrintFile> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(PrintFolder::isImage)
              .limit(PRINTS_MAX + 1L)
              .map(file -> PrintFile.of(file, set.resolutionPpi()))
              .sorted(PrintFile.ORDER)
              .toList();
    }
    check(folder, files);
    return new PrintFolder(folder, files);
  }

  private static void check(Path folder, List<PrintFile> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "folder=" + folder + " has no image; " + PrintFile.EXPECTED);
    }
    if (files.size() > PRINTS_MAX) {
      throw new IllegalArgumentException("folder=" + folder + " images limit=1.." + PRINTS_MAX);
    }
    PrintFile before = files.getFirst();
    for (PrintFile file : files.subList(1, files.size())) {
      if (file.person().isPresent() != before.person().isPresent()) {
        throw new IllegalArgumentException(
            "folder=%s has both %s and %s; expected one form of names"
                .formatted(folder, before.path().getFileName(), file.path().getFileName()));
      }
      if (PrintFile.ORDER.compare(before, file) == 0) {
        throw new IllegalArgumentException(
            "folder=%s has %s and %s; expected one file an impression"
                .formatted(folder, before.path().getFileName(), file.path().getFileName()));
      }
      before = file;
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return IMAGES.contains(extension) && !name.startsWith(".");
  }

  /// Refuses a folder given twice: its people would be taken for others.
  static void checkDifferent(List<PrintFolder> folders) {
    Set<Path> seen = new HashSet<>();
    for (PrintFolder one : folders) {
      if (!seen.add(one.folder)) {
        throw new IllegalArgumentException(
            "folder=" + one.folder + " is given twice; expected each folder once");
      }
    }
  }

  /// What to call this set of prints.
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  List<PrintFile> files() {
    return files;
  }

  /// Whether names begin with a person.
  boolean hasPersons() {
    return files.getFirst().person().isPresent();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
