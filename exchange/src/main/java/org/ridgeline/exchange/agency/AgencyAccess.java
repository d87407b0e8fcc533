package org.ridgeline.exchange.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom a token, a certificate or both let in as an agency: the one place where this is decided.
///
/// All that is shown must be one agency's. A certificate that is registered with nobody counts as
/// none; one that has ended, beside a token that is enough, too.
public final class AgencyAccess {
  private static final String HELD =
      "select "
          + AgencyRow.COLUMNS
          + ", disabled_at is not null, certificate_required,"
          + " coalesce(expires_at <= now(), false) from agency ";

  private final JdbcClient jdbc;

  public AgencyAccess(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// What became of a wish to come in.
  public sealed interface Entry {
    /// Let in.
    record Admitted(Agency agency) implements Entry {}

    /// Not let in, though something shown is or was an agency's.
    /// - **Shape** `holder` that agency; `other` whose the certificate is, where it is another's
    record Refused(Ori holder, Why why, Optional<Ori> other) implements Entry {}

    /// Nothing shown is or was an agency's.
    record Nobody() implements Entry {}
  }

  /// Why something that is an agency's does not let in.
  public enum Why {
    DISABLED("the access is disabled"),
    TOKEN_ENDED("the token has ended"),
    CERTIFICATE_ENDED("the certificate has ended"),
    TOKEN_MISSING("a token is required beside the certificate"),
    CERTIFICATE_MISSING("a certificate of the agency is required beside the token"),
    NOT_TOGETHER("token and certificate are not of one agency");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /// For the bearer; nothing of it is another's.
    public String words() {
      return words;
    }
  }

  /// One thing that was shown, with whose it is.
  private record Held(Agency agency, boolean isDisabled, boolean needsBoth, boolean hasEnded) {
    static Held of(ResultSet row, int number) throws SQLException {
      int next = AgencyRow.COLUMNS.split(",").length + 1;
      return new Held(
          AgencyRow.of(row, number),
          row.getBoolean(next),
          row.getBoolean(next + 1),
          row.getBoolean(next + 2));
    }
  }

  /// Decides anew, as things stand now.
  public Entry of(Credentials shown) {
    Optional<Held> token = shown.token().flatMap(this::ofToken);
    Optional<Held> certificate = shown.certificate().flatMap(this::ofCertificate);
    Optional<Held> known = token.or(() -> certificate);
    if (known.isEmpty()) {
      return new Entry.Nobody();
    }
    Ori holder = known.get().agency().ori();
    Optional<Ori> other =
        certificate.map(held -> held.agency().ori()).filter(ori -> !ori.equals(holder));
    boolean isAnothersToken = shown.token().isPresent() && token.isEmpty();
    if (other.isPresent() || isAnothersToken) {
      return new Entry.Refused(holder, Why.NOT_TOGETHER, other);
    }
    return why(token, certificate, known.get())
        .<Entry>map(why -> new Entry.Refused(holder, why, Optional.empty()))
        .orElseGet(() -> new Entry.Admitted(known.get().agency()));
  }

  private static Optional<Why> why(Optional<Held> token, Optional<Held> certificate, Held known) {
    if (known.isDisabled()) {
      return Optional.of(Why.DISABLED);
    }
    if (token.filter(Held::hasEnded).isPresent()) {
      return Optional.of(Why.TOKEN_ENDED);
    }
    if (token.isPresent() && !known.needsBoth()) {
      return Optional.empty();
    }
    if (certificate.isEmpty()) {
      return Optional.of(Why.CERTIFICATE_MISSING);
    }
    if (certificate.get().hasEnded()) {
      return Optional.of(Why.CERTIFICATE_ENDED);
    }
    return token.isEmpty() && known.needsBoth() ? Optional.of(Why.TOKEN_MISSING) : Optional.empty();
  }

  private Optional<Held> ofToken(String token) {
    return jdbc.sql(HELD + "join access_token on agency_ori = ori where token_sha256 = ?")
        .param(Token.sha256(token))
        .query(Held::of)
        .optional();
  }

  private Optional<Held> ofCertificate(String sha256) {
    return jdbc.sql(
            HELD + "join agency_certificate on agency_ori = ori where certificate_sha256 = ?")
        .param(HexFormat.of().parseHex(sha256))
        .query(Held::of)
        .optional();
  }
}
