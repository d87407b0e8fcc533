package org.ridgeline.exchange.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.CLERK;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.TODAY;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.basis;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.fips;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.notice;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.plan;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.event.Event;

class WavesTest {
  private static final String[] BOTH = {"06067", "06045"};

  private RegisterRoom world;

  @BeforeEach
  void open() {
    world = new RegisterRoom();
    world.listed("06067,Sacramento County,CA,,,", "06045,Mendocino County,CA,,,");
    world.room.agency("CA0450001", "CA", "06045");
    world.room.agency("CA0450002", "CA", "06045");
    world.room.agency("CA0010001", "CA", "06001");
  }

  private List<Event> begun() {
    return world.room.facts().stream()
        .filter(fact ->
            fact instanceof Event.JurisdictionActivated || fact instanceof Event.ActivationStarted)
        .toList();
  }

  @Test
  void aWaveBeginsAllItsJurisdictionsAndTheirAgencies() {
    world.ready(BOTH);
    var out = world.begun("one", TODAY.plusDays(5), BOTH);
    assertThat(out.jurisdictions()).isEqualTo(new JurisdictionCount(2));
    assertThat(out.agencies()).isEqualTo(3);
    for (String ori : List.of(ExchangeRoom.ORI, "CA0450001", "CA0450002")) {
      assertThat(world.isActive(ori, TODAY.plusDays(4))).as(ori).isFalse();
      assertThat(world.isActive(ori, TODAY.plusDays(5))).as(ori).isTrue();
    }
    assertThat(world.isActive("CA0010001", TODAY.plusDays(9))).as("a neighbour").isFalse();
    assertThat(begun())
        .hasSize(5)
        .contains(
            new Event.JurisdictionActivated(
                "06045",
                "CA",
                TODAY.plusDays(5),
                Optional.of("AGREEMENT"),
                Optional.of(world.waves.of("one").orElseThrow().id())),
            new Event.ActivationStarted("CA0450002", "06045", "CA", TODAY.plusDays(5)));
    assertThat(world.actions("06045")).endsWith("jurisdiction.begin");
    assertThat(world.room.actions("agency:CA0450001")).contains("activation.begin");
    assertThat(world.register.changes(fips("06045")).getFirst().what())
        .isEqualTo("active from 2026-11-07, 2 agencies");
  }

  @Test
  void whatIsMissingOfOneKeepsAllFromBeginningAndIsNamed() {
    world.ready("06067");
    world.waves.plan(plan("one", TODAY, BOTH), CLERK);
    world.readiness.tick(fips("06045"), "livescan", "tested", CLERK);
    assertThat(world.waves.carryOut("one", CLERK))
        .isInstanceOfSatisfying(
            Waves.Carried.NotReady.class,
            no ->
                assertThat(no.missing())
                    .allMatch(m -> m.fips().equals(fips("06045")))
                    .extracting(Readiness.Missing::item)
                    .containsExactly(
                        "relay",
                        "contact",
                        "legal-basis",
                        "public-notice",
                        "briefing",
                        "legal-basis"));
    assertThat(begun()).isEmpty();
    assertThat(world.isActive(ExchangeRoom.ORI, TODAY)).isFalse();
    assertThat(world.register.coverage(TODAY).jurisdictions()).hasToString("0 jurisdictions");
    assertThat(world.waves.of("one").orElseThrow().activatedBy()).isEmpty();
  }

  @Test
  void aBasisThatIsSuspendedOrOverIsNone() {
    world.ready("06067");
    Fips fips = fips("06067");
    world.filings.file(fips, basis(BasisStatus.SUSPENDED, TODAY), "a court", CLERK);
    world.waves.plan(plan("one", TODAY, "06067"), CLERK);
    assertThat(world.waves.missing(world.waves.of("one").orElseThrow()))
        .singleElement()
        .satisfies(m -> assertThat(m.says()).isEqualTo("it is suspended on " + TODAY));
    world.waves.plan(plan("one", TODAY.plusDays(1), "06067"), CLERK);
    world.filings.file(
        fips,
        new LegalBasis(
            BasisKind.ORDER,
            BasisStatus.MANDATORY,
            "Order",
            "cd".repeat(32),
            TODAY.plusDays(2),
            Optional.empty()),
        "later",
        CLERK);
    assertThat(world.waves.missing(world.waves.of("one").orElseThrow())).hasSize(1);
  }

  @Test
  void aWaveIsCarriedOutOnceAndOnNoDayThatIsPast() {
    world.ready(BOTH);
    world.begun("one", TODAY, "06067");
    assertThatThrownBy(() -> world.waves.carryOut("one", CLERK))
        .hasMessageContaining("carried out already");
    assertThatThrownBy(() -> world.waves.plan(plan("one", TODAY, BOTH), CLERK))
        .hasMessageContaining("carried out already");
    assertThatThrownBy(() -> world.waves.plan(plan("two", TODAY.minusDays(1), "06045"), CLERK))
        .hasMessageContaining("or later");
    world.waves.plan(plan("two", TODAY, "06045"), CLERK);
    world.room.rows().sql("update wave set day = day - 1 where name = 'two'").update();
    assertThatThrownBy(() -> world.waves.carryOut("two", CLERK)).hasMessageContaining("or later");
    assertThatThrownBy(() -> world.waves.carryOut("three", CLERK))
        .hasMessageContaining("wave=three");
    assertThatThrownBy(() -> world.waves.plan(plan("four", TODAY, "06001"), CLERK))
        .hasMessageContaining("fips=06001 is not listed");
  }

  @Test
  void whoIsActiveDoesNotBeginAgain() {
    world.ready(BOTH);
    world.begun("one", TODAY, "06067");
    world.waves.plan(plan("two", TODAY.plusDays(3), BOTH), CLERK);
    assertThat(world.waves.missing(world.waves.of("two").orElseThrow()))
        .singleElement()
        .satisfies(m -> assertThat(m.says()).isEqualTo("it is active 2026-11-02 to open"));
    assertThat(world.waves.carryOut("two", CLERK)).isInstanceOf(Waves.Carried.NotReady.class);
  }

  @Test
  void aWaveIsPlannedAnewUntilItIsCarriedOut() {
    var first = world.waves.plan(plan("one", TODAY.plusDays(9), BOTH), CLERK);
    var second = world.waves.plan(plan("one", TODAY.plusDays(8), "06045"), CLERK);
    assertThat(second).isEqualTo(first);
    assertThat(world.waves.all())
        .singleElement()
        .satisfies(wave -> {
          assertThat(wave.members()).containsExactly(fips("06045"));
          assertThat(wave.day()).isEqualTo(TODAY.plusDays(8));
        });
    assertThat(world.room.actions("wave:" + first)).containsExactly("wave.plan", "wave.plan");
  }

  @Test
  void twoAtOnceCarryItOutOnce() throws Exception {
    world.ready("06067");
    world.waves.plan(plan("one", TODAY, "06067"), CLERK);
    List<Boolean> came =
        ExchangeRoom.atOnce(() -> {
          try {
            return world.waves.carryOut("one", CLERK) instanceof Waves.Carried.Out;
          } catch (IllegalArgumentException _) {
            return false;
          }
        });
    assertThat(came).containsExactlyInAnyOrder(true, false);
    assertThat(begun()).hasSize(2);
  }

  @Test
  void anAgencyBeginsOnlyWhereItsListedJurisdictionIsActive() {
    assertThatThrownBy(() -> world.activations.activate(new Ori("CA0450001"), TODAY))
        .hasMessageContaining("jurisdiction=06045 is not active");
    world.activations.activate(new Ori("CA0010001"), TODAY);
    assertThat(world.isActive("CA0010001", TODAY)).as("not listed").isTrue();
    world.ready("06045");
    world.begun("one", TODAY.plusDays(1), "06045");
    world.room.agency("CA0450003", "CA", "06045");
    assertThat(world.isActive("CA0450003", TODAY.plusDays(1))).as("added later").isFalse();
    assertThatThrownBy(() -> world.activations.activate(new Ori("CA0450003"), TODAY))
        .hasMessageContaining("is not active from " + TODAY);
    world.activations.activate(new Ori("CA0450003"), TODAY.plusDays(1));
    assertThat(world.isActive("CA0450003", TODAY.plusDays(1))).isTrue();
  }

  @Test
  void aWaveHasALimit() {
    assertThat(plan("x".repeat(Limits.JURISDICTION_NAME_CHARS_MAX), TODAY, "06").members())
        .hasSize(1);
    for (String name : List.of("", "x".repeat(Limits.JURISDICTION_NAME_CHARS_MAX + 1))) {
      assertThatThrownBy(() -> plan(name, TODAY, "06")).hasMessageContaining("name.length");
    }
    assertThatThrownBy(() -> plan("none", TODAY)).hasMessageContaining("jurisdictions=0");
    TreeSet<Fips> many =
        Stream.of("04", "05", "06", "08", "09")
            .flatMap(state ->
                IntStream.range(0, 1000).mapToObj(n -> fips(state + String.format("%03d", n))))
            .limit(Limits.WAVE_JURISDICTIONS_MAX + 1)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThatThrownBy(() -> new Waves.Plan("all", TODAY, many, notice()))
        .hasMessageContaining("limit=1.." + Limits.WAVE_JURISDICTIONS_MAX);
    many.pollFirst();
    assertThat(new Waves.Plan("all", TODAY, many, notice()).members()).hasSize(many.size());
  }
}
