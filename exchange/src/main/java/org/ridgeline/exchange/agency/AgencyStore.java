package org.ridgeline.exchange.agency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.AgencyAccess.Entry;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL that finds agencies.
public final class AgencyStore {
  private final JdbcClient jdbc;
  private final AgencyAccess access;
  private final AgencyRegister register;
  private final SendingPermits permits;
  private final ServicePermits services;

  public AgencyStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    access = new AgencyAccess(dataSource);
    register = new AgencyRegister(dataSource);
    permits = new SendingPermits(dataSource);
    services = new ServicePermits(dataSource);
  }

  /// Adds an agency as whoever runs this program does; gives its token, shown this once.
  /// - **Error** it is there, or a callback that is no http or https address: RefusedAct
  public String add(Agency agency) {
    return register.add(agency, TokenLife.AT_ONCE, Administrator.local());
  }

  /// Lets an agency send under an ORI that is not its own, as whoever runs this program does.
  /// - **Error** another agency's ORI: RefusedAct
  public void permit(Ori agency, Ori sendsAs) {
    permits.permit(agency, sendsAs, Administrator.local());
  }

  /// Whether an agency may send under an ORI.
  public boolean mayName(Ori agency, String ori) {
    return permits.mayName(agency, ori);
  }

  /// What an agency may ask.
  public Set<Service> mayAsk(Ori agency) {
    return services.of(agency);
  }

  /// The agencies to which copies of its answers may go.
  public List<String> mayCopyTo(Ori agency) {
    return services.copies(agency);
  }

  /// The agency that this token alone lets in; none where it has ended, the agency is disabled, or
  /// needs a certificate as well.
  public Optional<Agency> ofToken(String token) {
    return access.of(Credentials.ofToken(token)) instanceof Entry.Admitted(Agency agency)
        ? Optional.of(agency)
        : Optional.empty();
  }

  /// The agency of an ORI, disabled or not.
  public Optional<Agency> ofOri(Ori ori) {
    return jdbc.sql("select " + AgencyRow.COLUMNS + " from agency where ori = ?")
        .param(ori.value())
        .query(AgencyRow::of)
        .optional();
  }

  /// All agencies by ORI, disabled ones among them.
  public List<Agency> all() {
    return jdbc.sql("select " + AgencyRow.COLUMNS + " from agency order by ori")
        .query(AgencyRow::of)
        .list();
  }

  /// The agencies that have access, by ORI.
  public List<Agency> enabled() {
    return jdbc.sql(
            "select " + AgencyRow.COLUMNS + " from agency where disabled_at is null order by ori")
        .query(AgencyRow::of)
        .list();
  }

  /// Whether an agency is there and has access.
  public boolean isEnabled(Ori ori) {
    return disabledAt(ori).isEmpty() && ofOri(ori).isPresent();
  }

  /// Since when an agency has no access.
  public Optional<Instant> disabledAt(Ori ori) {
    return jdbc.sql("select disabled_at from agency where ori = ? and disabled_at is not null")
        .param(ori.value())
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
