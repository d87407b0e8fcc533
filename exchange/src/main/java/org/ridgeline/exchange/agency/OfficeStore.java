package org.ridgeline.exchange.agency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of reviewing offices and what they cover.
public final class OfficeStore {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public OfficeStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /// Adds an office covering states ("CA") or counties ("06067"), and gives its token, shown this
  /// once. Leads that had no office and lie in its area become its own. Adding a name again adds
  /// areas and replaces the token.
  public String add(String name, List<String> areas) {
    for (String area : areas) {
      if (!area.matches("[A-Z]{2}|[0-9]{5}")) {
        throw new IllegalArgumentException(
            "covers \"" + area + "\" expected=a state of two letters or a county of five digits");
      }
    }
    if (name.isBlank() || areas.isEmpty()) {
      throw new IllegalArgumentException("name and at least one area expected");
    }
    String token = Token.make();
    transaction.executeWithoutResult(_ -> insert(name, areas, Token.sha256(token)));
    return token;
  }

  private void insert(String name, List<String> areas, byte[] tokenSha256) {
    UUID id =
        jdbc.sql(
                """
                insert into office (office_id, name, token_sha256) values (?, ?, ?)
                on conflict (name) do update set token_sha256 = excluded.token_sha256
                returning office_id
                """)
            .params(UUID.randomUUID(), name, tokenSha256)
            .query(UUID.class)
            .single();
    for (String area : areas) {
      jdbc.sql("insert into office_coverage values (?, ?) on conflict do nothing")
          .params(id, area)
          .update();
      jdbc.sql(
              """
              update uncovered_lead set office_id = :id where fips = :area or state = :area
              """)
          .param("id", id)
          .param("area", area)
          .update();
    }
  }

  /// The office whose token this is.
  public Optional<Office> ofToken(String token) {
    return jdbc.sql("select office_id, name from office where token_sha256 = ?")
        .param(Token.sha256(token))
        .query((row, _) -> new Office(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  /// The office that covers a place: the one that names the county before the one that names the
  /// state, the older before the younger.
  public Optional<Office> covering(String fips, String state) {
    return jdbc.sql(
            """
            select o.office_id, o.name from office o join office_coverage c using (office_id)
            where c.area in (:fips, :state)
            order by c.area = :fips desc, o.created_at, o.office_id limit 1
            """)
        .param("fips", fips)
        .param("state", state)
        .query((row, _) -> new Office(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  /// A reviewing office.
  public record Office(UUID officeId, String name) {}
}
