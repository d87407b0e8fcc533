package org.ridgeline.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows of the design. A new room must be named here before it builds.
class RoomsTest {
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("vocabulary", Set.of()),
          Map.entry("codec", Set.of("vocabulary")),
          Map.entry("extract", Set.of("vocabulary")),
          Map.entry("search", Set.of("vocabulary")),
          Map.entry("policy", Set.of()),
          Map.entry("estimate", Set.of()),
          Map.entry("node", Set.of()),
          Map.entry("fixture", Set.of("node")),
          Map.entry("ledger", Set.of("vocabulary")),
          Map.entry("repository", Set.of("vocabulary", "search", "ledger")),
          Map.entry("outbox", Set.of("vocabulary")),
          Map.entry(
              "exchange",
              Set.of("vocabulary", "codec", "extract", "repository", "ledger", "outbox")),
          Map.entry(
              "casework",
              Set.of("vocabulary", "policy", "estimate", "exchange", "ledger", "outbox")),
          Map.entry("oversight", Set.of("vocabulary", "estimate", "ledger", "outbox")),
          Map.entry("synth", Set.of("vocabulary", "codec")),
          Map.entry("chart", Set.of("vocabulary", "extract", "search")),
          Map.entry(
              "bench",
              Set.of("vocabulary", "codec", "estimate", "extract", "search", "chart", "synth")),
          Map.entry(
              "rest",
              Set.of(
                  "vocabulary", "codec", "ledger", "repository", "outbox", "exchange", "casework")),
          Map.entry("counter", Set.of("vocabulary", "casework", "oversight")),
          Map.entry(
              "console",
              Set.of(
                  "vocabulary",
                  "policy",
                  "estimate",
                  "codec",
                  "ledger",
                  "repository",
                  "chart",
                  "exchange",
                  "casework",
                  "oversight",
                  "rest")),
          Map.entry("app", all("app", "demo", "cli", "synth", "bench", "fixture")),
          Map.entry("demo", all("demo", "cli", "bench", "fixture")),
          Map.entry("cli", all("cli", "fixture")));

  /// Everything but these.
  private static Set<String> all(String... but) {
    Set<String> rooms =
        new HashSet<>(
            List.of(
                "vocabulary policy codec extract search node ledger outbox repository exchange"
                    .split(" ")));
    rooms.addAll(List.of("estimate casework oversight".split(" ")));
    rooms.addAll(List.of("synth chart bench rest counter console app demo cli fixture".split(" ")));
    rooms.removeAll(List.of(but));
    return rooms;
  }

  private static final int ROOM_PERCENT_MAX = 20;

  private static final List<String> PURE =
      List.of("vocabulary", "policy", "estimate", "codec", "extract", "search");

  private static final JavaClasses CLASSES = Classes.OF_ROOMS;

  private static final Path ROOT = Sources.root();

  @Test
  void everyModuleIsARoomOfTheDesign() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    Set<String> modules = new TreeSet<>();
    var module = Pattern.compile("<module>([^<]+)</module>").matcher(pom);
    while (module.find()) {
      modules.add(module.group(1));
    }
    assertThat(modules).isEqualTo(new TreeSet<>(ARROWS.keySet()));
  }

  @Test
  void everyClassLiesInARoom() {
    Set<String> strangers = new HashSet<>();
    for (JavaClass one : CLASSES) {
      if (!ARROWS.containsKey(room(one))) {
        strangers.add(one.getName());
      }
    }
    assertThat(CLASSES.size()).isGreaterThan(150);
    assertThat(strangers).isEmpty();
  }

  @Test
  void roomsDependOnlyAlongTheArrows() {
    ARROWS.forEach((room, allowed) ->
        noClasses()
            .that(liesIn(Set.of(room)))
            .should()
            .dependOnClassesThat(liesIn(others(room, allowed)))
            .allowEmptyShould(true)
            .check(CLASSES));
  }

  @Test
  void thePomsNameNoRoomTheArrowsDoNot() throws IOException {
    // A static final int is inlined by javac: the bytecode does not show the arrow, the pom does.
    for (var arrow : ARROWS.entrySet()) {
      String pom = Files.readString(ROOT.resolve(arrow.getKey()).resolve("pom.xml"));
      var dependency =
          Pattern.compile(
                  "<dependency>\\s*<groupId>org\\.ridgeline</groupId>\\s*"
                      + "<artifactId>ridgeline-([a-z]+)</artifactId>(?!\\s*<scope>test)")
              .matcher(pom);
      while (dependency.find()) {
        assertThat(arrow.getValue()).as(arrow.getKey()).contains(dependency.group(1));
      }
    }
  }

  @Test
  void noCyclesBetweenThePackagesOfARoom() {
    assertThat(Cycles.betweenPackages(CLASSES)).isEmpty();
  }

  @Test
  void noCyclesBetweenFiles() {
    assertThat(Cycles.betweenFiles(CLASSES)).isEmpty();
  }

  @Test
  void noRoomIsTooLarge() throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    for (Path file : Sources.java("main")) {
      try (Stream<String> text = Files.lines(file)) {
        lines.merge(ROOT.relativize(file).getName(0).toString(), text.count(), Long::sum);
      }
    }
    long all = lines.values().stream().mapToLong(Long::longValue).sum();
    assertThat(lines.keySet()).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    assertThat(lines)
        .allSatisfy((room, own) ->
            assertThat(own * 100).as(room).isLessThanOrEqualTo(all * ROOM_PERCENT_MAX));
  }

  /// The one place of a pure room that keeps files: docs/decisions/0005-gallery-files.md.
  private static final String GALLERY = "org.ridgeline.search.gallery";

  @Test
  void pureRoomsHaveNoFrameworkClockOrRandomness() {
    noClasses()
        .that(liesIn(new HashSet<>(PURE)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "java.net.http..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.Random|java\\.time\\.Clock")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  @Test
  void pureRoomsHaveNoFilesButTheGallery() {
    noClasses()
        .that(liesIn(new HashSet<>(PURE)))
        .and()
        .resideOutsideOfPackage(GALLERY)
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.nio\\.file\\.Files|java\\.nio\\.channels\\.FileChannel")
        .check(CLASSES);
    assertThat(CLASSES.get(GALLERY + ".SegmentFile").getDirectDependenciesFromSelf())
        .as("the exception is still needed")
        .anyMatch(d -> d.getTargetClass().getName().equals("java.nio.file.Files"));
  }

  @Test
  void onlySearchAndExtractMayUseTheVectorModule() {
    noClasses()
        .that(DescribedPredicate.not(liesIn(Set.of("search", "extract"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator.vector..")
        .check(CLASSES);
  }

  @Test
  void sourceAfisIsAPeerInBenchAlone() {
    noClasses()
        .that(DescribedPredicate.not(liesIn(Set.of("bench"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.machinezoo.sourceafis..")
        .check(CLASSES);
  }

  @Test
  void thisTestCanFail() {
    assertThatThrownBy(() ->
            noClasses()
                .that(liesIn(Set.of("codec")))
                .should()
                .dependOnClassesThat(liesIn(Set.of("vocabulary")))
                .check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("codec");
  }

  @Test
  void noRoomGoesDeeperThanOnePackage() {
    try (Stream<JavaClass> all = CLASSES.stream()) {
      assertThat(all.map(JavaClass::getPackageName).distinct())
          .allMatch(name -> name.split("\\.").length <= 4);
    }
  }

  private static Set<String> others(String room, Set<String> allowed) {
    Set<String> others = new HashSet<>(ARROWS.keySet());
    others.removeAll(allowed);
    others.remove(room);
    return others;
  }

  private static String room(JavaClass one) {
    String[] parts = one.getPackageName().split("\\.");
    return parts.length > 2 ? parts[2] : "";
  }

  private static DescribedPredicate<JavaClass> liesIn(Set<String> rooms) {
    return DescribedPredicate.describe(
        "lie in " + new TreeSet<>(rooms),
        one -> one.getName().startsWith("org.ridgeline.") && rooms.contains(room(one)));
  }
}
