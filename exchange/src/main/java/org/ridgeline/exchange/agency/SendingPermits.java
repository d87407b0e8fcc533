package org.ridgeline.exchange.agency;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Under which ORIs an agency may send: its own, those it was let to, its state's bureaus'. Whether
/// an ORI is somebody's changes nothing in it, and a refusal does not tell.
///
/// While nothing is registered, neither a permit of the agency nor a bureau of its state, it may
/// name whatever is no agency's: a first booking works before anybody has thought of permits.
/// - **Error** not allowed: RefusedAct
public final class SendingPermits {
  private final JdbcClient jdbc;
  private final Trail trail;

  public SendingPermits(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// Whether an agency may send under an ORI.
  public boolean mayName(Ori agency, String ori) {
    return jdbc.sql(
            """
            select :ori = :own
              or exists (select from agency_sends_as where agency_ori = :own and ori = :ori)
              or exists (select from state_bureau b join agency a on a.state = b.state
                where a.ori = :own and b.ori = :ori)
              or not exists (select from agency where ori = :ori)
                and not exists (select from agency_sends_as where agency_ori = :own)
                and not exists (select from state_bureau b join agency a on a.state = b.state
                  where a.ori = :own)
            """)
        .param("ori", ori.toUpperCase(Locale.ROOT))
        .param("own", agency.value())
        .query(Boolean.class)
        .single();
  }

  /// Refuses an ORI that an agency may not be let to send under: another agency's own.
  public void check(Ori agency, Ori sendsAs) {
    if (!agency.equals(sendsAs) && exists(sendsAs)) {
      throw new RefusedAct(Why.PERMIT_OF_AGENCY, sendsAs.value());
    }
  }

  private boolean exists(Ori ori) {
    return jdbc.sql("select exists (select from agency where ori = ?)")
        .param(ori.value())
        .query(Boolean.class)
        .single();
  }

  /// Lets an agency send under an ORI that is nobody's own. Where it may already, nothing happens.
  public void permit(Ori agency, Ori sendsAs, Administrator by) {
    trail.together(() -> {
      if (!exists(agency)) {
        throw new RefusedAct(Why.NO_SUCH_AGENCY, agency.value());
      }
      check(agency, sendsAs);
      int made =
          jdbc.sql(
                  """
                  insert into agency_sends_as (agency_ori, ori) values (?, ?)
                  on conflict do nothing
                  """)
              .params(agency.value(), sendsAs.value())
              .update();
      if (made == 1) {
        record(by, Known.AGENCY_PERMIT, agency, sendsAs);
      }
    });
  }

  /// Takes a permit back: cards under that ORI are refused from now on.
  public void revokePermit(Ori agency, Ori sendsAs, Administrator by) {
    trail.together(() -> {
      int gone =
          jdbc.sql("delete from agency_sends_as where agency_ori = ? and ori = ?")
              .params(agency.value(), sendsAs.value())
              .update();
      if (gone == 0) {
        throw new RefusedAct(Why.NO_SUCH_PERMIT, agency.value(), sendsAs.value());
      }
      record(by, Known.AGENCY_REVOKE_PERMIT, agency, sendsAs);
    });
  }

  private void record(Administrator by, Known action, Ori agency, Ori sendsAs) {
    trail.administrator(
        by,
        action,
        Subject.Kind.AGENCY.of(agency.value()),
        Map.of("sends-as", Subject.Kind.AGENCY.text(sendsAs.value())));
  }

  /// Lets every agency of a state send under a bureau's ORI, with its own in 2.073.
  public void addBureau(String state, Ori bureau, Administrator by) {
    if (!state.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("state \"" + state + "\" expected=two letters A..Z");
    }
    trail.together(() -> {
      int made =
          jdbc.sql("insert into state_bureau (state, ori) values (?, ?) on conflict do nothing")
              .params(state, bureau.value())
              .update();
      if (made == 1) {
        record(by, Known.BUREAU_ADD, state, bureau);
      }
    });
  }

  /// Takes that back.
  public void removeBureau(String state, Ori bureau, Administrator by) {
    trail.together(() -> {
      int gone =
          jdbc.sql("delete from state_bureau where state = ? and ori = ?")
              .params(state, bureau.value())
              .update();
      if (gone == 0) {
        throw new RefusedAct(Why.NO_SUCH_BUREAU, bureau.value(), state);
      }
      record(by, Known.BUREAU_REMOVE, state, bureau);
    });
  }

  private void record(Administrator by, Known action, String state, Ori bureau) {
    trail.administrator(
        by,
        action,
        Subject.Kind.STATE.of(state),
        Map.of("bureau", Subject.Kind.AGENCY.text(bureau.value())));
  }

  /// The ORIs besides its own and its bureaus' under which an agency may send.
  public List<String> of(Ori agency) {
    return jdbc.sql("select ori from agency_sends_as where agency_ori = ? order by ori")
        .param(agency.value())
        .query(String.class)
        .list();
  }

  /// The bureaus of a state.
  public List<String> bureaus(String state) {
    return jdbc.sql("select ori from state_bureau where state = ? order by ori")
        .param(state)
        .query(String.class)
        .list();
  }

  /// The agencies that may send under an ORI that is not their own: whoever adds an agency of that
  /// ORI should know them. They go on as they did.
  public List<String> senders(Ori sendsAs) {
    return jdbc.sql(
            """
            select agency_ori from agency_sends_as where ori = :ori
            union
            select a.ori from agency a join state_bureau b on b.state = a.state
            where b.ori = :ori and a.ori <> :ori
            order by 1
            """)
        .param("ori", sendsAs.value())
        .query(String.class)
        .list();
  }
}
