package org.ridgeline.exchange.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.outbox.Backoff;
import org.ridgeline.outbox.Fatal;
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
  private final PatientReads reads = new PatientReads();

  private final Backoff backoff = new Backoff();

  /// Whose turn it was when the exchange was busy; used by the loop's thread alone.
  private Optional<Ori> next = Optional.empty();

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
    Deque<Turn> turns = new ArrayDeque<>();
    for (Agency agency : inTurn()) {
      guarded(root.resolve(agency.ori().value()), folder -> turns.add(turn(agency, folder)));
    }
    // Agencies take turns, a file each: whoever has many waits for nobody's last.
    while (!turns.isEmpty() && !loop.isClosed()) {
      Turn turn = turns.poll();
      if (turn.files().hasNext()) {
        Path file = turn.files().next();
        guarded(file, _ -> take(file, turn.agency()));
        if (!reads.isUnderWay(turn.agency().ori())) {
          turns.add(turn);
        }
        if (next.isPresent()) {
          // Busy: the files stay where they are until there is room.
          return;
        }
      }
    }
    guarded(root, _ -> refuseUnknownFolders());
  }

  /// The agencies, the one first whose file had no room at the last look.
  private List<Agency> inTurn() {
    List<Agency> all = new ArrayList<>(agencies.enabled());
    next.ifPresent(ori ->
        Collections.rotate(all, -Math.max(0, all.stream().map(Agency::ori).toList().indexOf(ori))));
    next = Optional.empty();
    return all;
  }

  /// What waits of one agency.
  private record Turn(Agency agency, Iterator<Path> files) {}

  private Turn turn(Agency agency, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = waiting(folder);
    reads.turn(agency.ori(), files);
    return new Turn(agency, files.iterator());
  }

  /// What is done with a folder or a file.
  private interface Step {
    void with(Path path) throws IOException;
  }

  /// Does a step; whatever it fails of is said, and that path waits, longer each time. Nobody
  /// else's does.
  private void guarded(Path path, Step step) {
    if (backoff.waits(path)) {
      return;
    }
    try {
      step.with(path);
      backoff.done(path);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      Fatal.check(e);
      if (!loop.isClosed()) {
        LOG.log(Level.WARNING, "drop folder " + path + ", try " + backoff.failed(path) + ": " + e);
      }
    }
  }

  private static List<Path> waiting(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(SUFFIX) && isFile(f))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// No link is followed: what it leads to is not the agency's.
  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private void take(Path file, Agency agency) throws IOException {
    if (!agencies.isEnabled(agency.ori())) {
      // Disabled since the look began: its files stay.
      return;
    }
    Optional<byte[]> bytes = reads.read(agency.ori(), file);
    if (bytes.isEmpty()) {
      move(file, "refused", "too-large");
      return;
    }
    Channel channel = agency.channel() == Channel.FETCH ? Channel.FOLDER : agency.channel();
    switch (intake.take(bytes.get(), agency, channel)) {
      case IntakeResult.Accepted accepted -> move(file, "done", accepted.control());
      case IntakeResult.Refused refused -> move(file, "refused", refused.control());
      case IntakeResult.Busy _ -> next = Optional.of(agency.ori());
    }
  }

  private static void move(Path file, String to, String control) throws IOException {
    Path folder = file.resolveSibling(to);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      // Fails where a file or a link has the name.
      Files.createDirectory(folder);
    }
    String name = file.getFileName().toString();
    String end = "." + control + SUFFIX;
    String stem = shortened(name.substring(0, name.length() - SUFFIX.length()), end.length());
    Files.move(file, folder.resolve(stem + end), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String shortened(String stem, int more) {
    String kept = stem;
    while (kept.getBytes(StandardCharsets.UTF_8).length + more > Limits.FILE_NAME_BYTES_MAX) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept;
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
