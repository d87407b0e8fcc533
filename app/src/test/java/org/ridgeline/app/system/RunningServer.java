package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ridgeline.app.Server;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;

/// A real server over a folder of its own, with an office for California.
public final class RunningServer implements AutoCloseable {
  public final Server server;
  public final Api api;
  public final Path data;
  public final String officeToken;

  /// - **Shape** `more` doors beside the usual ones
  public RunningServer(Path data, Class<?>... more) throws IOException {
    this.data = data;
    server =
        Server.start(
            data, Optional.empty(), new Server.Listen("127.0.0.1", 0, Optional.empty()), more);
    api = new Api(server.url());
    officeToken =
        stores().offices().named("Office").isEmpty()
            ? stores().offices().add("Office", List.of("CA"))
            : "of an earlier start";
  }

  public Rooms.Exchange stores() {
    return Rooms.of(server).stores();
  }

  /// Adds an agency active since 2010 that takes second answers and fetches; gives its token.
  public String activeAgency(String ori) {
    String token = agency(ori, true, Channel.FETCH, Optional.empty());
    stores().activation().activate(new Ori(ori), LocalDate.of(2010, 1, 12));
    return token;
  }

  public String agency(
      String ori, boolean secondAnswer, Channel channel, Optional<java.net.URI> callback) {
    return stores()
        .agencies()
        .add(
            new Agency(
                new Ori(ori), "Test " + ori, "CA", "06067", "", secondAnswer, channel, callback));
  }

  /// A card that is accepted, once it is closed.
  public JsonNode booked(String token, byte[] card) throws Exception {
    Api.Reply reply = api.post("/api/v1/submissions", token, card);
    assertThat(reply.status()).as(new String(reply.response().body())).isEqualTo(202);
    return api.closed(reply.json().path("control").asString(), token);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
