package org.ridgeline.exchange.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which certificates are whose: each act is in the ledger with who and from where, or nothing
/// happens.
/// - **Error** not allowed: RefusedAct
public final class CertificateRegister {
  private static final String COLUMNS =
      "encode(certificate_sha256, 'hex'), subject, added_at, expires_at, expires_at <= now()";

  private final JdbcClient jdbc;
  private final Trail trail;

  public CertificateRegister(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// A certificate as it is registered.
  public record Line(
      String sha256, String subject, Instant addedAt, Instant expiresAt, boolean hasEnded) {
    private static Line of(ResultSet row, int number) throws SQLException {
      return new Line(
          row.getString(1),
          row.getString(2),
          row.getTimestamp(3).toInstant(),
          row.getTimestamp(4).toInstant(),
          row.getBoolean(5));
    }
  }

  /// Registers a certificate; gives its end: the one given, the certificate's own at the latest.
  /// - **Limit** [Limits#CERTIFICATES_MAX] of an agency, [Limits#ACCESS_LIFE_MAX] for a given end
  public Instant add(
      Ori ori, ClientCertificate certificate, Optional<Instant> expires, Administrator by) {
    Instant end = end(certificate, expires);
    return trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      checkFree(ori, certificate);
      // Two agencies at once: the table lets one of them in.
      boolean isNew = insert(ori, certificate, end);
      if (!isNew) {
        throw taken(certificate);
      }
      trail.administrator(
          by,
          Known.AGENCY_ADD_CERTIFICATE,
          subject(ori),
          Map.of(
              "certificate", certificate.sha256(),
              "subject", certificate.subject(),
              "expires", end.toString()));
      return end;
    });
  }

  private static Instant end(ClientCertificate certificate, Optional<Instant> expires) {
    Instant now = Instant.now();
    if (!certificate.ends().isAfter(now)) {
      throw new RefusedAct(Why.CERTIFICATE_ENDED, certificate.ends());
    }
    if (expires
        .filter(at -> at.isBefore(now) || at.isAfter(now.plus(Limits.ACCESS_LIFE_MAX)))
        .isPresent()) {
      throw new RefusedAct(Why.CERTIFICATE_EXPIRY, expires.get());
    }
    return expires.filter(at -> at.isBefore(certificate.ends())).orElse(certificate.ends());
  }

  private void checkFree(Ori ori, ClientCertificate certificate) {
    if (holder(certificate.sha256()).isPresent()) {
      throw taken(certificate);
    }
    if (of(ori).size() >= Limits.CERTIFICATES_MAX) {
      throw new RefusedAct(Why.CERTIFICATES_FULL, ori.value(), Limits.CERTIFICATES_MAX);
    }
  }

  private RefusedAct taken(ClientCertificate certificate) {
    return new RefusedAct(
        Why.CERTIFICATE_TAKEN, certificate.sha256(), holder(certificate.sha256()).orElse("?"));
  }

  private boolean insert(Ori ori, ClientCertificate certificate, Instant end) {
    return jdbc.sql(
                """
                insert into agency_certificate (certificate_sha256, agency_ori, subject, expires_at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                bytes(certificate.sha256()),
                ori.value(),
                certificate.subject(),
                Timestamp.from(end))
            .update()
        == 1;
  }

  /// Takes a certificate out: from the next request on it is nobody's.
  public void remove(Ori ori, String sha256, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    String digits = ClientCertificate.digits(sha256);
    trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      int removed =
          jdbc.sql("delete from agency_certificate where certificate_sha256 = ? and agency_ori = ?")
              .params(bytes(digits), ori.value())
              .update();
      if (removed == 0) {
        throw new RefusedAct(Why.NO_SUCH_CERTIFICATE, digits, ori.value());
      }
      trail.administrator(
          by,
          Known.AGENCY_REMOVE_CERTIFICATE,
          subject(ori),
          Map.of("certificate", digits, "reason", why));
    });
  }

  /// Whether an agency's calls need a token and a certificate, both, or one of them is enough.
  /// Nothing happens where it is so.
  /// - **Error** no certificate of it holds: RefusedAct, since nothing would let it in
  public void require(Ori ori, boolean isRequired, Administrator by) {
    trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      if (isRequired && of(ori).stream().allMatch(Line::hasEnded)) {
        throw new RefusedAct(Why.NO_CERTIFICATE, ori.value());
      }
      int changed =
          jdbc.sql(
                  """
                  update agency set certificate_required = :required
                  where ori = :ori and certificate_required <> :required
                  """)
              .param("required", isRequired)
              .param("ori", ori.value())
              .update();
      if (changed == 1) {
        trail.administrator(
            by,
            Known.AGENCY_REQUIRE_CERTIFICATE,
            subject(ori),
            Map.of("required", String.valueOf(isRequired)));
      }
    });
  }

  /// Whether an agency's calls need both.
  public boolean isRequired(Ori ori) {
    return jdbc.sql("select exists (select from agency where ori = ? and certificate_required)")
        .param(ori.value())
        .query(Boolean.class)
        .single();
  }

  /// An agency's certificates, newest first, those among them that have ended.
  public List<Line> of(Ori ori) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from agency_certificate where agency_ori = ?"
                + " order by added_at desc, certificate_sha256")
        .param(ori.value())
        .query(Line::of)
        .list();
  }

  private Optional<String> holder(String sha256) {
    return jdbc.sql("select agency_ori from agency_certificate where certificate_sha256 = ?")
        .param(bytes(sha256))
        .query(String.class)
        .optional();
  }

  private static byte[] bytes(String sha256) {
    return HexFormat.of().parseHex(sha256);
  }

  private static Subject subject(Ori ori) {
    return Subject.Kind.AGENCY.of(ori.value());
  }
}
