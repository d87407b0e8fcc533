package org.ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.app.Server;
import org.ridgeline.app.system.RawHttp;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;

/// The demo's open doors are open to this machine's own browser, and to nobody through it.
class DemoDoorIT {
  @TempDir private static Path temp;
  private static Server server;
  private static RawHttp http;

  @BeforeAll
  static void start() throws IOException {
    server =
        Demo.serve(
            temp.resolve("data"),
            Optional.empty(),
            new Server.Listen("127.0.0.1", 0, Optional.empty()));
    http = new RawHttp(server.url());
    Duty duty = Duty.of(Role.OVERSIGHT);
    String hash = OperatorPasswords.encoder().encode("fictional");
    server.get(OperatorStore.class).add("demo.oversight", hash, duty, Instant.now());
    server
        .get(DemoDoor.class)
        .open(List.of(new DemoDoor.Person("demo.oversight", duty, "fictional", "looks")));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host: localhost", "Host: 127.0.0.1:8088", "Host: [::1]:8088"})
  void isOpenToThisMachine(String header) throws IOException {
    assertThat(http.send(RawHttp.Sent.get("/demo", header)).status()).isEqualTo(200);
    assertThat(http.send(RawHttp.Sent.get("/tour", header)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.test",
        "Host: 127.0.0.1.evil.test",
        "Host: 192.0.2.1",
        "X-Forwarded-For: 127.0.0.1",
        "X-Forwarded-Host: localhost",
        "X-Forwarded-Proto: https",
        "X-Real-IP: 127.0.0.1",
        "Forwarded: for=127.0.0.1"
      })
  void isShutToWhateverWasForwardedOrNamedOtherwise(String header) throws IOException {
    assertThat(http.send(RawHttp.Sent.get("/demo", header)).status()).isEqualTo(404);
    assertThat(http.send(RawHttp.Sent.get("/tour", header)).status()).isEqualTo(404);
  }

  @Test
  void noInputOfItsPagesIsTheServersFault() throws IOException {
    for (String value : List.of("%00", "x", "99999999999", "%ED%A0%80", "", "-1", "%27")) {
      for (String address : List.of("/tour?at=", "/demo?x=", "/demo/as/", "/demo/as/x?stop=")) {
        assertThat(http.send(RawHttp.Sent.get(address + value)).status())
            .as(address + value)
            .isLessThan(500);
      }
    }
  }
}
