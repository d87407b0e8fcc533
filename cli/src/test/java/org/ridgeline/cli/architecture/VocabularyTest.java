package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A word of one room's own belongs into that room.
class VocabularyTest {
  private static final String HERE = "vocabulary";

  private static String room(Path file) {
    return Sources.root().relativize(file).getName(0).toString();
  }

  private static boolean isPublic(Path file) {
    String name = file.getFileName().toString().replace(".java", "");
    return read(file).lines().anyMatch(line -> line.matches("public .*\\b" + name + "\\b.*"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eachPublicTypeServesTwoRooms() throws IOException {
    List<Path> all = new ArrayList<>(Sources.java("main"));
    List<String> types =
        all.stream()
            .filter(file -> room(file).equals(HERE))
            .filter(VocabularyTest::isPublic)
            .map(Path::toString)
            .map(file -> file.substring(file.indexOf("org/ridgeline"), file.length() - 5))
            .map(file -> file.replace('/', '.'))
            .toList();
    // A room's test that holds its work to a word uses that word, too.
    all.addAll(Sources.java("test"));
    Map<String, Set<String>> users = new TreeMap<>();
    types.forEach(type -> users.put(type, new TreeSet<>()));
    for (Path file : all) {
      String text = read(file);
      for (String type : types) {
        if (!room(file).equals(HERE) && uses(text, type)) {
          users.get(type).add(room(file));
        }
      }
    }
    assertThat(users).hasSizeGreaterThan(12);
    assertThat(users).allSatisfy((type, rooms) -> assertThat(rooms).as(type).hasSizeGreaterThan(1));
  }

  private static boolean uses(String text, String type) {
    return text.contains(type) && Pattern.compile(Pattern.quote(type) + "\\b").matcher(text).find();
  }
}
