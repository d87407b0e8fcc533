package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.jurisdiction.BasisKind;
import org.ridgeline.exchange.jurisdiction.BasisStatus;
import org.ridgeline.exchange.jurisdiction.Filings;
import org.ridgeline.exchange.jurisdiction.JurisdictionImport;
import org.ridgeline.exchange.jurisdiction.LegalBasis;
import org.ridgeline.exchange.jurisdiction.PublicNotice;
import org.ridgeline.exchange.jurisdiction.Readiness;
import org.ridgeline.exchange.jurisdiction.Waves;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.Ori;

/// The register of jurisdictions on its page, and the end of one's part there.
class JurisdictionIT {
  private static final String PAGE = "/activation/jurisdictions";
  private static final Fips FIPS = new Fips("06067");
  private static final Administrator CLERK = new Administrator("clerk", "10.0.0.1");

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static Visitor chief;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    chief = visitor(Role.ADMINISTRATOR);
    get(JurisdictionImport.class)
        .load(
            """
            fips,name,state,active_from,active_to,basis
            06067,Sacramento County,CA,,,
            06045,Mendocino County,CA,,,
            48001,Anderson County,TX,2010-01-12,,statute
            """
                .getBytes(StandardCharsets.UTF_8),
            "a <b>test",
            CLERK);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static <T> T get(Class<T> kind) {
    return Rooms.of(world.running.server).get(kind);
  }

  private static Visitor visitor(Role role) throws Exception {
    return Visitor.of(world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static void begun() {
    get(Filings.class)
        .file(
            FIPS,
            new LegalBasis(
                BasisKind.AGREEMENT,
                BasisStatus.VOLUNTARY,
                "Agreement 7",
                "ab".repeat(32),
                today(),
                Optional.empty()),
            "signed",
            CLERK);
    Waves waves = get(Waves.class);
    waves.plan(
        new Waves.Plan(
            "first <i>wave",
            today(),
            new TreeSet<>(List.of(FIPS)),
            new PublicNotice("printed", today())),
        CLERK);
    Readiness readiness = get(Readiness.class);
    readiness.of(FIPS).forEach(item -> readiness.tick(FIPS, item.key(), "seen", CLERK));
    assertThat(waves.carryOut("first <i>wave", CLERK)).isInstanceOf(Waves.Carried.Out.class);
  }

  private static Map<String, String> form(String fips, LocalDate day, String reason) {
    return Map.of("fips", fips, "day", day.toString(), "reason", reason);
  }

  private static boolean isActive(String ori) {
    return world.running.stores().activation().isActive(new Ori(ori), today());
  }

  @Test
  void anAdministratorEndsAJurisdictionAfterReadingHowManyAgenciesEndWithIt() throws Exception {
    List<String> all = List.of("CA0340081", "CA0340082");
    all.forEach(ori -> world.running.agency(ori, false, Channel.FETCH, Optional.empty()));
    begun();
    assertThat(all).allMatch(JurisdictionIT::isActive);
    assertThat(chief.get("/activation").body()).contains("href=\"" + PAGE + "\"");
    assertThat(chief.get(PAGE).body())
        .contains(
            "<span>2</span> <span class=\"of\">of 3</span>",
            "first &lt;i&gt;wave",
            "carried out by clerk",
            "a &lt;b&gt;test",
            "Sacramento County",
            "6 of 6",
            PAGE + "/end?fips=06067")
        .doesNotContain(PAGE + "/end?fips=06045");
    assertThat(chief.get(PAGE + "?q=mendo").body())
        .contains("Mendocino County", "0 of 6")
        .doesNotContain("48001</td>");

    HttpResponse<String> asked = chief.post(PAGE + "/end", form("06067", today(), "left <b>"));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains("agencies that end: 2", "CA0340081", "CA0340082", today().toString())
        .contains("left &lt;b&gt;");
    assertThat(all).allMatch(JurisdictionIT::isActive);
    Map<String, String> confirmed = new TreeMap<>(form("06067", today(), "left <b>"));
    confirmed.put("confirmed", "true");
    assertThat(chief.post(PAGE + "/end", confirmed).statusCode()).isEqualTo(302);
    assertThat(chief.get(PAGE).body())
        .contains("Agencies that end with it: 2.", "left &lt;b&gt;", "0 of 6");
    assertThat(all).noneMatch(JurisdictionIT::isActive);
    assertThat(
            Rooms.of(world.running.server)
                .ledger()
                .about(List.of(Subject.Kind.JURISDICTION.of("06067"))))
        .extracting(e -> e.entry())
        .filteredOn(e -> e.action().key().equals("jurisdiction.end"))
        .singleElement()
        .satisfies(e -> assertThat(e.actor()).isEqualTo(CaseWorld.name(Role.ADMINISTRATOR, "one")));
    assertThat(chief.post(PAGE + "/end", confirmed).statusCode()).isEqualTo(409);
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    for (Map<String, String> wrong :
        List.of(
            form("48001", today().minusDays(1), "past"),
            form("48001", today(), " "),
            form("48001", today(), "\u2003"),
            form("48001", today(), "x".repeat(501)),
            Map.of("fips", "48001", "day", "soon", "reason", "because"))) {
      assertThat(chief.post(PAGE + "/end", wrong).statusCode()).as(wrong + "").isEqualTo(422);
    }
    assertThat(chief.post(PAGE + "/end", form("48003", today(), "none")).statusCode())
        .isEqualTo(404);
    assertThat(chief.get(PAGE + "/end?fips=x").statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyElseSeesOrEndsOne() throws Exception {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        Visitor other = visitor(role);
        assertThat(other.get(PAGE).statusCode()).as(role.name()).isEqualTo(403);
        assertThat(other.post(PAGE + "/end", form("48001", today(), "attack")).statusCode())
            .as(role.name())
            .isEqualTo(403);
      }
    }
    assertThat(visitor(Role.OPERATOR).get("/activation").body()).doesNotContain(PAGE);
  }
}
