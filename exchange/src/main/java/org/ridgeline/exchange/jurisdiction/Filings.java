package org.ridgeline.exchange.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.vocabulary.Fips;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is filed of a jurisdiction: by what it takes part, and what the public was told. Nothing
/// filed is changed; what is filed later counts.
public final class Filings {
  private static final String BASIS =
      "select kind, status, title, document_sha256, effective_from, effective_to"
          + " from legal_basis where fips = ? ";

  private final JdbcClient jdbc;
  private final ChangeLog log;
  private final Trail trail;

  public Filings(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    log = new ChangeLog(dataSource);
    trail = new Trail(dataSource);
  }

  /// Files a legal basis.
  /// - **Error** no such jurisdiction, a reason beyond its limit: IllegalArgumentException
  public void file(Fips fips, LegalBasis basis, String reason, Administrator by) {
    String why = RegisterText.reason(reason);
    trail.together(() -> {
      log.held(fips);
      jdbc.sql(
              """
              insert into legal_basis (fips, kind, status, title, document_sha256, effective_from,
                effective_to, filed_by, filed_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, now())
              """)
          .params(
              fips.value(),
              basis.kind().name(),
              basis.status().name(),
              basis.title(),
              HexFormat.of().parseHex(basis.documentSha256()),
              basis.from(),
              basis.to().orElse(null),
              by.name())
          .update();
      Map<String, String> detail = new TreeMap<>();
      detail.put("kind", basis.kind().name());
      detail.put("status", basis.status().name());
      detail.put("sha256", basis.documentSha256());
      detail.put("day", basis.from().toString());
      basis.to().ifPresent(end -> detail.put("until", end.toString()));
      detail.put("reason", why);
      String what =
          "legal basis: "
              + basis.kind().name().toLowerCase(Locale.ROOT)
              + ", "
              + basis.status().name().toLowerCase(Locale.ROOT)
              + ", from "
              + basis.from()
              + basis.to().map(end -> " to " + end).orElse("")
              + ": "
              + basis.title();
      log.say(RegisterAction.JURISDICTION_BASIS, new ChangeLog.Line(fips, what, why), detail, by);
    });
  }

  /// Records a notice.
  /// - **Error** no such jurisdiction: IllegalArgumentException
  public void publish(Fips fips, PublicNotice notice, Administrator by) {
    trail.together(() -> {
      log.held(fips);
      jdbc.sql(
              """
              insert into public_notice (fips, words, published_on, recorded_by, recorded_at)
              values (?, ?, ?, ?, now())
              """)
          .params(fips.value(), notice.words(), notice.publishedOn(), by.name())
          .update();
      log.say(
          RegisterAction.JURISDICTION_NOTICE,
          new ChangeLog.Line(fips, "public notice of " + notice.publishedOn(), notice.words()),
          Map.of("day", notice.publishedOn().toString()),
          by);
    });
  }

  /// The basis that was filed last.
  public Optional<LegalBasis> basis(Fips fips) {
    return jdbc.sql(BASIS + "order by basis_id desc limit 1")
        .param(fips.value())
        .query(Filings::basis)
        .optional();
  }

  /// The basis in force on a day: of several the one filed last.
  public Optional<LegalBasis> basis(Fips fips, LocalDate day) {
    return jdbc.sql(
            BASIS
                + "and effective_from <= ? and (effective_to is null or effective_to > ?)"
                + " order by basis_id desc limit 1")
        .params(fips.value(), day, day)
        .query(Filings::basis)
        .optional();
  }

  private static LegalBasis basis(ResultSet row, int number) throws SQLException {
    return new LegalBasis(
        BasisKind.valueOf(row.getString(1)),
        BasisStatus.valueOf(row.getString(2)),
        row.getString(3),
        HexFormat.of().formatHex(row.getBytes(4)),
        row.getObject(5, LocalDate.class),
        Optional.ofNullable(row.getObject(6, LocalDate.class)));
  }

  /// The last notice that was published by a day.
  public Optional<PublicNotice> notice(Fips fips, LocalDate day) {
    return notices(fips).stream().filter(n -> !n.publishedOn().isAfter(day)).findFirst();
  }

  /// All notices, the last one recorded first.
  public List<PublicNotice> notices(Fips fips) {
    return jdbc.sql(
            """
            select words, published_on from public_notice where fips = ? order by notice_id desc
            """)
        .param(fips.value())
        .query((row, _) -> new PublicNotice(row.getString(1), row.getObject(2, LocalDate.class)))
        .list();
  }
}
