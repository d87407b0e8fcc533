package org.ridgeline.exchange.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxMigrationTest {
  @Test
  void leadsThatCaseworkHasNotTakenBecomeFacts() {
    try (TestDatabase database = TestDatabase.create()) {
      var exchange = database.of().exchange();
      LedgerSchema.migrate(database.of().ledger());
      Flyway.configure()
          .dataSource(exchange)
          .schemas(ExchangeSchema.NAME)
          .createSchemas(false)
          .locations("classpath:db/exchange")
          .target("6")
          .load()
          .migrate();
      JdbcClient rows = JdbcClient.create(exchange);
      UUID later = lead(rows, "R3", "REVIEW", "2026-11-03", false);
      UUID earlier = lead(rows, "R1", "HIT", "2026-11-01", false);
      lead(rows, "R2", "HIT", "2026-11-02", true);

      ExchangeSchema.migrate(exchange);

      List<Recorded> facts = new Outbox(exchange).after(0, 10);
      assertThat(facts.stream().map(Recorded::event))
          .containsExactly(
              new Event.LeadMade(earlier, "R1", "06067", "CA", "HIT"),
              new Event.LeadMade(later, "R3", "06067", "CA", "REVIEW"));
      assertThat(facts.getFirst().occurredAt().toString()).startsWith("2026-11-01");
      LeadFeed feed = new LeadFeed(new Outbox(exchange), new LeadStore(exchange));
      assertThat(feed.lead((Event.LeadMade) facts.getFirst().event()).namesClaimed())
          .containsExactly("DOE,SAM");
    }
  }

  private static UUID lead(
      JdbcClient rows, String control, String decision, String day, boolean taken) {
    UUID id = UUID.randomUUID();
    rows.sql(
            """
            insert into submission (control, channel, sha256, bytes, state, received_at)
            values (?, 'FETCH', '', '', 'ANSWERED', now())
            """)
        .param(control)
        .update();
    rows.sql(
            """
            insert into lead (lead_id, control, tcn, fips, state, person_id, encounter_id, decision,
              names_claimed, names_known, created_at, taken_at)
            values (?, ?, 'T', '06067', 'CA', ?, ?, ?, '{"DOE,SAM"}', '{}',
              (? || ' 00:00:00+00')::timestamptz, case when ? then now() end)
            """)
        .params(id, control, UUID.randomUUID(), UUID.randomUUID(), decision, day, taken)
        .update();
    return id;
  }
}
