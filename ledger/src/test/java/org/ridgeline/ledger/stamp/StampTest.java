package org.ridgeline.ledger.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.Test;
import org.ridgeline.ledger.Limits;

/// A time stamp authority, and what comes in its place.
class StampTest extends StampedLedger {
  private static final Duration SHORT = Duration.ofMillis(400);

  /// Nothing of an answer that is not right is kept, and it is said why.
  private void refused(StampClient by, String why) throws Exception {
    assertThat(by.isDue()).isTrue();
    assertThatThrownBy(by::send)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not stamp")
        .hasMessageContaining(why);
    assertThat(by.trouble()).contains(why);
    assertThat(by.isDue()).isTrue();
    assertThat(file(1, 3)).doesNotExist();
    StampAudit.Report report = audit();
    assertThat(report.findings()).isEmpty();
    assertThat(report.stamps()).isZero();
  }

  private void answers(TestAuthority.Answering other, String why) throws Exception {
    authority.answers(other);
    refused(client, why);
  }

  private static BigInteger nonce(byte[] request) throws Exception {
    return new TimeStampRequest(request).getNonce();
  }

  private void afterwardsItStamps() throws Exception {
    authority.answersWell();
    client.send();
    assertThat(client.trouble()).isEmpty();
    assertThat(client.isDue()).isFalse();
    assertThat(audit().stamps()).isEqualTo(1);
  }

  @Test
  void everyCheckpointIsStampedAndTheAuditSaysHowFar() throws Exception {
    assertThat(audit().upTo()).isZero();
    for (int i = 1; i <= 3; i++) {
      assertThat(client.isDue()).isTrue();
      client.send();
      assertThat(client.isDue()).isFalse();
      StampAudit.Report report = audit();
      assertThat(report.findings()).isEmpty();
      assertThat(report.stamps()).isEqualTo(i);
      assertThat(report.upTo()).isEqualTo(last().number());
      assertThat(report.at()).isPresent();
      append(i);
      sign();
    }
    assertThat(audit(Optional.empty()).findings()).isEmpty();
  }

  @Test
  void theAuthoritysOwnCertificateMayBeTheTrustedOne() throws Exception {
    client.send();
    assertThat(audit(Optional.of(new TrustedSigners(List.of(authority.signer)))).findings())
        .isEmpty();
  }

  @Test
  void notOftenerThanIsSetAndNotAgainAfterARestart() throws Exception {
    try (StampClient hourly = client(authority, Optional.of(trusted()), Duration.ofHours(1))) {
      hourly.send();
      append(1);
      sign();
      assertThat(hourly.isDue()).isFalse();
      hourly.send();
    }
    assertThat(authority.asked()).isEqualTo(1);
    assertThat(client.isDue()).isTrue();
    try (StampClient none =
        new StampClient(Optional.empty(), database.of().ledger(), ledger, Clock.systemUTC())) {
      assertThat(none.isDue()).isFalse();
      none.send();
    }
  }

  @Test
  void aStampOfAnotherCheckpointIsNotKept() throws Exception {
    String other = "00".repeat(32);
    answers(
        (exchange, request) ->
            TestAuthority.send(exchange, authority.stampOf(other, nonce(request))),
        "does not answer what was asked");
    afterwardsItStamps();
  }

  @Test
  void anAnswerWithAnotherNonceIsNotKept() throws Exception {
    byte[] before = authority.stampOf(last().digest(), BigInteger.TEN);
    answers((exchange, _) -> TestAuthority.send(exchange, before), "nonce");
    afterwardsItStamps();
  }

  @Test
  void anotherAuthoritysStampIsNotKept() throws Exception {
    try (TestAuthority other = new TestAuthority(TestAuthority.Signer.GOOD)) {
      answers(
          (exchange, request) -> TestAuthority.send(exchange, other.stamp(request)),
          "does not vouch");
    }
    afterwardsItStamps();
  }

  @Test
  void whoMayNotSignTimeStampsOrWhoseCertificateHasRunOutIsRefused() throws Exception {
    Map<TestAuthority.Signer, String> wrong =
        Map.of(
            new TestAuthority.Signer(KeyPurposeId.id_kp_serverAuth, 10, 10),
            "ExtendedKeyUsage",
            new TestAuthority.Signer(KeyPurposeId.id_kp_timeStamping, 10, -5),
            "not valid",
            new TestAuthority.Signer(KeyPurposeId.id_kp_timeStamping, -5, 10),
            "not valid");
    for (var one : wrong.entrySet()) {
      try (TestAuthority other = new TestAuthority(one.getKey());
          StampClient by = client(other, Optional.empty(), Duration.ZERO)) {
        refused(by, one.getValue());
      }
    }
  }

  @Test
  void anotherPolicyThanAskedForIsRefused() throws Exception {
    StampAuthority strict =
        new StampAuthority(
            authority.url(), Optional.of(trusted()), Optional.of("1.2.3.4"), Duration.ZERO);
    try (StampClient by = client(strict, Limits.STAMP_PATIENCE)) {
      refused(by, "refused, status 2");
    }
  }

  @Test
  void aClockThatIsFarBehindIsRefused() throws Exception {
    authority.shows(last().madeAt().minus(Limits.STAMP_SKEW).minusSeconds(60));
    refused(client, "before its checkpoint");
    authority.shows(Instant.EPOCH);
    afterwardsItStamps();
  }

  @Test
  void nonsenseErrorsAndSilenceAreRefused() throws Exception {
    answers((exchange, _) -> TestAuthority.send(exchange, new byte[0]), "no time stamp response");
    answers(
        (exchange, _) -> TestAuthority.send(exchange, "<html>".getBytes(StandardCharsets.UTF_8)),
        "no time stamp response");
    answers(
        (exchange, request) -> {
          byte[] good = authority.stamp(request);
          TestAuthority.send(exchange, Arrays.copyOf(good, good.length - 1));
        },
        "no time stamp response");
    answers((exchange, _) -> exchange.sendResponseHeaders(503, -1), "503");
    answers((exchange, _) -> exchange.close(), "");
    afterwardsItStamps();
  }

  @Test
  void aHugeAnswerIsNotReadToItsEnd() throws Exception {
    answers(
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] part = new byte[8192];
          for (int i = 0; i < 1_000_000; i++) {
            exchange.getResponseBody().write(part);
          }
        },
        "");
    afterwardsItStamps();
  }

  /// Headers at once, then a byte, then nothing.
  @Test
  void aSlowAnswerIsNotWaitedFor() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    authority.answers((exchange, _) -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(0x30);
      exchange.getResponseBody().flush();
      over.await();
    });
    StampAuthority from =
        new StampAuthority(
            authority.url(), Optional.of(trusted()), Optional.empty(), Duration.ZERO);
    try (StampClient hasty = client(from, SHORT)) {
      refused(hasty, "no whole answer");
    }
    over.countDown();
    afterwardsItStamps();
  }

  @Test
  void noAuthorityAtAllIsSaid() throws Exception {
    authority.close();
    refused(client, "no connection to it");
  }
}
