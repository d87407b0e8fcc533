package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.app.Server;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.CertificateRegister;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.ClientCertificate;
import org.ridgeline.exchange.agency.TokenLife;
import org.ridgeline.fixture.TestAuthority;
import org.ridgeline.fixture.TestAuthority.Issued;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.vocabulary.Ori;

/// Certificates of agencies at TLS of our own: whose they are is asked anew for each request.
class CertificateIT {
  private static final Administrator ANN = new Administrator("ann", "192.0.2.7");
  private static final Ori JAIL = new Ori("CA0340071");
  private static final Ori OTHER = new Ori("CA0340072");

  /// What an agency that is let in is answered with 404.
  private static final String BOOKING = "/api/v1/submissions/R0";

  private static final String SUBMISSIONS = "/api/v1/submissions";
  private static final String PROXY = "127.0.0.5";

  @TempDir private static Path temp;
  private static Server server;
  private static TestAuthority authority;
  private static AgencyRegister agencies;
  private static CertificateRegister certificates;
  private static String token = "";
  private static String othersToken = "";
  private static Issued jails;
  private static Issued others;

  @BeforeAll
  static void start() throws Exception {
    authority = new TestAuthority(temp, "Fictional CA");
    Issued own = new TestAuthority(temp, "localhost").own();
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.write(data.resolve("own.pem"), own.pem());
    Files.write(data.resolve("own-key.pem"), own.keyPem());
    Files.write(data.resolve("authorities.pem"), authority.own().pem());
    Files.writeString(
        data.resolve("ridgeline.properties"),
        String.join(
            "\n",
            "server.tls-certificate=" + data.resolve("own.pem"),
            "server.tls-key=" + data.resolve("own-key.pem"),
            "server.client-authorities=" + data.resolve("authorities.pem"),
            "server.trusted-proxies=" + PROXY));
    server =
        Server.start(data, Optional.empty(), new Server.Listen("127.0.0.1", 0, Optional.empty()));
    agencies = Rooms.of(server).get(AgencyRegister.class);
    certificates = Rooms.of(server).get(CertificateRegister.class);
    token = agencies.add(agency(JAIL), TokenLife.AT_ONCE, ANN);
    othersToken = agencies.add(agency(OTHER), TokenLife.AT_ONCE, ANN);
    jails = authority.issue("Tarn County Jail");
    others = authority.issue("Fell County Jail");
    register(JAIL, jails);
    register(OTHER, others);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Agency agency(Ori ori) {
    return new Agency(ori, "Jail", "CA", "06067", "", false, Channel.FETCH, Optional.empty());
  }

  private static void register(Ori ori, Issued issued) throws Exception {
    certificates.add(ori, ClientCertificate.of(issued.pem()), Optional.empty(), ANN);
  }

  private static String sha256(Issued issued) {
    return ClientCertificate.sha256(issued.certificate());
  }

  private static TlsClient with(Issued issued) throws Exception {
    return new TlsClient(server.url(), Optional.of(issued));
  }

  private static TlsClient without() throws Exception {
    return new TlsClient(server.url(), Optional.empty());
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }

  private static void assertIn(TlsClient.Got got) {
    assertThat(got.status()).as(got.head()).isEqualTo(404);
  }

  private static void assertOut(TlsClient.Got got, String why) {
    assertThat(got.status()).as(got.head()).isEqualTo(401);
    assertThat(got.head()).contains("error_description=\"" + why + "\"");
  }

  private static List<LedgerEntry> denials() {
    return Rooms.of(server).ledger().after(0, 10_000).stream()
        .map(chained -> chained.entry())
        .filter(e -> e.action().key().equals("access.deny"))
        .toList();
  }

  private static void assertDenied(String who, String what) {
    assertThat(denials())
        .anySatisfy(e -> {
          assertThat(e.actor()).isEqualTo(who);
          assertThat(e.detail().get("what")).contains(what);
          assertThat(e.detail()).containsEntry("from", "127.0.0.1");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aRegisteredCertificateIsItsAgencyAndOthersComeAsBefore(String protocol) throws Exception {
    assertIn(with(jails).over(protocol).get(BOOKING));
    assertIn(with(jails).over(protocol).get(BOOKING, bearer(token)));
    assertIn(without().over(protocol).get(BOOKING, bearer(token)));
    assertThat(without().over(protocol).get(BOOKING).status()).isEqualTo(401);
    assertThat(without().over(protocol).get("/login").status()).isEqualTo(200);
    assertThat(with(jails).over(protocol).get("/login").status()).isEqualTo(200);
  }

  @Test
  void anothersCertificateReadsNothingOfAnAgency() throws Exception {
    byte[] card = TestCards.card(JAIL.value(), 981, "T-CERT-1", "DOE,SAM");
    TlsClient.Got sent = with(jails).post(SUBMISSIONS, card);
    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
    String control = sent.body().replaceFirst("(?s).*\"control\":\"([^\"]+)\".*", "$1");
    assertThat(with(jails).get(SUBMISSIONS + "/" + control).status()).isEqualTo(200);
    assertThat(without().get(SUBMISSIONS + "/" + control, bearer(token)).status()).isEqualTo(200);
    assertIn(with(others).get(SUBMISSIONS + "/" + control));
    TlsClient.Got under =
        with(others).post(SUBMISSIONS, TestCards.card(JAIL.value(), 981, "T-CERT-2", "DOE,SAM"));
    assertThat(under.status()).isEqualTo(422);
    assertThat(with(jails).get("/api/v1/leads").status()).as("an office's").isEqualTo(403);
  }

  @Test
  void aTokenOfOneAndACertificateOfAnotherAreRefused() throws Exception {
    String why = "token and certificate are not of one agency";
    assertOut(with(others).get(BOOKING, bearer(token)), why);
    assertOut(with(jails).get(BOOKING, bearer(othersToken)), why);
    assertOut(with(jails).get(BOOKING, bearer("nonsense")), why);
    String offices = Rooms.of(server).stores().offices().add("Valley Field Office", List.of("CA"));
    assertThat(without().get("/api/v1/leads", bearer(offices)).status()).isEqualTo(200);
    assertOut(with(jails).get("/api/v1/leads", bearer(offices)), why);
    assertDenied(JAIL.value(), why + ": " + OTHER.value());
  }

  @Test
  void whatItsAuthorityDidNotIssueIsTurnedAway() throws Exception {
    Issued selfMade = new TestAuthority(temp, "Tarn County Jail").own();
    TestAuthority namesake = new TestAuthority(temp, "Fictional CA");
    Issued ended = authority.issue("Tarn County Jail", -3, 1);
    Issued early = authority.issue("Tarn County Jail", 3, 1);
    for (Issued wrong : List.of(selfMade, namesake.issue("Tarn County Jail"), ended, early)) {
      for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
        assertThatThrownBy(() -> with(wrong).over(protocol).get(BOOKING))
            .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> with(wrong).over(protocol).get(BOOKING, bearer(token)))
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static boolean isTaken(Issued shown) throws Exception {
    try {
      return with(shown).get(BOOKING).status() == 404;
    } catch (IOException e) {
      return false;
    }
  }

  private static void awaitTaken(Issued shown, boolean expected) throws Exception {
    for (int i = 0; i < 600 && isTaken(shown) != expected; i++) {
      Thread.sleep(100);
    }
    assertThat(isTaken(shown)).isEqualTo(expected);
  }

  @Test
  void authoritiesComeAndGoWhileTheServerRuns() throws Exception {
    TestAuthority another = new TestAuthority(temp, "Another CA");
    Issued own = another.issue("Tarn County Jail");
    register(JAIL, own);
    assertThat(isTaken(own)).isFalse();
    Path file = temp.resolve("data/authorities.pem");
    byte[] before = Files.readAllBytes(file);
    Files.writeString(file, new String(before) + new String(another.own().pem()));
    awaitTaken(own, true);
    assertIn(with(jails).get(BOOKING));
    Files.write(file, before);
    awaitTaken(own, false);
    assertIn(with(jails).get(BOOKING));
  }

  @Test
  void oneThatIsRegisteredWithNobodyIsNobodys() throws Exception {
    Issued unknown = authority.issue("Tarn County Jail");
    TlsClient.Got got = with(unknown).get(BOOKING);
    assertThat(got.status()).isEqualTo(401);
    assertThat(got.head()).contains("error=\"invalid_token\"").doesNotContain("description");
    assertThat(with(unknown).get("/login").status()).isEqualTo(200);
    assertIn(with(unknown).get(BOOKING, bearer(token)));
    assertDenied("unknown", "nobody's certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aRemovedOneIsNobodysOnAnOpenConnectionAndAResumedSession(String protocol) throws Exception {
    Issued lost = authority.issue("Tarn County Jail");
    register(JAIL, lost);
    TlsClient client = with(lost).over(protocol);
    try (TlsClient.Connection open = client.connected()) {
      assertIn(open.get(BOOKING));
      certificates.remove(JAIL, sha256(lost), "the machine was stolen", ANN);
      assertThat(open.get(BOOKING).status()).as("kept open").isEqualTo(401);
      try (TlsClient.Connection resumed = client.connected()) {
        assertThat(resumed.agreedAt()).as("resumed").isEqualTo(open.agreedAt());
        assertThat(resumed.get(BOOKING).status()).isEqualTo(401);
      }
      register(JAIL, lost);
      try (TlsClient.Connection resumed = client.connected()) {
        assertThat(resumed.agreedAt()).as("resumed").isEqualTo(open.agreedAt());
        assertIn(resumed.get(BOOKING));
      }
      assertIn(open.get(BOOKING));
    }
  }

  @Test
  void oneThatEndsIsRefusedOnAnOpenConnection() throws Exception {
    Issued brief = authority.issue("Tarn County Jail");
    Instant soon = Instant.now().plusSeconds(2);
    certificates.add(JAIL, ClientCertificate.of(brief.pem()), Optional.of(soon), ANN);
    try (TlsClient.Connection open = with(brief).connected()) {
      TlsClient.Got got = open.get(BOOKING);
      for (int i = 0; i < 600 && got.status() != 401; i++) {
        Thread.sleep(100);
        got = open.get(BOOKING);
      }
      assertOut(got, "the certificate has ended");
    }
    assertDenied(JAIL.value(), "the certificate has ended");
  }

  @Test
  void aDisabledAgencysIsRefused() throws Exception {
    Ori ori = new Ori("CA0340073");
    Issued own = authority.issue("Moor County Jail");
    agencies.add(agency(ori), TokenLife.AT_ONCE, ANN);
    register(ori, own);
    try (TlsClient.Connection open = with(own).connected()) {
      assertIn(open.get(BOOKING));
      agencies.disable(ori, "left", ANN);
      assertOut(open.get(BOOKING), "the access is disabled");
      agencies.enable(ori, ANN);
      assertIn(open.get(BOOKING));
    }
    assertDenied(ori.value(), "the access is disabled");
  }

  @Test
  void whereBothAreRequiredNeitherIsEnough() throws Exception {
    Ori ori = new Ori("CA0340074");
    Issued own = authority.issue("Beck County Jail");
    String owns = agencies.add(agency(ori), TokenLife.AT_ONCE, ANN);
    register(ori, own);
    certificates.require(ori, true, ANN);
    assertIn(with(own).get(BOOKING, bearer(owns)));
    assertOut(with(own).get(BOOKING), "a token is required beside the certificate");
    String missing = "a certificate of the agency is required beside the token";
    assertOut(without().get(BOOKING, bearer(owns)), missing);
    assertOut(with(authority.issue("Beck County Jail")).get(BOOKING, bearer(owns)), missing);
    assertOut(
        with(jails).get(BOOKING, bearer(owns)), "token and certificate are not of one agency");
    assertDenied(ori.value(), missing);
  }

  @Test
  void aPageInABrowserCannotUseTheBrowsersCertificate() throws Exception {
    byte[] card = TestCards.card(JAIL.value(), 982, "T-CERT-3", "DOE,SAM");
    for (String header : List.of("Origin: https://evil.example", "Sec-Fetch-Site: cross-site")) {
      assertThat(with(jails).post(SUBMISSIONS, card, header, "Content-Type: text/plain").status())
          .as(header)
          .isEqualTo(401);
      assertIn(with(jails).get(BOOKING, header, bearer(token)));
    }
    assertDenied(JAIL.value(), "not taken from a page");
  }

  /// Headers by which proxies tell of certificates, here or elsewhere.
  private static Map<String, String> claims() throws Exception {
    String pem = new String(jails.pem()).replace("\n", " ").strip();
    String base64 = java.util.Base64.getEncoder().encodeToString(jails.certificate().getEncoded());
    return Map.of(
        "Client-Cert", ":" + base64 + ":",
        "X-SSL-Client-Cert", pem,
        "SSL_CLIENT_CERT", pem,
        "X-Client-Cert", base64,
        "X-ARR-ClientCert", base64,
        "X-Forwarded-Client-Cert", "Hash=" + sha256(jails));
  }

  @Test
  void noHeaderIsBelievedAlsoOfAProxyAndAProxysCertificateIsNotItsClients() throws Exception {
    for (var claim : claims().entrySet()) {
      String header = claim.getKey() + ": " + claim.getValue();
      for (String from : new String[] {"127.0.0.1", PROXY}) {
        TlsClient.Got got = without().from(from).get(BOOKING, header, "X-Forwarded-Proto: https");
        assertThat(got.status()).as(header).isEqualTo(401);
      }
    }
    assertThat(with(jails).from(PROXY).get(BOOKING).status()).isEqualTo(401);
    assertThat(with(jails).from(PROXY).get(BOOKING, "X-Forwarded-For: 192.0.2.1").status())
        .isEqualTo(401);
    assertIn(with(jails).from(PROXY).get(BOOKING, bearer(othersToken)));
    assertIn(with(jails).get(BOOKING, "X-Forwarded-For: 192.0.2.1"));
  }
}
