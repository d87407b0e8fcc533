package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.main.Demo;
import org.ridgeline.app.main.Server;
import org.ridgeline.casework.casefile.CaseState;

/// The demo's staff and its cases; and that without a demo there are none.
class DemoIT {
  private static final Pattern PERSON = Pattern.compile("/demo/as/([a-z.]+)");
  private static final Pattern PASSWORD = Pattern.compile("<code>([0-9a-f]{18})</code>");
  private static final int CASES = 6;

  @TempDir private Path temp;

  @Test
  void withoutADemoThereIsNoWayIn() throws Exception {
    try (RunningServer plain = new RunningServer(temp.resolve("plain"))) {
      Visitor stranger = Visitor.stranger(plain.server.url());
      assertThat(stranger.get("/demo").statusCode()).isEqualTo(404);
      assertThat(stranger.get("/tour").statusCode()).isEqualTo(404);
      assertThat(stranger.post("/demo/as/demo.officer", Map.of()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aDemoHasSomebodyOfEveryRoleAndCasesInManyStates() throws Exception {
    try (Server server =
        Server.start(
            temp.resolve("demo"),
            Optional.empty(),
            new Server.Listen("127.0.0.1", 0, Optional.empty()))) {
      var said = new ByteArrayOutputStream();
      Demo demo = new Demo(server, new PrintStream(said, true));
      Thread runs = Thread.ofVirtual().start(() -> run(demo));
      Visitor visitor = Visitor.stranger(server.url());
      String page = await(visitor);
      Set<String> people = found(PERSON, page);
      Set<String> passwords = found(PASSWORD, page);
      assertThat(people).hasSize(11);
      assertThat(passwords).as("everybody has a password of their own").hasSize(11);
      for (String name : people) {
        visitor.become(name);
        assertThat(visitor.get("/tour").body()).contains("<b>" + name + "</b>");
      }
      Set<CaseState> states = states(server);
      demo.stop();
      runs.interrupt();
      assertThat(states).as(said.toString()).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  private static void run(Demo demo) {
    try {
      demo.run(0, Duration.ofMillis(200));
    } catch (Exception e) {
      // The test ends it.
    }
  }

  private static String await(Visitor visitor) throws Exception {
    for (int i = 0; i < 300; i++) {
      var reply = visitor.get("/demo");
      if (reply.statusCode() == 200) {
        return reply.body();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no demo after a minute");
  }

  private static Set<String> found(Pattern pattern, String page) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Set<CaseState> states(Server server) throws InterruptedException {
    var queue = server.rooms().casework().cases().queue();
    Set<CaseState> states = new HashSet<>();
    for (int i = 0; i < 600 && states.size() < CASES; i++) {
      Thread.sleep(500);
      states.clear();
      queue
          .counts()
          .forEach((state, count) -> {
            if (count > 0) {
              states.add(state);
            }
          });
    }
    return states;
  }
}
