package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.CaseWorld;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.casework.verification.KnownPairs;

/// The pool of known pairs, filled by command beside a running server.
class KnownPairsIT {
  @TempDir private static Path temp;
  private static CaseWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static TestProgram.Ended command(String... arguments) throws Exception {
    return TestProgram.start("known-pairs")
        .with(arguments)
        .with("--data", temp.resolve("data").toString())
        .ended();
  }

  private static String card(int person, int touch) throws Exception {
    Path file = temp.resolve(person + "_" + touch + ".an2");
    Files.write(file, TestCards.card(person, touch, "KNOWN-" + person + "-" + touch, "ROE,SAM"));
    return file.toString();
  }

  @Test
  void pairsAreAddedOnceCountedAndRetired() throws Exception {
    KnownPairs pool = Rooms.of(world.running.server).casework().verification().knownPairs();
    var added = command("add", "--mates", "--source", "exercise-7/1", card(41, 1), card(41, 2));
    assertThat(added.output()).contains("fingers added; 1 pairs in use");
    assertThat(added.exitCode()).isZero();
    assertThat(pool.count()).isEqualTo(1);
    var again = command("add", "--mates", "--source", "exercise-7/1", card(41, 1), card(41, 2));
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.output()).contains("\"exercise-7/1\" is there already");
    assertThat(
            command("add", "--strangers", "--source", "exercise-7/2", card(41, 1), card(42, 1))
                .exitCode())
        .isZero();
    assertThat(command("count").output()).contains("2 pairs in use");
    assertThat(command("retire", "--source", "exercise-7/1").output()).contains("1 pairs in use");
    assertThat(command("retire", "--source", "exercise-7/1").exitCode()).isEqualTo(1);
    List<String> actions =
        Rooms.of(world.running.server).ledger().after(0, 100_000).stream()
            .map(entry -> entry.entry().action().key())
            .filter(action -> action.startsWith("known."))
            .toList();
    assertThat(actions).containsExactly("known.add", "known.add", "known.retire");
  }

  @Test
  void whatCannotBeComparedIsNamed() throws Exception {
    Path text = Files.writeString(temp.resolve("text.txt"), "no card");
    var wrong = command("add", "--mates", "--source", "x", card(43, 1), text.toString());
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.output()).contains("text.txt share no finger", "expected two ITL files");
    var missing = command("add", "--mates", "--source", "x", card(43, 1), temp + "/none.an2");
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.output()).contains("none.an2");
    var neither = command("add", "--source", "x", card(43, 1), card(43, 1));
    assertThat(neither.exitCode()).isEqualTo(2);
    assertThat(neither.output()).contains("--mates");
  }
}
