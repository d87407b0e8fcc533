package org.ridgeline.exchange.agency;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An agency as its row.
final class AgencyRow {
  static final String COLUMNS =
      "ori, name, state, fips, county, second_answer, channel, callback_url";

  private AgencyRow() {}

  /// The agency, held until the transaction ends.
  /// - **Error** there is none: RefusedAct
  static Agency held(JdbcClient jdbc, Ori ori) {
    return jdbc.sql("select " + COLUMNS + " from agency where ori = ? for update")
        .param(ori.value())
        .query(AgencyRow::of)
        .optional()
        .orElseThrow(() -> new RefusedAct(Why.NO_SUCH_AGENCY, ori.value()));
  }

  static Agency of(ResultSet row, int number) throws SQLException {
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
