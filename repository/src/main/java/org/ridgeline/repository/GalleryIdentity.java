package org.ridgeline.repository;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose a gallery's files are: this database's, filled with this engine's signatures. Both are in
/// the owner that the files carry, so that files of another database or of other signatures, put
/// there by a restored backup, are never searched.
final class GalleryIdentity {
  private final JdbcClient jdbc;
  private final String engine;

  /// - **Shape** `engine`: digest of the signature network
  GalleryIdentity(DataSource dataSource, String engine) {
    jdbc = JdbcClient.create(dataSource);
    this.engine = engine;
  }

  /// The owner of files that may be searched.
  UUID owner() {
    return owner(engine);
  }

  /// The owner of files filled with signatures that are no longer made; empty where those made now
  /// are the ones used last.
  Optional<UUID> earlierOwner() {
    String last = jdbc.sql("select engine from gallery").query(String.class).single();
    return last.isEmpty() || last.equals(engine) ? Optional.empty() : Optional.of(owner(last));
  }

  /// Notes that files are from now on filled with this engine's signatures.
  void note() {
    jdbc.sql("update gallery set engine = ? where engine <> ?").params(engine, engine).update();
  }

  private UUID owner(String signatures) {
    UUID database = jdbc.sql("select owner from gallery").query(UUID.class).single();
    return UUID.nameUUIDFromBytes((database + " " + signatures).getBytes(StandardCharsets.UTF_8));
  }
}
