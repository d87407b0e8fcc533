package org.ridgeline.ledger.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.ridgeline.ledger.Anchor;
import org.ridgeline.ledger.BoundedCalls;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.Limits;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Has the newest checkpoint stamped, at most once in the time that is set, and keeps the stamp
/// once it is checked. Each checkpoint names the one before, so that a stamp is over all earlier
/// ones as well.
public final class StampClient implements Anchor, AutoCloseable {
  private static final int NONCE_BITS = 64;

  private final Optional<StampAuthority> authority;
  private final DataSource dataSource;
  private final StampFolder folder;
  private final StampRows rows;
  private final Clock clock;
  private final BoundedCalls calls;
  private final SecureRandom random = new SecureRandom();
  private volatile String trouble = "";

  /// - **Shape** `authority` empty where there is none; `dataSource` of the role that owns the
  ///   ledger; `ledger` its folder
  public StampClient(
      Optional<StampAuthority> authority, DataSource dataSource, Path ledger, Clock clock) {
    this(authority, dataSource, ledger, clock, Limits.STAMP_PATIENCE);
  }

  StampClient(
      Optional<StampAuthority> authority,
      DataSource dataSource,
      Path ledger,
      Clock clock,
      Duration patience) {
    this.authority = authority;
    this.dataSource = dataSource;
    folder = StampFolder.in(ledger);
    rows = new StampRows(JdbcClient.create(dataSource));
    this.clock = clock;
    calls = new BoundedCalls(patience, Limits.STAMP_BYTES_MAX);
  }

  @Override
  public String name() {
    return "time stamp authority";
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public boolean isDue() {
    return authority.isPresent() && due(authority.get()).isPresent();
  }

  private Optional<Checkpoint> due(StampAuthority from) {
    Optional<StampRows.Row> last = rows.last();
    if (last.filter(one -> one.keptAt().plus(from.every()).isAfter(clock.instant())).isPresent()) {
      return Optional.empty();
    }
    Optional<String> stamped = last.map(StampRows.Row::checkpoint);
    return Checkpoints.last(dataSource).filter(one -> !stamped.equals(Optional.of(one.digest())));
  }

  @Override
  public void send() {
    if (authority.isEmpty()) {
      return;
    }
    StampAuthority from = authority.get();
    Optional<Checkpoint> one = due(from);
    if (one.isEmpty()) {
      return;
    }
    try {
      rows.insert(
          one.get(), folder.has(one.get()) ? kept(one.get()) : asked(from, one.get()), now());
      trouble = "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | BadStamp e) {
      trouble = "the time stamp authority at " + from.url() + " did not stamp: " + e.getMessage();
      throw new IllegalStateException(trouble, e);
    }
  }

  private Instant now() {
    return clock.instant();
  }

  /// One whose row a stop in between, or an older database, lacks.
  private Stamp kept(Checkpoint one) throws IOException, BadStamp {
    try {
      return checked(Stamp.read(folder.read(folder.of(one).getFileName().toString())), one);
    } catch (BadStamp e) {
      throw new IOException(
          folder.of(one) + " is in the way: " + e.what() + "; keep it elsewhere and remove it", e);
    }
  }

  private Stamp asked(StampAuthority from, Checkpoint one)
      throws IOException, InterruptedException, BadStamp {
    TimeStampRequest request = request(from, one);
    byte[] answer =
        calls.answered(
            HttpRequest.newBuilder(from.url())
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(request.getEncoded()))
                .build());
    Stamp stamp = Stamp.read(answer);
    stamp.answers(request);
    checked(stamp, one);
    folder.keep(one, answer);
    return stamp;
  }

  private Stamp checked(Stamp stamp, Checkpoint one) throws BadStamp {
    stamp.check(authority.flatMap(StampAuthority::trusted));
    stamp.isOver(one);
    return stamp;
  }

  private TimeStampRequest request(StampAuthority from, Checkpoint one) {
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    from.policy().map(ASN1ObjectIdentifier::new).ifPresent(asking::setReqPolicy);
    return asking.generate(
        TSPAlgorithms.SHA256,
        HexFormat.of().parseHex(one.digest()),
        new BigInteger(NONCE_BITS, random));
  }

  @Override
  public void close() {
    calls.close();
  }
}
