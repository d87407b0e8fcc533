package org.ridgeline.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings checkpoints to a witness and keeps what it signs.
public final class WitnessClient implements Anchor, AutoCloseable {
  private final Optional<URI> witness;
  private final DataSource dataSource;
  private final Path file;
  private final BoundedCalls http;
  private volatile String trouble = "";

  /// - **Shape** `witness` its URL, empty where there is none; `dataSource` of the role that owns
  ///   the ledger; `folder` of the ledger
  public WitnessClient(Optional<URI> witness, DataSource dataSource, Path folder) {
    this.witness = witness;
    this.dataSource = dataSource;
    file = folder.resolve(Witnessed.FILE);
    http = new BoundedCalls(Limits.WITNESS_PATIENCE, Limits.WITNESS_BYTES_MAX);
  }

  @Override
  public String name() {
    return "witness";
  }

  /// Why the witness did not sign the last time; empty where it did.
  @Override
  public String trouble() {
    return trouble;
  }

  /// Whether the newest checkpoint is to be brought to the witness.
  @Override
  public boolean isDue() {
    return witness.isPresent() && due().isPresent();
  }

  private Optional<Checkpoint> due() {
    List<String> lines = lines();
    Optional<String> digest =
        lines.isEmpty()
            ? Optional.empty()
            : Witnessed.ofLine(lines.getLast()).map(Witnessed::digest);
    return CheckpointRows.last(JdbcClient.create(dataSource))
        .filter(one -> one.more().isPresent() && !digest.equals(Optional.of(one.digest())));
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /// Brings the newest checkpoint to the witness.
  /// - **Error** it cannot be reached, or does not sign: IllegalStateException that says why
  @Override
  public void send() {
    Optional<Checkpoint> one = due();
    if (one.isEmpty()) {
      return;
    }
    try {
      Optional<Checkpoint> last = Checkpoint.ofLine(asked());
      String signed = signed(String.join("\n", message(one.get(), last)));
      if (Witnessed.ofLine(signed).filter(w -> w.digest().equals(one.get().digest())).isEmpty()) {
        throw new IOException("it answered \"" + signed + "\"");
      }
      Files.writeString(
          file,
          signed.strip() + "\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      trouble = "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | SQLException e) {
      trouble = "the witness at " + witness.orElseThrow() + " did not sign: " + e.getMessage();
      throw new IllegalStateException(trouble, e);
    }
  }

  private List<String> message(Checkpoint one, Optional<Checkpoint> last) throws SQLException {
    List<String> lines = new ArrayList<>();
    lines.add(Witness.CHECKPOINT + one.line());
    Proofs proofs = new Proofs(dataSource);
    if (last.filter(l -> l.era() == one.era() && l.number() < one.number()).isPresent()) {
      proofs
          .consistency(last.get().number(), one.number())
          .forEach(step -> lines.add(Witness.STEP + step));
    }
    proofs.keys().keys().forEach(key -> lines.add(Witness.KEY + key.line()));
    return lines;
  }

  /// The last checkpoint the witness signed, as a line; empty where there is none.
  private String asked() throws IOException, InterruptedException {
    return answered(request("last").GET().build());
  }

  private String signed(String message) throws IOException, InterruptedException {
    return answered(
        request("checkpoint").POST(HttpRequest.BodyPublishers.ofString(message)).build());
  }

  private HttpRequest.Builder request(String what) {
    String base = witness.orElseThrow().toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + "/" + what));
  }

  private String answered(HttpRequest request) throws IOException, InterruptedException {
    return new String(http.answered(request), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
