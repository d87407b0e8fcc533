package org.ridgeline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.ExchangeRoom.NOW;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.agency.AccessTokens;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.CertificateRegister;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.ClientCertificate;
import org.ridgeline.exchange.agency.OfficeRegister;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.exchange.agency.TokenLife;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorRegister;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;

/// Who has access, who changed it, and what is left of it.
class AccessLifeTest {
  private static final Administrator ANN = new Administrator("ann", "192.0.2.7");
  private static final Ori JAIL = new Ori("AZ0070000");
  private static final Ori BUREAU = new Ori("AZ0079999");
  private static final String OFFICE = "Desert office";
  private static final Duty EXAMINER = Duty.of(Role.EXAMINER);
  private static final Duty ADMINISTRATOR = Duty.of(Role.ADMINISTRATOR);

  private ExchangeRoom room;
  private AgencyRegister agencies;
  private AgencyStore found;
  private OfficeRegister offices;
  private OfficeStore foundOffices;
  private SendingPermits permits;
  private ServicePermits services;
  private CertificateRegister certificates;
  private OperatorRegister register;
  private OperatorStore operators;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    agencies = new AgencyRegister(room.source());
    found = new AgencyStore(room.source());
    offices = new OfficeRegister(room.source());
    foundOffices = new OfficeStore(room.source());
    certificates = new CertificateRegister(room.source());
    permits = new SendingPermits(room.source());
    services = new ServicePermits(room.source());
    register = new OperatorRegister(room.source());
    operators = new OperatorStore(room.source());
    operators.add("ann", "hash", ADMINISTRATOR, NOW);
    operators.add("bob", "hash", EXAMINER, NOW);
  }

  private static Agency jail(Channel channel) {
    return new Agency(JAIL, "Jail", "AZ", "04013", "", false, channel, Optional.empty());
  }

  private static OfficeRegister.Entry office(String... areas) {
    return new OfficeRegister.Entry(OFFICE, List.of(areas));
  }

  /// An act and what the ledger must say of it.
  private record Row(Known action, Runnable act) {}

  /// Every act that changes who has access, in an order in which each is allowed.
  private Map<String, Row> acts() {
    Map<String, Row> acts = new LinkedHashMap<>();
    acts.put(
        "AgencyRegister.add",
        new Row(Known.AGENCY_ADD, () -> agencies.add(jail(Channel.FETCH), TokenLife.AT_ONCE, ANN)));
    acts.put(
        "AgencyRegister.change",
        new Row(Known.AGENCY_CHANGE, () -> agencies.change(jail(Channel.FOLDER), ANN)));
    acts.put(
        "AgencyRegister.rotateToken",
        new Row(
            Known.AGENCY_ROTATE_TOKEN, () -> agencies.rotateToken(JAIL, TokenLife.AT_ONCE, ANN)));
    acts.put(
        "AgencyRegister.endTokens",
        new Row(Known.AGENCY_END_TOKENS, () -> agencies.endTokens(JAIL, "stolen", ANN)));
    certificateActs(acts);
    acts.put(
        "AgencyRegister.disable",
        new Row(Known.AGENCY_DISABLE, () -> agencies.disable(JAIL, "left", ANN)));
    acts.put(
        "AgencyRegister.enable", new Row(Known.AGENCY_ENABLE, () -> agencies.enable(JAIL, ANN)));
    acts.put(
        "SendingPermits.permit",
        new Row(Known.AGENCY_PERMIT, () -> permits.permit(JAIL, BUREAU, ANN)));
    acts.put(
        "SendingPermits.revokePermit",
        new Row(Known.AGENCY_REVOKE_PERMIT, () -> permits.revokePermit(JAIL, BUREAU, ANN)));
    acts.put(
        "SendingPermits.addBureau",
        new Row(Known.BUREAU_ADD, () -> permits.addBureau("AZ", BUREAU, ANN)));
    acts.put(
        "SendingPermits.removeBureau",
        new Row(Known.BUREAU_REMOVE, () -> permits.removeBureau("AZ", BUREAU, ANN)));
    serviceActs(acts);
    acts.put(
        "AgencyRegister.remove",
        new Row(Known.AGENCY_REMOVE, () -> agencies.remove(JAIL, "a mistake", ANN)));
    officeActs(acts);
    operatorActs(acts);
    return acts;
  }

  private void serviceActs(Map<String, Row> acts) {
    Ori to = new Ori(ExchangeRoom.ORI);
    acts.put(
        "ServicePermits.permit",
        new Row(Known.AGENCY_PERMIT_SERVICE, () -> services.permit(JAIL, Service.RAPID, ANN)));
    acts.put(
        "ServicePermits.revoke",
        new Row(Known.AGENCY_REVOKE_SERVICE, () -> services.revoke(JAIL, Service.RAPID, ANN)));
    acts.put(
        "ServicePermits.permitCopy",
        new Row(Known.AGENCY_PERMIT_COPY, () -> services.permitCopy(JAIL, to, ANN)));
    acts.put(
        "ServicePermits.revokeCopy",
        new Row(Known.AGENCY_REVOKE_COPY, () -> services.revokeCopy(JAIL, to, ANN)));
  }

  private void certificateActs(Map<String, Row> acts) {
    Instant end = Instant.now().plus(Duration.ofDays(1));
    var certificate = new ClientCertificate("ab".repeat(32), "CN=Jail", end);
    acts.put(
        "CertificateRegister.add",
        new Row(
            Known.AGENCY_ADD_CERTIFICATE,
            () -> certificates.add(JAIL, certificate, Optional.empty(), ANN)));
    acts.put(
        "CertificateRegister.require",
        new Row(Known.AGENCY_REQUIRE_CERTIFICATE, () -> certificates.require(JAIL, true, ANN)));
    acts.put(
        "CertificateRegister.remove",
        new Row(
            Known.AGENCY_REMOVE_CERTIFICATE,
            () -> certificates.remove(JAIL, certificate.sha256(), "lost", ANN)));
  }

  private void officeActs(Map<String, Row> acts) {
    acts.put(
        "OfficeRegister.add",
        new Row(Known.OFFICE_ADD, () -> offices.add(office("AZ"), TokenLife.AT_ONCE, ANN)));
    acts.put(
        "OfficeRegister.change",
        new Row(Known.OFFICE_CHANGE, () -> offices.change(OFFICE, office("AZ", "NV"), ANN)));
    acts.put(
        "OfficeRegister.rotateToken",
        new Row(
            Known.OFFICE_ROTATE_TOKEN, () -> offices.rotateToken(OFFICE, TokenLife.AT_ONCE, ANN)));
    acts.put(
        "OfficeRegister.endTokens",
        new Row(Known.OFFICE_END_TOKENS, () -> offices.endTokens(OFFICE, "stolen", ANN)));
    acts.put(
        "OfficeRegister.disable",
        new Row(Known.OFFICE_DISABLE, () -> offices.disable(OFFICE, "moved", ANN)));
    acts.put(
        "OfficeRegister.enable", new Row(Known.OFFICE_ENABLE, () -> offices.enable(OFFICE, ANN)));
    acts.put(
        "OfficeRegister.remove",
        new Row(Known.OFFICE_REMOVE, () -> offices.remove(OFFICE, "a mistake", ANN)));
  }

  private void operatorActs(Map<String, Row> acts) {
    Duty officer = Duty.of(Role.OFFICER);
    Instant end = Instant.now().plus(Duration.ofDays(1));
    acts.put(
        "OperatorStore.invite",
        new Row(Known.OPERATOR_INVITE, () -> operators.invite(EXAMINER, ANN, NOW)));
    acts.put(
        "OperatorStore.release",
        new Row(Known.OPERATOR_RELEASE, () -> operators.release("bob", ANN)));
    acts.put(
        "OperatorRegister.changeRole",
        new Row(Known.OPERATOR_CHANGE_ROLE, () -> register.changeRole("bob", officer, ANN)));
    acts.put(
        "OperatorRegister.expire",
        new Row(Known.OPERATOR_EXPIRE, () -> register.expire("bob", Optional.of(end), ANN)));
    acts.put(
        "OperatorRegister.disable",
        new Row(Known.OPERATOR_DISABLE, () -> register.disable("bob", "left", ANN)));
    acts.put(
        "OperatorRegister.enable",
        new Row(Known.OPERATOR_ENABLE, () -> register.enable("bob", ANN)));
    acts.put(
        "OperatorRegister.reset",
        new Row(Known.OPERATOR_RESET, () -> register.reset("bob", ANN, NOW)));
    acts.put(
        "OperatorRegister.remove",
        new Row(Known.OPERATOR_REMOVE, () -> register.remove("bob", "left", ANN)));
  }

  /// What the ledger has got of acts, newest last; digests of rows are no acts.
  private List<String> entries() {
    return room.entries().stream()
        .map(chained -> chained.entry())
        .filter(entry -> entry.action() != Known.RECORD_KEEP)
        .map(e -> e.action() + " " + e.actor() + " " + e.detail().getOrDefault("from", ""))
        .toList();
  }

  @Test
  void everyActIsInTheLedgerWithWhoAndFromWhere() {
    acts()
        .forEach((name, row) -> {
          int before = entries().size();
          row.act().run();
          List<String> came = entries().subList(before, entries().size());
          assertThat(came).as(name).containsExactly(row.action().key() + " ann 192.0.2.7");
        });
  }

  @Test
  void noActIsForgotten() {
    Set<String> written = new TreeSet<>();
    for (Class<?> one :
        List.of(
            AgencyRegister.class,
            OfficeRegister.class,
            SendingPermits.class,
            ServicePermits.class,
            CertificateRegister.class,
            OperatorRegister.class,
            OperatorStore.class)) {
      for (Method method : one.getDeclaredMethods()) {
        boolean isAct = Arrays.asList(method.getParameterTypes()).contains(Administrator.class);
        if (isAct && Modifier.isPublic(method.getModifiers())) {
          written.add(one.getSimpleName() + "." + method.getName());
        }
      }
    }
    assertThat(acts().keySet()).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void whatIsRefusedLeavesNothing() {
    String token = agencies.add(jail(Channel.FETCH), TokenLife.AT_ONCE, ANN);
    List<String> before = entries();
    assertRefused(
        Why.AGENCY_EXISTS, () -> agencies.add(jail(Channel.FOLDER), TokenLife.AT_ONCE, ANN));
    assertRefused(Why.NO_SUCH_AGENCY, () -> agencies.enable(BUREAU, ANN));
    assertRefused(Why.ACT_REASON, () -> agencies.disable(JAIL, " ", ANN));
    assertRefused(Why.ACT_REASON, () -> agencies.disable(JAIL, "x".repeat(501), ANN));
    assertRefused(Why.NO_SUCH_PERMIT, () -> permits.revokePermit(JAIL, BUREAU, ANN));
    assertRefused(Why.NO_SUCH_SERVICE, () -> services.revoke(JAIL, Service.RAPID, ANN));
    assertRefused(Why.NO_SUCH_COPY, () -> services.revokeCopy(JAIL, BUREAU, ANN));
    assertRefused(Why.COPY_TO_ITSELF, () -> services.permitCopy(JAIL, JAIL, ANN));
    assertRefused(Why.NO_SUCH_AGENCY, () -> services.permitCopy(JAIL, BUREAU, ANN));
    assertRefused(Why.NO_SUCH_BUREAU, () -> permits.removeBureau("AZ", BUREAU, ANN));
    assertRefused(Why.NO_SUCH_OFFICE, () -> offices.enable(OFFICE, ANN));
    assertRefused(Why.OFFICE_ENTRY, () -> office("California"));
    assertRefused(Why.TOKEN_OVERLAP, () -> new TokenLife(Duration.ofDays(31), Optional.empty()));
    assertRefused(Why.TOKEN_EXPIRY, () -> new TokenLife(Duration.ZERO, Optional.of(Instant.EPOCH)));
    assertRefused(Why.NO_SUCH_OPERATOR, () -> register.enable("nobody", ANN));
    assertThat(entries()).isEqualTo(before);
    assertThat(found.ofToken(token)).contains(jail(Channel.FETCH));
  }

  private static void assertRefused(Why why, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedAct.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  private void yesterday() {
    room.rows()
        .sql(
            """
            update access_token set made_at = made_at - interval '1 day',
              expires_at = expires_at - interval '1 day'
            """)
        .update();
  }

  @Test
  void aRotatedTokenHoldsForItsOverlapAndIsRefusedAfterwards() {
    String first = agencies.add(jail(Channel.FETCH), TokenLife.AT_ONCE, ANN);
    TokenLife day = new TokenLife(Duration.ofHours(23), Optional.empty());
    String second = agencies.rotateToken(JAIL, day, ANN);
    assertThat(found.ofToken(first)).isPresent();
    assertThat(found.ofToken(second)).isPresent();
    yesterday();
    assertThat(found.ofToken(first)).as("of yesterday").isEmpty();
    assertThat(found.ofToken(second)).isPresent();
    AccessTokens tokens = new AccessTokens(room.source());
    assertThat(tokens.refused(first)).contains(new AccessTokens.Refused(JAIL.value(), true, false));
    assertThat(tokens.refused("nonsense")).isEmpty();
    assertThat(tokens.of(jail(Channel.FETCH)))
        .extracting(AccessTokens.Line::hasEnded)
        .containsExactlyInAnyOrder(true, false);
    String third = agencies.rotateToken(JAIL, TokenLife.AT_ONCE, ANN);
    assertThat(found.ofToken(second)).as("without overlap").isEmpty();
    assertThat(found.ofToken(first)).as("stays ended").isEmpty();
    assertThat(found.ofToken(third)).isPresent();
  }

  @Test
  void aNewAgencyMayBookAndNothingElseUntilItIsLetTo() {
    agencies.add(jail(Channel.FETCH), TokenLife.AT_ONCE, ANN);
    assertThat(found.mayAsk(JAIL)).containsExactly(Service.BOOKING);
    services.permit(JAIL, Service.RAPID, ANN);
    services.permit(JAIL, Service.RAPID, ANN);
    assertThat(found.mayAsk(JAIL)).containsExactly(Service.BOOKING, Service.RAPID);
    services.revoke(JAIL, Service.BOOKING, ANN);
    assertThat(found.mayAsk(JAIL)).containsExactly(Service.RAPID);
  }

  @Test
  void aTokenEndsByItself() {
    Instant end = Instant.now().plus(Duration.ofHours(23));
    String token =
        agencies.add(jail(Channel.FETCH), new TokenLife(Duration.ZERO, Optional.of(end)), ANN);
    assertThat(found.ofToken(token)).isPresent();
    yesterday();
    assertThat(found.ofToken(token)).isEmpty();
  }

  @Test
  void aDisabledAgencysTokenIsRefusedUntilItIsEnabled() {
    String token = agencies.add(jail(Channel.FETCH), TokenLife.AT_ONCE, ANN);
    agencies.disable(JAIL, "left", ANN);
    assertThat(found.ofToken(token)).isEmpty();
    assertThat(found.enabled()).extracting(Agency::ori).doesNotContain(JAIL);
    assertThat(new AccessTokens(room.source()).refused(token).orElseThrow().isDisabled()).isTrue();
    agencies.enable(JAIL, ANN);
    assertThat(found.ofToken(token)).isPresent();
    agencies.endTokens(JAIL, "stolen", ANN);
    assertThat(found.ofToken(token)).isEmpty();
  }

  @Test
  void aDisabledOfficesTokenIsRefusedAndItsLeadsWait() {
    String token = offices.add(office("AZ"), TokenLife.AT_ONCE, ANN);
    offices.disable(OFFICE, "moved", ANN);
    assertThat(foundOffices.ofToken(token)).isEmpty();
    assertThat(foundOffices.covering("04013", "AZ")).isPresent();
    offices.enable(OFFICE, ANN);
    assertThat(foundOffices.ofToken(token)).isPresent();
    assertRefused(Why.OFFICE_EXISTS, () -> offices.add(office("NV"), TokenLife.AT_ONCE, ANN));
    assertThat(foundOffices.ofToken(token)).isPresent();
  }

  @Test
  void whatSomethingHangsOnIsNotRemoved() {
    agencies.add(jail(Channel.FETCH), TokenLife.AT_ONCE, ANN);
    operators.add("desk", "hash", new Duty(Role.BOOKING_AGENCY, JAIL.value()), NOW);
    assertRefused(Why.AGENCY_IN_USE, () -> agencies.remove(JAIL, "a mistake", ANN));
    register.remove("desk", "left", ANN);
    agencies.remove(JAIL, "a mistake", ANN);
    assertThat(found.ofOri(JAIL)).isEmpty();
    room.accepted("R1");
    assertRefused(Why.AGENCY_IN_USE, () -> agencies.remove(new Ori(ExchangeRoom.ORI), "gone", ANN));
    assertThat(found.ofOri(new Ori(ExchangeRoom.ORI))).isPresent();
  }

  @Test
  void theLedgerKeepsNoSecretOfACallback() {
    agencies.add(jail(Channel.FETCH), TokenLife.AT_ONCE, ANN);
    URI url = URI.create("https://user:s3cret@jail.example/in?key=s3cret");
    agencies.change(
        new Agency(JAIL, "Jail", "AZ", "04013", "", false, Channel.CALLBACK, Optional.of(url)),
        ANN);
    var entry = room.entries(Subject.Kind.AGENCY.of(JAIL.value())).getLast();
    assertThat(entry.entry().detail().toString())
        .contains("https://jail.example/in")
        .doesNotContain("s3cret");
  }
}
