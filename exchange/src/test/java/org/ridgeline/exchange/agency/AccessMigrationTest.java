package org.ridgeline.exchange.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What worked before access had a life works after.
class AccessMigrationTest {
  private static final String JAIL = "CA0340000";
  private static final String OTHER = "CA0190200";

  private static void fill(JdbcClient rows) {
    for (String ori : List.of(JAIL, OTHER)) {
      rows.sql(
              """
              insert into agency (ori, name, state, fips, token_sha256, channel)
              values (?, 'Jail', 'CA', '06067', ?, 'FETCH')
              """)
          .params(ori, Token.sha256("token of " + ori))
          .update();
    }
    rows.sql(
            """
            insert into office (office_id, name, token_sha256) values (gen_random_uuid(), 'O', ?)
            """)
        .param(Token.sha256("token of O"))
        .update();
    sent(rows, "R1", "CA0349999", "ANSWERED");
    sent(rows, "R2", JAIL, "ANSWERED");
    sent(rows, "R3", "TX1010000", "REFUSED");
    sent(rows, "R4", OTHER, "ANSWERED");
    rows.sql(
            """
            insert into answer (answer_id, control, source, tot, outcome, bytes)
            values (gen_random_uuid(), 'R1', 'exchange', 'ERRT', 'REFUSED', '')
            """)
        .update();
    rows.sql(
            """
            insert into delivery (answer_id, agency_ori, channel)
            select answer_id, ?, 'CALLBACK' from answer
            """)
        .param(JAIL)
        .update();
  }

  private static void sent(JdbcClient rows, String control, String ori, String state) {
    rows.sql(
            """
            insert into submission (control, ori, tcn, agency_ori, channel, sha256, bytes, state,
              received_at)
            values (?, ?, ?, ?, 'FETCH', '', '', ?, now())
            """)
        .params(control, ori, "T" + control, JAIL, state)
        .update();
  }

  @Test
  void tokensHoldAndEachMayGoOnAsItDid() {
    try (TestDatabase database = TestDatabase.create()) {
      LedgerSchema.migrate(database.of().ledger());
      DataSource exchange = database.of().exchange();
      Flyway.configure()
          .dataSource(exchange)
          .schemas(ExchangeSchema.NAME)
          .createSchemas(false)
          .locations("classpath:db/exchange")
          .target("9")
          .load()
          .migrate();
      JdbcClient rows = JdbcClient.create(exchange);
      fill(rows);
      ExchangeSchema.migrate(exchange);
      AgencyStore agencies = new AgencyStore(exchange);
      assertThat(agencies.ofToken("token of " + JAIL).orElseThrow().ori().value()).isEqualTo(JAIL);
      assertThat(new OfficeStore(exchange).ofToken("token of O")).isPresent();
      Ori jail = new Ori(JAIL);
      assertThat(agencies.mayName(jail, "CA0349999")).as("what it has sent under").isTrue();
      assertThat(agencies.mayName(jail, "TX1010000")).as("what was refused").isFalse();
      assertThat(agencies.mayName(jail, OTHER)).as("another agency's").isFalse();
      assertThat(agencies.mayName(new Ori(OTHER), JAIL)).isFalse();
      assertThat(rows.sql("select channel from delivery").query(String.class).single())
          .as("an open delivery goes as its agency is answered")
          .isEqualTo("FETCH");
    }
  }
}
