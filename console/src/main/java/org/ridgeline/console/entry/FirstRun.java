package org.ridgeline.console.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;

/// How the first administrator comes in: there is no default password, but while nobody exists
/// every start makes a new one-time link, told to whoever started the server and kept, for its
/// owner only, in `DIR/first-run-link`. Only the link's SHA-256 is in the database.
public final class FirstRun {
  private final Path file;
  private final OperatorStore operators;
  private final Clock clock;
  private volatile Optional<String> link = Optional.empty();
  private volatile String base = "";

  /// - **Shape** `file` where the link is kept
  public FirstRun(Path file, OperatorStore operators, Clock clock) {
    this.file = file;
    this.operators = operators;
    this.clock = clock;
  }

  /// Makes the link where one is needed; `url` is where the console answers.
  public void offer(String url) throws IOException {
    base = url;
    Files.deleteIfExists(file);
    if (!operators.isEmpty()) {
      return;
    }
    String token = operators.invite(Duty.of(Role.ADMINISTRATOR), Optional.empty(), clock.instant());
    String made = linkOf(token);
    Path part =
        Files.createTempFile(
            file.getParent(),
            "first-run-link",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, made + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    link = Optional.of(made);
  }

  /// The link that a token is given away as: never built of what a request calls this server.
  String linkOf(String token) {
    return base + "/setup/" + token;
  }

  /// The link, while nobody has used it.
  public Optional<String> link() {
    return link;
  }

  /// Says that an administrator exists.
  public void done() throws IOException {
    link = Optional.empty();
    Files.deleteIfExists(file);
  }
}
