package org.ridgeline.exchange.agency;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What each agency may ask, and to whom copies of its answers may go (2.007 SCO). A new agency may
/// book people and no more.
/// - **Error** not allowed: RefusedAct
public final class ServicePermits {
  private final JdbcClient jdbc;
  private final Trail trail;

  public ServicePermits(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// What an agency may ask.
  public Set<Service> of(Ori agency) {
    Set<Service> services = EnumSet.noneOf(Service.class);
    jdbc.sql("select service from agency_service where agency_ori = ?")
        .param(agency.value())
        .query(String.class)
        .list()
        .forEach(key -> services.add(Service.ofKey(key)));
    return services;
  }

  /// Lets an agency ask for a service. Where it may already, nothing happens.
  public void permit(Ori agency, Service service, Administrator by) {
    trail.together(() -> {
      AgencyRow.held(jdbc, agency);
      int made =
          jdbc.sql(
                  """
                  insert into agency_service (agency_ori, service) values (?, ?)
                  on conflict do nothing
                  """)
              .params(agency.value(), service.key())
              .update();
      if (made == 1) {
        record(by, Known.AGENCY_PERMIT_SERVICE, agency, Map.of("service", service.key()));
      }
    });
  }

  /// Takes that back: what it sends of that kind from now on is refused.
  public void revoke(Ori agency, Service service, Administrator by) {
    trail.together(() -> {
      AgencyRow.held(jdbc, agency);
      int gone =
          jdbc.sql("delete from agency_service where agency_ori = ? and service = ?")
              .params(agency.value(), service.key())
              .update();
      if (gone == 0) {
        throw new RefusedAct(Why.NO_SUCH_SERVICE, agency.value(), service.key());
      }
      record(by, Known.AGENCY_REVOKE_SERVICE, agency, Map.of("service", service.key()));
    });
  }

  /// The agencies to which copies of an agency's answers may go, by ORI.
  public List<String> copies(Ori agency) {
    return jdbc.sql("select to_ori from agency_copy where agency_ori = ? order by to_ori")
        .param(agency.value())
        .query(String.class)
        .list();
  }

  /// Lets copies of an agency's answers go to another where its cards ask for them.
  public void permitCopy(Ori agency, Ori to, Administrator by) {
    trail.together(() -> {
      AgencyRow.held(jdbc, agency);
      AgencyRow.held(jdbc, to);
      if (agency.equals(to)) {
        throw new RefusedAct(Why.COPY_TO_ITSELF, agency.value());
      }
      int made =
          jdbc.sql(
                  """
                  insert into agency_copy (agency_ori, to_ori) values (?, ?)
                  on conflict do nothing
                  """)
              .params(agency.value(), to.value())
              .update();
      if (made == 1) {
        record(by, Known.AGENCY_PERMIT_COPY, agency, to(to));
      }
    });
  }

  /// Takes that back: answers made from now on go there no more.
  public void revokeCopy(Ori agency, Ori to, Administrator by) {
    trail.together(() -> {
      int gone =
          jdbc.sql("delete from agency_copy where agency_ori = ? and to_ori = ?")
              .params(agency.value(), to.value())
              .update();
      if (gone == 0) {
        throw new RefusedAct(Why.NO_SUCH_COPY, agency.value(), to.value());
      }
      record(by, Known.AGENCY_REVOKE_COPY, agency, to(to));
    });
  }

  private static Map<String, String> to(Ori ori) {
    return Map.of("to", Subject.Kind.AGENCY.text(ori.value()));
  }

  private void record(Administrator by, Known action, Ori agency, Map<String, String> detail) {
    trail.administrator(by, action, Subject.Kind.AGENCY.of(agency.value()), detail);
  }
}
