package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;

/// Behind a proxy that is trusted and under a public name; and without either.
class FrontDoorIT {
  private static final String HOST = "Host: rl.example.test";
  private static final String HTTPS = "X-Forwarded-Proto: https";

  @TempDir private static Path temp;
  private static RunningServer behind;
  private static RunningServer alone;
  private static RawHttp proxied;
  private static RawHttp straight;

  @BeforeAll
  static void start() throws Exception {
    Path data = Files.createDirectories(temp.resolve("behind"));
    Files.writeString(
        data.resolve("ridgeline.properties"),
        "server.trusted-proxies=127.0.0.1\nserver.public-url=https://rl.example.test/\n");
    behind = new RunningServer(data);
    alone = new RunningServer(temp.resolve("alone"));
    proxied = new RawHttp(behind.server.url());
    straight = new RawHttp(alone.server.url());
    String hash = OperatorPasswords.encoder().encode(CaseWorld.PASSWORD);
    Rooms.of(behind.server)
        .operators()
        .add("chief", hash, Duty.of(Role.ADMINISTRATOR), Instant.now());
  }

  @AfterAll
  static void stop() throws Exception {
    behind.close();
    alone.close();
  }

  @Test
  void whatAProxyDidOverTlsIsOverTls() throws Exception {
    RawHttp.Got page = proxied.send(RawHttp.Sent.get("/login", HOST, HTTPS));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("strict-transport-security")).isPresent();
    assertThat(page.header("set-cookie").orElseThrow())
        .startsWith("__Host-ridgeline=")
        .contains("Path=/")
        .contains("Secure")
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .doesNotContain("Domain");
    RawHttp.Got asked = proxied.send(RawHttp.Sent.get("/leads", HOST, HTTPS, "Accept: text/html"));
    assertThat(asked.header("location").orElseThrow())
        .isIn("/login", "https://rl.example.test/login");
    RawHttp.Got standard =
        proxied.send(
            RawHttp.Sent.get(
                "/login", HOST, HTTPS, "Forwarded: for=192.0.2.1;proto=http;host=\"x\""));
    assertThat(standard.status()).as("the client wrote that, our proxy does not").isEqualTo(200);
    assertThat(standard.header("strict-transport-security")).isPresent();
  }

  @Test
  void withoutATrustedProxyNobodysWordCounts() throws Exception {
    RawHttp.Got page =
        straight.send(
            RawHttp.Sent.get("/leads", HTTPS, "X-Forwarded-Host: evil.test", "Accept: text/html"));
    assertThat(page.header("strict-transport-security")).isEmpty();
    assertThat(page.header("location").orElseThrow())
        .doesNotContain("evil")
        .doesNotContain("https");
    assertThat(page.header("set-cookie").orElse("")).doesNotContain("Secure");
  }

  @Test
  void anotherNameThanOursIsTurnedAway() throws Exception {
    assertThat(proxied.send(RawHttp.Sent.get("/login", "Host: evil.test", HTTPS)).status())
        .isEqualTo(421);
    assertThat(proxied.send(RawHttp.Sent.get("/login", "Host: evil.test")).status()).isEqualTo(421);
    assertThat(
            proxied.send(RawHttp.Sent.get("/login", HOST, "X-Forwarded-Host: evil.test")).status())
        .isEqualTo(421);
    assertThat(proxied.send(RawHttp.Sent.get("/login", "Host: 127.0.0.1")).status())
        .as("commands on this machine")
        .isEqualTo(200);
  }

  @Test
  void linksAreBuiltOfThePublicName() throws Exception {
    RawHttp.Got page = proxied.send(RawHttp.Sent.get("/login", HOST, HTTPS));
    assertThat(Files.readString(behind.data.resolve("first-run-link")))
        .startsWith("https://rl.example.test/setup/");
    DoorVisitor chief = DoorVisitor.loggedIn(proxied, "chief", CaseWorld.PASSWORD);
    RawHttp.Got made =
        proxied.send(
            chief
                .form("/operators/invite", Map.of("role", "OFFICER"))
                .with(List.of("Host: 127.0.0.1:1", "X-Forwarded-For: 127.0.0.1")));
    assertThat(made.status()).as("named otherwise").isEqualTo(421);
    made =
        proxied.send(
            chief.form("/operators/invite", Map.of("role", "OFFICER")).with(List.of(HOST, HTTPS)));
    assertThat(made.status()).isEqualTo(302);
    RawHttp.Got list =
        proxied.send(RawHttp.Sent.get("/operators", HOST, HTTPS).with(chief.headers()));
    assertThat(list.body()).contains("https://rl.example.test/setup/");
    assertThat(page.body()).doesNotContain("127.0.0.1");
  }

  private static RawHttp.Sent asked(String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/x-www-form-urlencoded");
    return new RawHttp.Sent(
        "POST", "/public/redress/status", all, "receipt=AAAA".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void thePublicPagesCountWhoAsksAndNotTheProxy() throws Exception {
    for (int i = 0; i < 60; i++) {
      proxied.send(asked(HOST, HTTPS, "X-Forwarded-For: 192.0.2.66"));
    }
    assertThat(proxied.send(asked(HOST, HTTPS, "X-Forwarded-For: 192.0.2.66")).status())
        .isEqualTo(429);
    assertThat(proxied.send(asked(HOST, HTTPS, "X-Forwarded-For: 192.0.2.67")).status())
        .isEqualTo(422);
    assertThat(
            proxied.send(asked(HOST, HTTPS, "X-Forwarded-For: 198.51.100.1, 192.0.2.66")).status())
        .as("what a client writes before the proxy does counts for nothing")
        .isEqualTo(429);
  }

  @Test
  void aClientThatSaysToBeManyIsOne() throws Exception {
    for (int i = 0; i < 60; i++) {
      straight.send(asked("X-Forwarded-For: 192.0.2." + i));
    }
    assertThat(straight.send(asked("X-Forwarded-For: 192.0.2.99")).status()).isEqualTo(429);
  }
}
