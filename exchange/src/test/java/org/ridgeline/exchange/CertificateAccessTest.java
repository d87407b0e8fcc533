package org.ridgeline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyAccess;
import org.ridgeline.exchange.agency.AgencyAccess.Entry;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.CertificateRegister;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.ClientCertificate;
import org.ridgeline.exchange.agency.Credentials;
import org.ridgeline.exchange.agency.TokenLife;
import org.ridgeline.fixture.TestAuthority;
import org.ridgeline.vocabulary.Ori;

/// Whom tokens and certificates let in, alone and together.
class CertificateAccessTest {
  private static final Administrator ANN = new Administrator("ann", "192.0.2.7");
  private static final Ori JAIL = new Ori("AZ0070000");
  private static final Ori OTHER = new Ori("AZ0080000");
  private static final Instant END = Instant.now().plus(Duration.ofDays(20));

  @TempDir private Path temp;
  private ExchangeRoom room;
  private AgencyRegister agencies;
  private CertificateRegister certificates;
  private AgencyAccess access;
  private String token = "";
  private String othersToken = "";

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    agencies = new AgencyRegister(room.source());
    certificates = new CertificateRegister(room.source());
    access = new AgencyAccess(room.source());
    token = agencies.add(agency(JAIL), TokenLife.AT_ONCE, ANN);
    othersToken = agencies.add(agency(OTHER), TokenLife.AT_ONCE, ANN);
  }

  private static Agency agency(Ori ori) {
    return new Agency(ori, "Jail", "AZ", "04013", "", false, Channel.FETCH, Optional.empty());
  }

  private static ClientCertificate certificate(int number) {
    return new ClientCertificate(String.format("%064x", number), "CN=Jail " + number, END);
  }

  private void add(Ori ori, int number) {
    certificates.add(ori, certificate(number), Optional.empty(), ANN);
  }

  private Entry by(int number) {
    return access.of(new Credentials(Optional.empty(), Optional.of(certificate(number).sha256())));
  }

  private Entry by(String shown, int number) {
    return access.of(
        new Credentials(Optional.of(shown), Optional.of(certificate(number).sha256())));
  }

  private Entry by(String shown) {
    return access.of(Credentials.ofToken(shown));
  }

  private static Entry in(Ori ori) {
    return new Entry.Admitted(agency(ori));
  }

  private static Entry out(Ori ori, AgencyAccess.Why why) {
    return new Entry.Refused(ori, why, Optional.empty());
  }

  private void tomorrow() {
    room.rows()
        .sql("update agency_certificate set expires_at = expires_at - interval '21 days'")
        .update();
  }

  private static void assertRefused(Why why, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedAct.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  @Test
  void aRegisteredCertificateIsItsAgency() {
    assertThat(by(1)).isEqualTo(new Entry.Nobody());
    add(JAIL, 1);
    assertThat(by(1)).isEqualTo(in(JAIL));
    assertThat(by(token, 1)).isEqualTo(in(JAIL));
    assertThat(by(2)).as("registered with nobody").isEqualTo(new Entry.Nobody());
    assertThat(by(token, 2)).as("counts as none").isEqualTo(in(JAIL));
    add(JAIL, 2);
    assertThat(by(1)).as("beside the next").isEqualTo(in(JAIL));
    assertThat(by(2)).isEqualTo(in(JAIL));
    certificates.remove(JAIL, certificate(1).sha256(), "rolled over", ANN);
    assertThat(by(1)).isEqualTo(new Entry.Nobody());
    assertThat(by(2)).isEqualTo(in(JAIL));
  }

  @Test
  void whatIsShownIsOneAgencys() {
    add(JAIL, 1);
    add(OTHER, 2);
    assertThat(by(2)).isEqualTo(in(OTHER));
    assertThat(by(token, 2))
        .isEqualTo(new Entry.Refused(JAIL, AgencyAccess.Why.NOT_TOGETHER, Optional.of(OTHER)));
    assertThat(by(othersToken, 1))
        .isEqualTo(new Entry.Refused(OTHER, AgencyAccess.Why.NOT_TOGETHER, Optional.of(JAIL)));
    assertThat(by("nobody's", 1)).isEqualTo(out(JAIL, AgencyAccess.Why.NOT_TOGETHER));
    assertThat(by("nobody's", 3)).isEqualTo(new Entry.Nobody());
    tomorrow();
    assertThat(by(token, 2))
        .as("another's, also when it has ended")
        .isEqualTo(new Entry.Refused(JAIL, AgencyAccess.Why.NOT_TOGETHER, Optional.of(OTHER)));
  }

  @Test
  void aCertificateEndsAndADisabledAgencysIsRefused() {
    add(JAIL, 1);
    agencies.disable(JAIL, "left", ANN);
    assertThat(by(1)).isEqualTo(out(JAIL, AgencyAccess.Why.DISABLED));
    assertThat(by(token, 1)).isEqualTo(out(JAIL, AgencyAccess.Why.DISABLED));
    agencies.enable(JAIL, ANN);
    assertThat(by(1)).isEqualTo(in(JAIL));
    tomorrow();
    assertThat(by(1)).isEqualTo(out(JAIL, AgencyAccess.Why.CERTIFICATE_ENDED));
    assertThat(by(token, 1)).as("the token is enough").isEqualTo(in(JAIL));
    agencies.endTokens(JAIL, "stolen", ANN);
    assertThat(by(token, 1)).isEqualTo(out(JAIL, AgencyAccess.Why.TOKEN_ENDED));
  }

  @Test
  void anEndedTokenIsNotMadeGoodByACertificate() {
    add(JAIL, 1);
    agencies.endTokens(JAIL, "stolen", ANN);
    assertThat(by(token, 1)).isEqualTo(out(JAIL, AgencyAccess.Why.TOKEN_ENDED));
    assertThat(by(1)).isEqualTo(in(JAIL));
  }

  @Test
  void whereBothAreRequiredNeitherIsEnough() {
    assertRefused(Why.NO_CERTIFICATE, () -> certificates.require(JAIL, true, ANN));
    add(JAIL, 1);
    add(OTHER, 2);
    certificates.require(JAIL, true, ANN);
    assertThat(certificates.isRequired(JAIL)).isTrue();
    assertThat(certificates.isRequired(OTHER)).isFalse();
    assertThat(by(token)).isEqualTo(out(JAIL, AgencyAccess.Why.CERTIFICATE_MISSING));
    assertThat(new AgencyStore(room.source()).ofToken(token)).isEmpty();
    assertThat(by(token, 3)).isEqualTo(out(JAIL, AgencyAccess.Why.CERTIFICATE_MISSING));
    assertThat(by(1)).isEqualTo(out(JAIL, AgencyAccess.Why.TOKEN_MISSING));
    assertThat(by(token, 1)).isEqualTo(in(JAIL));
    assertThat(by(othersToken)).isEqualTo(in(OTHER));
    tomorrow();
    assertThat(by(token, 1)).isEqualTo(out(JAIL, AgencyAccess.Why.CERTIFICATE_ENDED));
    assertRefused(Why.NO_CERTIFICATE, () -> certificates.require(OTHER, true, ANN));
    certificates.require(JAIL, false, ANN);
    assertThat(by(token)).isEqualTo(in(JAIL));
  }

  @Test
  void itsEndIsTheCertificatesOwnAtTheLatest() {
    Instant day = Instant.now().plus(Duration.ofDays(3));
    Optional<Instant> later = Optional.of(END.plus(Duration.ofDays(300)));
    assertThat(certificates.add(JAIL, certificate(1), Optional.of(day), ANN)).isEqualTo(day);
    assertThat(certificates.add(JAIL, certificate(2), later, ANN)).isEqualTo(END);
    assertThat(certificates.add(JAIL, certificate(3), Optional.empty(), ANN)).isEqualTo(END);
    assertRefused(
        Why.CERTIFICATE_EXPIRY,
        () -> certificates.add(JAIL, certificate(4), Optional.of(Instant.EPOCH), ANN));
    Instant beyond = Instant.now().plus(Limits.ACCESS_LIFE_MAX).plusSeconds(60);
    assertRefused(
        Why.CERTIFICATE_EXPIRY,
        () -> certificates.add(JAIL, certificate(4), Optional.of(beyond), ANN));
    var ended = new ClientCertificate(certificate(4).sha256(), "CN=Jail", Instant.EPOCH);
    assertRefused(
        Why.CERTIFICATE_ENDED, () -> certificates.add(JAIL, ended, Optional.empty(), ANN));
  }

  @Test
  void aCertificateIsOneAgencysAndAnAgencyHasNotManyOfThem() {
    add(OTHER, 0);
    assertRefused(Why.CERTIFICATE_TAKEN, () -> add(JAIL, 0));
    assertRefused(Why.CERTIFICATE_TAKEN, () -> add(OTHER, 0));
    for (int i = 1; i <= Limits.CERTIFICATES_MAX; i++) {
      add(JAIL, i);
    }
    assertThat(certificates.of(JAIL)).hasSize(Limits.CERTIFICATES_MAX);
    assertRefused(Why.CERTIFICATES_FULL, () -> add(JAIL, 99));
    String none = certificate(98).sha256();
    assertRefused(Why.NO_SUCH_CERTIFICATE, () -> certificates.remove(JAIL, none, "gone", ANN));
    String others = certificate(0).sha256();
    assertRefused(Why.NO_SUCH_CERTIFICATE, () -> certificates.remove(JAIL, others, "gone", ANN));
    assertRefused(Why.NO_SUCH_AGENCY, () -> add(new Ori("AZ0990000"), 97));
    agencies.remove(OTHER, "a mistake", ANN);
    assertThat(by(0)).as("gone with its agency").isEqualTo(new Entry.Nobody());
  }

  @Test
  void aFileHoldsTheCertificateAlone() throws Exception {
    var authority = new TestAuthority(temp, "Fictional CA");
    TestAuthority.Issued issued = authority.issue("Jail");
    ClientCertificate read = ClientCertificate.of(issued.pem());
    assertThat(read.sha256()).isEqualTo(ClientCertificate.sha256(issued.certificate()));
    assertThat(read.subject()).isEqualTo("CN=Jail");
    assertThat(read.ends()).isEqualTo(issued.certificate().getNotAfter().toInstant());
    assertThat(ClientCertificate.of(issued.certificate().getEncoded())).isEqualTo(read);
    String both =
        new String(issued.pem(), StandardCharsets.US_ASCII)
            + new String(authority.own().pem(), StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> ClientCertificate.of(both.getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("2 certificates")
        .hasMessageContaining("expected the agency's certificate alone");
    assertRefused(Why.CERTIFICATE_FILE, () -> ClientCertificate.of(issued.keyPem()));
    assertRefused(Why.CERTIFICATE_FILE, () -> ClientCertificate.of(new byte[0]));
    byte[] large = new byte[Limits.CERTIFICATE_BYTES_MAX + 1];
    assertThatThrownBy(() -> ClientCertificate.of(large)).hasMessageContaining("65537 bytes");
    String colons = read.sha256().toUpperCase(java.util.Locale.ROOT).replaceAll("..\\B", "$0:");
    assertThat(ClientCertificate.digits(colons)).isEqualTo(read.sha256());
    assertRefused(Why.CERTIFICATE_SHA256, () -> ClientCertificate.digits("12:34"));
  }

  @Test
  void aSubjectIsShownWithoutControlsAndCut() {
    String sha256 = certificate(1).sha256();
    int max = Limits.CERTIFICATE_SUBJECT_CHARS_MAX;
    assertThat(new ClientCertificate(sha256, "CN=a\u001b[2J\0", END).subject())
        .isEqualTo("CN=a?[2J?");
    assertThat(new ClientCertificate(sha256, "x".repeat(max), END).subject()).hasSize(max);
    assertThat(new ClientCertificate(sha256, "x".repeat(max + 1), END).subject()).hasSize(max);
  }
}
