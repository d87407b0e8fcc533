package org.ridgeline.node.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Searches all files of a folder as they lie on the disk, whoever wrote them. Links are not
/// followed.
public final class FileSearch {
  private final ByteSearch search;

  public FileSearch(ByteSearch search) {
    this.search = search;
  }

  /// Searches a data folder, or any other: a place for each of its folders, and for each of those
  /// of `postgres`.
  /// - **Error** a file that is there and cannot be read: IOException, since nobody then knows what
  ///   is in it
  public List<Place> in(Path root) throws IOException {
    Map<String, Sum> places = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            if (is.isRegularFile()) {
              Path inside = root.relativize(file);
              Sum sum = places.computeIfAbsent(place(inside), _ -> new Sum());
              // Locks are files without bytes: closing one would let go of a lock that this very
              // process holds.
              if (is.size() == 0) {
                sum.files++;
              } else {
                sum.add(inside, file);
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    List<Place> all = new ArrayList<>();
    places.forEach((name, sum) -> all.add(new Place(name, sum.files, sum.bytes, sum.found)));
    return all;
  }

  private static String place(Path inside) {
    int depth = inside.startsWith("postgres") ? 2 : 1;
    int folders = Math.min(depth, inside.getNameCount() - 1);
    return "files " + (folders == 0 ? "." : inside.subpath(0, folders));
  }

  private final class Sum {
    private final List<Place.Found> found = new ArrayList<>();
    private long files;
    private long bytes;

    void add(Path inside, Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        ByteSearch.Read read = search.in(in);
        files++;
        bytes += read.bytes();
        read.hits().stream()
            .limit(Place.FOUND_MAX - found.size())
            .forEach(hit -> found.add(Place.Found.of(inside.toString(), hit)));
      } catch (NoSuchFileException e) {
        // A file of a running database that went meanwhile: what was in it is elsewhere or gone.
        return;
      }
    }
  }
}
