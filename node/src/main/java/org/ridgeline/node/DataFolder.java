package org.ridgeline.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// A data folder in use by this process: its database reachable, its files ours to use.
///
/// One process at a time owns a folder and runs its database; others that come meanwhile attach.
/// Two locks say who is who: `owner.lock` is held alone by the owner, `users.lock` is shared by all
/// who attach, and an owner waits for it before it stops the database.
///
///     DIR/secrets.properties    passwords of the database roles
///     DIR/ridgeline.properties  settings, optional
///     DIR/first-run-link        where the first administrator is created, while there is none
///     DIR/ledger/               key that signs the ledger's checkpoints, and what it signed
///     DIR/sealed/               key that demographics are sealed to, and the one that opens them
///     DIR/postgres/             the managed database
///     DIR/gallery/              gallery files of each repository, made from the database
///     DIR/restoring             while a restore works on the folder
///     DIR/inbound/ORI/          drop folders
///     DIR/outbound/ORI/         answers for agencies with folders
public final class DataFolder implements AutoCloseable {
  /// The file by which a folder is known to hold an installation.
  public static final String SECRETS = "secrets.properties";

  private static final Duration WAIT_MAX = Duration.ofSeconds(120);

  /// Folders that this process owns. Their lock files are not opened again here: closing any
  /// channel of a file lets go of all locks that the process has on it.
  private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final Settings settings;
  private final Databases databases;
  private final FileChannel ownerFile;
  private final FileChannel usersFile;
  private final Optional<FileLock> ownership;
  private final Hold hold;

  private DataFolder(Path root, Settings settings, Databases databases, Locks locks, Hold hold) {
    this.root = root;
    this.settings = settings;
    this.databases = databases;
    this.hold = hold;
    ownerFile = locks.ownerFile();
    usersFile = locks.usersFile();
    ownership = locks.ownership();
  }

  private record Locks(
      FileChannel ownerFile, FileChannel usersFile, Optional<FileLock> ownership) {}

  /// Whether a folder holds an installation.
  public static boolean isThere(Path root) {
    return Files.exists(root.resolve(SECRETS));
  }

  /// Opens a folder as its owner, to serve from it; waits for a command that holds it.
  public static DataFolder serve(Path root, Settings settings) throws IOException {
    Instant until = Instant.now().plus(WAIT_MAX);
    while (true) {
      Optional<DataFolder> folder = own(root, settings);
      if (folder.isPresent()) {
        return folder.get();
      }
      if (Files.exists(root.resolve("serving")) || Instant.now().isAfter(until)) {
        throw new IOException("another Ridgeline serves " + root + ": stop it first");
      }
      pause();
    }
  }

  /// Opens a folder for a command: as its owner where nobody is, else beside the owner.
  public static DataFolder use(Path root, Settings settings) throws IOException {
    Instant until = Instant.now().plus(WAIT_MAX);
    while (Instant.now().isBefore(until)) {
      Optional<DataFolder> folder = own(root, settings);
      if (folder.isPresent()) {
        return folder.get();
      }
      folder = attach(root, settings);
      if (folder.isPresent()) {
        return folder.get();
      }
      pause();
    }
    throw new IOException("the database of " + root + " does not become reachable");
  }

  /// Marks an empty folder as one that a restore works on: nothing else opens it until
  /// [#restored()].
  /// - **Error** something is in it: IOException
  public static void beginRestore(Path root) throws IOException {
    createPrivately(root);
    Restoring.begin(root);
  }

  /// Opens such a folder for the restore.
  public static DataFolder restore(Path root, Settings settings) throws IOException {
    return take(root, settings)
        .orElseThrow(() -> new IOException("another process has " + root + " open"));
  }

  /// Says that the restore has come to its end.
  public void restored() throws IOException {
    Restoring.end(root);
  }

  private static Optional<DataFolder> own(Path root, Settings settings) throws IOException {
    Restoring.refuse(root);
    return take(root, settings);
  }

  private static Optional<DataFolder> take(Path root, Settings settings) throws IOException {
    createPrivately(root);
    if (OWNED.contains(root.toRealPath())) {
      return Optional.empty();
    }
    FileChannel owner = open(root.resolve("owner.lock"));
    Optional<FileLock> lock = tryLock(owner, false);
    if (lock.isEmpty()) {
      owner.close();
      return Optional.empty();
    }
    FileChannel users = open(root.resolve("users.lock"));
    try {
      DataFolder folder = own(root, settings, new Locks(owner, users, lock));
      OWNED.add(root.toRealPath());
      return Optional.of(folder);
    } catch (IOException | RuntimeException e) {
      owner.close();
      users.close();
      throw e;
    }
  }

  private static DataFolder own(Path root, Settings settings, Locks locks) throws IOException {
    PrivateFiles.prepare(root);
    Files.deleteIfExists(root.resolve("serving"));
    Secrets secrets = Secrets.in(root);
    Optional<DatabaseAddress> external = settings.external();
    Hold hold =
        external.isPresent()
            ? Hold.ofExternal(external.get())
            : Hold.ofManaged(root.resolve("postgres"), secrets);
    try {
      Databases databases = Databases.bootstrap(hold.admin(), secrets, settings);
      return new DataFolder(root, settings, databases, locks, hold);
    } catch (IOException | RuntimeException e) {
      hold.close();
      throw e;
    }
  }

  private static Optional<DataFolder> attach(Path root, Settings settings) throws IOException {
    FileChannel users = open(root.resolve("users.lock"));
    if (tryLock(users, true).isEmpty()) {
      users.close();
      return Optional.empty();
    }
    Secrets secrets = Secrets.in(root);
    Optional<DatabaseAddress> external = settings.external();
    Optional<DatabaseAddress> admin =
        external.isPresent()
            ? external
            : ManagedPostgres.portOf(root.resolve("postgres"))
                .map(port -> Databases.managed(port, "postgres", secrets));
    if (admin.isEmpty() || !Databases.isReady(admin.get())) {
      users.close();
      return Optional.empty();
    }
    Locks locks = new Locks(users, users, Optional.empty());
    Databases databases = Databases.of(admin.get(), secrets, settings);
    return Optional.of(new DataFolder(root, settings, databases, locks, Hold.none(admin.get())));
  }

  private static void createPrivately(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      Files.createDirectories(
          root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Optional<FileLock> tryLock(FileChannel file, boolean shared) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock(0, Long.MAX_VALUE, shared));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says to other processes that this one serves, and so will hold the folder for long.
  public void serving() throws IOException {
    Files.writeString(root.resolve("serving"), String.valueOf(ProcessHandle.current().pid()));
  }

  /// Says where this process answers, to commands that come beside it.
  public void serving(String url) throws IOException {
    Path next = root.resolve("serving.new");
    Files.writeString(next, ProcessHandle.current().pid() + "\n" + url);
    Files.move(
        next,
        root.resolve("serving"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Where the server that owns this folder answers; empty where this process owns it, or the owner
  /// is no server.
  /// - **Error** a server that is just starting: IOException
  public Optional<String> servedAt() throws IOException {
    Path serving = root.resolve("serving");
    if (ownership.isPresent() || !Files.exists(serving)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(serving);
    if (lines.size() < 2) {
      throw new IOException("the server of " + root + " is starting: try again in a moment");
    }
    return Optional.of(lines.get(1));
  }

  public Path root() {
    return root;
  }

  public Settings settings() {
    return settings;
  }

  public Databases databases() {
    return databases;
  }

  /// Whether the database is known to be away; what asks it now would wait for nothing.
  public boolean isDatabaseAway() {
    return hold.isAway();
  }

  /// Who is told, once, where another process has taken the external database over: whoever serves
  /// must stop then. Until somebody says so, it is logged.
  public void whenTakenOver(Consumer<String> told) {
    hold.whenTakenOver(told);
  }

  /// The administrator's address of the managed server; empty where the database is somebody
  /// else's.
  public Optional<DatabaseAddress> managedAddress() throws IOException {
    if (settings.external().isPresent()) {
      return Optional.empty();
    }
    Secrets secrets = Secrets.in(root);
    return ManagedPostgres.portOf(root.resolve("postgres"))
        .map(port -> Databases.managed(port, "postgres", secrets));
  }

  /// Each server that holds schemas of this installation, as somebody who reads all of them, the
  /// main one first.
  public Map<DatabaseAddress, List<String>> servers() throws IOException {
    return Databases.servers(hold.admin(), settings);
  }

  /// Lets the folder go; an owner of a managed database first waits for those attached, then stops
  /// it.
  @Override
  public void close() throws IOException {
    databases.close();
    if (ownership.isPresent()) {
      Files.deleteIfExists(root.resolve("serving"));
      try (FileLock _ = usersFile.lock()) {
        hold.close();
      } catch (OverlappingFileLockException e) {
        hold.close();
      }
    }
    ownerFile.close();
    usersFile.close();
    if (ownership.isPresent()) {
      OWNED.remove(root.toRealPath());
    }
  }
}
