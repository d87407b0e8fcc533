package org.ridgeline.exchange.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.RecipientKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of leads.
public final class LeadStore {
  private static final String SELECT =
      """
      select l.lead_id, l.control, l.tcn, l.fips, l.state, o.name, l.person_id, l.encounter_id,
        l.decision, l.names_claimed, l.names_known, l.created_at, l.received_at,
        l.acknowledged_at, l.acknowledged_by, s.finger_sequence
      from lead l left join lead_office o using (office_id)
        left join lead_order s on s.control = l.control
      """;

  private final JdbcClient jdbc;
  private final Trail trail;

  public LeadStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// Keeps a lead for an office; a submission's lead that is already there stands.
  public void add(Lead lead, Optional<UUID> officeId) {
    trail.together(() -> {
      if (keep(lead, officeId)) {
        Map<String, String> detail = about(lead);
        detail.put("decision", lead.decision().name());
        lead.office().ifPresent(office -> detail.put("office", office));
        trail.step(Known.LEAD_MAKE, Trail.submission(lead.control()), detail);
        trail.fact(
            new Event.LeadMade(
                lead.leadId(), lead.control(), lead.fips(), lead.state(), lead.decision().name()),
            lead.createdAt());
      }
    });
  }

  private static Map<String, String> about(Lead lead) {
    Map<String, String> about = new TreeMap<>();
    about.put("lead", Subject.Kind.LEAD.text(lead.leadId()));
    about.put("person", Subject.Kind.PERSON.text(lead.personId()));
    return about;
  }

  private boolean keep(Lead lead, Optional<UUID> officeId) {
    return jdbc.sql(
                """
                insert into lead (lead_id, control, tcn, fips, state, office_id, person_id,
                  encounter_id, decision, names_claimed, names_known, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (control) do nothing
                """)
            .params(
                lead.leadId(),
                lead.control(),
                lead.tcn(),
                lead.fips(),
                lead.state(),
                officeId.orElse(null),
                lead.personId(),
                lead.encounterId(),
                lead.decision().name(),
                lead.namesClaimed().toArray(String[]::new),
                lead.namesKnown().toArray(String[]::new),
                Timestamp.from(lead.createdAt()))
            .update()
        == 1;
  }

  /// An office's leads, oldest first; reading them is their receipt.
  public List<Lead> receive(UUID officeId) {
    return trail.together(() -> {
      List<UUID> first =
          jdbc.sql(
                  """
                  update lead set received_at = now()
                  where office_id = ? and received_at is null returning lead_id
                  """)
              .param(officeId)
              .query(UUID.class)
              .list();
      List<Lead> all = ofOffice(officeId);
      all.stream().filter(lead -> first.contains(lead.leadId())).forEach(this::told);
      return all;
    });
  }

  private void told(Lead lead) {
    trail.told(
        lead.control(),
        Disclosure.to(RecipientKind.OFFICE, lead.office().orElse("none"), "lead", "", about(lead)));
  }

  private List<Lead> ofOffice(UUID officeId) {
    return jdbc.sql(SELECT + " where l.office_id = ? order by l.created_at, l.lead_id")
        .param(officeId)
        .query(LeadStore::lead)
        .list();
  }

  /// Leads of all offices: those nobody has acknowledged first, each kind newest first.
  public List<Lead> inbox(int count) {
    return jdbc.sql(
            SELECT
                + " order by l.acknowledged_at is not null, l.created_at desc, l.lead_id limit ?")
        .param(count)
        .query(LeadStore::lead)
        .list();
  }

  /// How many leads nobody has acknowledged yet.
  public int open() {
    return jdbc.sql("select count(*) from lead where acknowledged_at is null")
        .query(Integer.class)
        .single();
  }

  /// The lead of a submission.
  public Optional<Lead> of(String control) {
    return jdbc.sql(SELECT + " where l.control = ?")
        .param(control)
        .query(LeadStore::lead)
        .optional();
  }

  /// Takes the names out of a submission's lead: nobody was identified, or it is not their concern.
  /// Gives how many leads had any.
  public int purge(String control) {
    return jdbc.sql(
            """
            update lead set names_claimed = '{}', names_known = '{}'
            where control = ? and (names_claimed <> '{}' or names_known <> '{}')
            """)
        .param(control)
        .update();
  }

  /// Notes who took a lead on, the first time; false where there is no such lead. An empty office
  /// stands for the console, which acts for all.
  public boolean acknowledge(UUID leadId, Optional<UUID> officeId, String by) {
    return trail.together(() -> {
      Optional<Lead> open = open(leadId);
      boolean known = noteAcknowledged(leadId, officeId, by);
      if (known) {
        open.ifPresent(lead ->
            trail.caller(
                by,
                officeId.isPresent() ? "OFFICE" : "OPERATOR",
                Known.LEAD_ACKNOWLEDGE,
                Trail.submission(lead.control()),
                about(lead)));
      }
      return known;
    });
  }

  /// A lead that nobody has acknowledged, held until the transaction ends.
  private Optional<Lead> open(UUID leadId) {
    return jdbc.sql(SELECT + " where l.lead_id = ? and l.acknowledged_at is null for update of l")
        .param(leadId)
        .query(LeadStore::lead)
        .optional();
  }

  private boolean noteAcknowledged(UUID leadId, Optional<UUID> officeId, String by) {
    return jdbc.sql(
                """
                update lead set acknowledged_at = coalesce(acknowledged_at, now()),
                  received_at = coalesce(received_at, now()),
                  acknowledged_by = coalesce(acknowledged_by, :by)
                where lead_id = :lead and (:office::uuid is null or office_id = :office::uuid)
                """)
            .param("by", by)
            .param("lead", leadId)
            .param("office", officeId.map(UUID::toString).orElse(null))
            .update()
        == 1;
  }

  private static Lead lead(ResultSet row, int number) throws SQLException {
    return new Lead(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        new Lead.Place(row.getString(4), row.getString(5), Optional.ofNullable(row.getString(6))),
        new Lead.Match(
            row.getObject(7, UUID.class),
            row.getObject(8, UUID.class),
            SearchDecision.valueOf(row.getString(9)),
            Optional.ofNullable(row.getString(16))
                .filter(name -> !name.equals(FingerSequence.AS_GIVEN.name()))),
        new Lead.Names(
            List.of((String[]) row.getArray(10).getArray()),
            List.of((String[]) row.getArray(11).getArray())),
        row.getTimestamp(12).toInstant(),
        new Lead.Receipt(
            Optional.ofNullable(row.getTimestamp(13)).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp(14)).map(Timestamp::toInstant),
            Optional.ofNullable(row.getString(15))));
  }
}
