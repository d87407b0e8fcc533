package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that changes a gallery is killed again and again (SIGKILL, at any moment). Opened
/// anew, the gallery has what was acknowledged, and the change that was under way wholly or not at
/// all. More kills: `-Dridgeline.gallery.kills=500`.
class GalleryKillTest {
  private static final int KILLS = Integer.getInteger("ridgeline.gallery.kills", 5);
  private static final GallerySizes SIZES = new GallerySizes(512, 1 << 16, 200_000);

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private final TreeSet<Long> live = new TreeSet<>();
  private long upTo;

  @Test
  void noKillLosesOrHalves() throws Exception {
    Random random = new Random(20_261_124);
    int changes = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      changes += runAndKill(kill, 30 + random.nextInt(500));
      try (var gallery = StoredGallery.open(folder, Entries.OWNER, SIZES)) {
        assertThat(gallery.snapshot().upTo()).as("kill %d", kill).isEqualTo(upTo);
        assertThat(Entries.read(gallery.snapshot()))
            .as("kill %d", kill)
            .containsExactly(live.stream().mapToLong(Long::longValue).toArray());
      }
    }
    assertThat(changes).as("changes acknowledged").isGreaterThan(KILLS);
  }

  /// Follows what the process says it does; leaves `live` and `upTo` as the gallery must be.
  private int runAndKill(int seed, int millis) throws IOException, InterruptedException {
    Path said = elsewhere.resolve("said" + seed);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                "" + seed)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    while (Files.size(said) == 0) {
      assertThat(child.waitFor(5, TimeUnit.MILLISECONDS)).as("the process came up").isFalse();
    }
    assertThat(child.waitFor(millis, TimeUnit.MILLISECONDS)).as("the process runs").isFalse();
    child.destroyForcibly().waitFor();
    List<String> lines =
        Files.readAllLines(said).stream().skip(1).filter(line -> line.endsWith(";")).toList();
    int acknowledged = 0;
    for (String line : lines) {
      if (line.equals("ok;")) {
        acknowledged++;
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean isAcknowledged = i + 1 < lines.size() && lines.get(i + 1).equals("ok;");
      if (!lines.get(i).equals("ok;")) {
        follow(lines.get(i), isAcknowledged);
      }
    }
    return acknowledged;
  }

  /// The change under way at the end is in if the gallery says it reaches it.
  private void follow(String line, boolean isAcknowledged) {
    String[] words = line.substring(0, line.length() - 1).split(" ");
    long reaches = Long.parseLong(words[1]);
    if (!isAcknowledged) {
      try (var gallery = StoredGallery.open(folder, Entries.OWNER, SIZES)) {
        if (gallery.snapshot().upTo() == upTo) {
          return;
        }
      }
    }
    if (words[0].equals("add")) {
      LongStream.rangeClosed(upTo + 1, reaches).forEach(live::add);
    } else {
      Arrays.stream(words).skip(2).map(Long::valueOf).forEach(live::remove);
    }
    upTo = reaches;
  }

  /// The process that is killed.
  static final class Child {
    private final StoredGallery gallery;
    private final Random random;
    private final List<Long> live = new ArrayList<>();

    private Child(Path folder, long seed) {
      gallery = StoredGallery.open(folder, Entries.OWNER, SIZES);
      random = new Random(seed);
      Entries.forEachLive(gallery.snapshot(), (segment, row) -> live.add(segment.change(row)));
    }

    public static void main(String[] args) {
      Child child = new Child(Path.of(args[0]), Long.parseLong(args[1]));
      say("up");
      while (true) {
        child.step();
      }
    }

    private void step() {
      int what = random.nextInt(20);
      long upTo = gallery.snapshot().upTo();
      if (what == 0) {
        gallery.compact();
      } else if (what < 8 && live.size() > 1000 || live.size() > 3000) {
        StringBuilder line = new StringBuilder("remove " + (upTo + 1));
        var out = new TreeSet<Long>();
        for (int i = 0; i < 40; i++) {
          out.add(live.remove(random.nextInt(live.size())));
        }
        out.forEach(change -> line.append(' ').append(change));
        say(line.toString());
        gallery.remove(Set.copyOf(out.stream().map(Entries::encounterId).toList()), upTo + 1);
        say("ok");
      } else {
        long last = upTo + 1 + random.nextInt(60);
        List<StoredEntry> added =
            LongStream.rangeClosed(upTo + 1, last).mapToObj(Entries::entry).toList();
        say("add " + last);
        gallery.append(added, last);
        say("ok");
        added.forEach(entry -> live.add(entry.change()));
      }
    }

    private static void say(String line) {
      System.out.print(line + ";\n");
      System.out.flush();
    }
  }
}
