package org.ridgeline.exchange.agency;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of agencies.
public final class AgencyStore {
  private static final String COLUMNS =
      "ori, name, state, fips, county, second_answer, channel, callback_url";

  private final JdbcClient jdbc;

  public AgencyStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Adds an agency and gives its token, shown this once. Adding an ORI again replaces name, place,
  /// channel and token: how a lost token is replaced.
  /// - **Error** a callback that is no http or https address: IllegalArgumentException
  public String add(Agency agency) {
    agency.callback().filter(url -> !isHttp(url)).ifPresent(AgencyStore::noCallback);
    String token = Token.make();
    jdbc.sql(
            """
            insert into agency (ori, name, state, fips, county, second_answer, channel,
              callback_url, token_sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (ori) do update set name = excluded.name, state = excluded.state,
              fips = excluded.fips, county = excluded.county,
              second_answer = excluded.second_answer, channel = excluded.channel,
              callback_url = excluded.callback_url, token_sha256 = excluded.token_sha256
            """)
        .params(
            agency.ori().value(),
            agency.name(),
            agency.state(),
            agency.fips(),
            agency.county(),
            agency.secondAnswer(),
            agency.channel().name(),
            agency.callback().map(URI::toString).orElse(null),
            Token.sha256(token))
        .update();
    return token;
  }

  private static boolean isHttp(URI url) {
    return Set.of("http", "https").contains(String.valueOf(url.getScheme()))
        && url.getHost() != null;
  }

  private static void noCallback(URI url) {
    throw new IllegalArgumentException("callback=" + url + " expected http://HOST or https://HOST");
  }

  /// Refuses an ORI that an agency may not be let to send under: another agency's own.
  /// - **Error** such an ORI: IllegalArgumentException
  public void checkPermit(Ori agency, Ori sendsAs) {
    if (!agency.equals(sendsAs) && ofOri(sendsAs).isPresent()) {
      throw new IllegalArgumentException(
          "sends-as="
              + sendsAs.value()
              + " is another agency's ORI, expected one that is nobody's");
    }
  }

  /// Lets an agency send under an ORI that is not its own: its state bureau's, say. From then on it
  /// may name its own and those it was let to, and no other.
  /// - **Error** another agency's ORI: IllegalArgumentException
  public void permit(Ori agency, Ori sendsAs) {
    checkPermit(agency, sendsAs);
    jdbc.sql("insert into agency_sends_as (agency_ori, ori) values (?, ?) on conflict do nothing")
        .params(agency.value(), sendsAs.value())
        .update();
  }

  /// Whether an agency may send under an ORI: its own; one it was let to; where it was let to none,
  /// one that is no other agency's.
  public boolean mayName(Ori agency, String ori) {
    return jdbc.sql(
            """
            select case
              when :ori = :own then true
              when exists (select from agency_sends_as where agency_ori = :own)
                then exists (select from agency_sends_as where agency_ori = :own and ori = :ori)
              else not exists (select from agency where ori = :ori)
            end
            """)
        .param("ori", ori.toUpperCase(Locale.ROOT))
        .param("own", agency.value())
        .query(Boolean.class)
        .single();
  }

  /// The agency whose token this is.
  public Optional<Agency> ofToken(String token) {
    return jdbc.sql("select " + COLUMNS + " from agency where token_sha256 = ?")
        .param(Token.sha256(token))
        .query(AgencyStore::agency)
        .optional();
  }

  /// The agency of an ORI.
  public Optional<Agency> ofOri(Ori ori) {
    return jdbc.sql("select " + COLUMNS + " from agency where ori = ?")
        .param(ori.value())
        .query(AgencyStore::agency)
        .optional();
  }

  /// All agencies by ORI.
  public List<Agency> all() {
    return jdbc.sql("select " + COLUMNS + " from agency order by ori")
        .query(AgencyStore::agency)
        .list();
  }

  private static Agency agency(ResultSet row, int number) throws SQLException {
    return new Agency(
        new Ori(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getBoolean(6),
        Channel.valueOf(row.getString(7)),
        Optional.ofNullable(row.getString(8)).map(URI::create));
  }
}
