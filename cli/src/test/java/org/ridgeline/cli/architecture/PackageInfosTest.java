package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a room says of itself is what its pom says.
class PackageInfosTest {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern ROOM =
      Pattern.compile(
          "<dependency>\\s*<groupId>org\\.ridgeline</groupId>\\s*"
              + "<artifactId>ridgeline-([a-z]+)</artifactId>\\s*(<type>[^<]*</type>\\s*)?"
              + "(<scope>test</scope>)?");
  private static final Pattern SAID =
      Pattern.compile("\\*\\*Depends on\\*\\* ([a-z, ]+(?:\n///   [a-z, ]+)*)");

  private static Set<String> rooms() throws IOException {
    Matcher module = MODULE.matcher(Files.readString(Sources.root().resolve("pom.xml")));
    return module.results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> ofPom(String room) throws IOException {
    String pom = Files.readString(Sources.root().resolve(room).resolve("pom.xml"));
    return ROOM.matcher(pom)
        .results()
        .filter(m -> m.group(3) == null)
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> said(String info) {
    Matcher line = SAID.matcher(info);
    if (!line.find() || line.group(1).equals("no room")) {
      return new TreeSet<>();
    }
    return Arrays.stream(line.group(1).replace("\n///   ", " ").split(",\\s*"))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRoomSaysWhatItDependsOn() throws IOException {
    for (String room : rooms()) {
      Path info =
          Sources.root()
              .resolve(room)
              .resolve("src/main/java/org/ridgeline")
              .resolve(room)
              .resolve("package-info.java");
      assertThat(said(Files.readString(info))).as(room).isEqualTo(ofPom(room));
      assertThat(Files.readString(info)).as(room).contains("**Depends on**");
    }
    assertThat(rooms()).hasSizeGreaterThan(15);
  }

  @Test
  void longLinesAreRead() {
    assertThat(said("/// - **Depends on** codec, ledger,\n///   search\n@NullMarked"))
        .containsExactly("codec", "ledger", "search");
  }
}
