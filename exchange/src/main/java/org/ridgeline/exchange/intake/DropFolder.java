package org.ridgeline.exchange.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.outbox.WorkLoop;
import org.ridgeline.vocabulary.Ori;

/// Takes submissions from folders: `inbound/ORI/NAME.an2`, answers to `outbound/ORI/`.
///
/// Protocol: write the file under a name that does not end in `.an2`, then rename it, in the same
/// folder, to one that does. A file is taken once it has its name; when its control number is
/// committed it is renamed to `done/NAME.CONTROL.an2`, or `refused/NAME.CONTROL.an2`. A crash
/// between commit and rename submits it again, which gives the same control number. The owner of
/// the folder is trusted to be the agency: give each folder its own permissions.
public final class DropFolder implements AutoCloseable {
  private static final Logger LOG = System.getLogger(DropFolder.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final String SUFFIX = ".an2";

  private final Path root;
  private final AgencyStore agencies;
  private final Intake intake;
  private final Set<String> warnedOf = new HashSet<>();
  private final WorkLoop loop = new WorkLoop("drop-folder", LOOK_AGAIN, this::look);

  public DropFolder(Path root, AgencyStore agencies, Intake intake) {
    this.root = root;
    this.agencies = agencies;
    this.intake = intake;
  }

  /// Begins to watch. Folders are listed twice a second: on network file systems, which is where
  /// drop folders live, change notices do not arrive.
  public void start() throws IOException {
    Files.createDirectories(root);
    loop.start();
  }

  private void look() {
    try {
      takeAll();
    } catch (IOException | RuntimeException e) {
      if (!loop.isClosed()) {
        LOG.log(Level.WARNING, "drop folder " + root + ": " + e.getMessage());
      }
    }
  }

  private void takeAll() throws IOException {
    for (Agency agency : agencies.all()) {
      Path folder = root.resolve(agency.ori().value());
      Files.createDirectories(folder);
      for (Path file : waiting(folder)) {
        if (loop.isClosed() || !take(file, agency)) {
          return;
        }
      }
    }
    refuseUnknownFolders();
  }

  private static List<Path> waiting(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(f))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// False when the exchange is busy: the files stay where they are until there is room.
  private boolean take(Path file, Agency agency) throws IOException {
    if (Files.size(file) > Limits.SUBMISSION_BYTES_MAX) {
      move(file, "refused", "too-large");
      return true;
    }
    Channel channel = agency.channel() == Channel.FETCH ? Channel.FOLDER : agency.channel();
    return switch (intake.take(Files.readAllBytes(file), agency, channel)) {
      case IntakeResult.Accepted accepted -> move(file, "done", accepted.control());
      case IntakeResult.Refused refused -> move(file, "refused", refused.control());
      case IntakeResult.Busy _ -> false;
    };
  }

  private static boolean move(Path file, String to, String control) throws IOException {
    Path folder = file.resolveSibling(to);
    Files.createDirectories(folder);
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - SUFFIX.length());
    Files.move(file, folder.resolve(stem + "." + control + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /// A folder of no known agency is said once, and not taken from.
  private void refuseUnknownFolders() throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        String name = folder.getFileName().toString();
        Optional<Agency> known =
            Ori.isValid(name) ? agencies.ofOri(new Ori(name)) : Optional.empty();
        if (known.isEmpty() && !waiting(folder).isEmpty() && warnedOf.add(name)) {
          LOG.log(
              Level.WARNING,
              "files wait in "
                  + folder
                  + ", but no agency has the ORI \""
                  + name
                  + "\": add it with ./ridgeline agency add");
        }
      }
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
