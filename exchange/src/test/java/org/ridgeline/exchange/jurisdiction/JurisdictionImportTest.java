package org.ridgeline.exchange.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.CLERK;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.HEAD;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.TODAY;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.fips;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.jurisdiction.JurisdictionFile.BadRow;
import org.ridgeline.exchange.jurisdiction.JurisdictionImport.Result;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.event.Event;

class JurisdictionImportTest {
  private RegisterRoom world;

  @BeforeEach
  void open() {
    world = new RegisterRoom();
  }

  private List<BadRow> refused(String... lines) {
    Result result = world.load(lines);
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused) result).rows();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String exported() {
    return JurisdictionFile.write(world.register.rows());
  }

  @Test
  void historyIsReadInAndMarkedAndTold() {
    String[] file = {
      "06067,Sacramento County,CA,2009-12-22,2014-11-20,agreement",
      "06067,Sacramento County,CA,2017-01-25,,order",
      "72,Puerto Rico,PR,,,",
      "35013,Doña Ana County,NM,2010-01-12,,"
    };
    assertThat(world.load(file)).isEqualTo(new Result.Loaded(3, 3, 0));
    assertThat(world.register.coverage(LocalDate.of(2010, 2, 1)))
        .hasToString("2 jurisdictions in 2 states");
    assertThat(world.register.coverage(LocalDate.of(2014, 11, 20)))
        .hasToString("1 jurisdiction in 1 state");
    assertThat(world.register.periods(fips("06067"))).allMatch(Period::isImported);
    assertThat(world.isActive(ExchangeRoom.ORI, TODAY)).as("a file begins no agency").isFalse();
    assertThat(world.room.facts())
        .contains(
            new Event.JurisdictionListed("72000", "Puerto Rico", "PR"),
            new Event.JurisdictionActivated(
                "06067",
                "CA",
                LocalDate.of(2009, 12, 22),
                Optional.of("AGREEMENT"),
                Optional.empty()),
            new Event.JurisdictionDeactivated("06067", "CA", LocalDate.of(2014, 11, 20)))
        .hasSize(7);
    assertThat(world.register.changes(fips("06067")))
        .extracting(Change::what)
        .containsExactly(
            "imported: active 2017-01-25 to open",
            "imported: active 2009-12-22 to 2014-11-20",
            "listed");
    assertThat(world.room.entries())
        .filteredOn(e -> e.entry().action().key().equals("jurisdiction.import"))
        .singleElement()
        .satisfies(e -> assertThat(e.entry().detail()).containsEntry("periods", "3"));
    world.activations.activate(new Ori(ExchangeRoom.ORI), TODAY);
    assertThat(world.isActive(ExchangeRoom.ORI, TODAY)).as("by a row of its own").isTrue();
  }

  @Test
  void aSecondTimeNothingChanges() {
    String[] file = {
      "06067,Sacramento County,CA,2009-12-22,2014-11-20,agreement", "06045,Mendocino County,CA,,,"
    };
    world.listed(file);
    long entries = world.room.entries().size();
    assertThat(world.load(file)).isEqualTo(new Result.Loaded(0, 0, 2));
    assertThat(world.room.entries()).hasSize((int) entries);
    assertThat(world.room.facts()).hasSize(4);
    assertThat(world.imports.load(bytes(exported()), "itself", CLERK))
        .isEqualTo(new Result.Loaded(0, 0, 2));
  }

  @Test
  void whatIsWrittenOutIsReadInElsewhere() {
    world.listed(
        "06067,Sacramento County,CA,2009-12-22,2014-11-20,agreement",
        "06067,Sacramento County,CA,2017-01-25,,order",
        "24510,\"Baltimore, city of\",MD,,,");
    String file = exported();
    RegisterRoom other = new RegisterRoom();
    assertThat(other.imports.load(bytes("\uFEFF" + file), "moved", CLERK))
        .isEqualTo(new Result.Loaded(2, 2, 0));
    assertThat(JurisdictionFile.write(other.register.rows())).isEqualTo(file);
  }

  @Test
  void aBadRowIsNamedByLineAndFieldAndNothingIsLoaded() {
    assertThat(
            refused(
                "06067,Sacramento County,CA,,,",
                "6045,Mendocino County,CA,,,",
                "06001,=cmd(),CA,,,",
                "06003,Alpine County,NV,,,",
                "06005,Amador County,CA,2010-13-01,,",
                "06007,Butte County,CA,2010-02-01,2010-02-01,statute",
                "06009,Calaveras County,CA,2010-02-01,,law",
                "06011,Colusa County,CA,,2010-02-01,",
                "06013,Contra Costa County,CA,2010-02-01"))
        .extracting(row -> row.line() + " " + row.field() + " " + row.found())
        .containsExactly(
            "3 fips 6045",
            "4 name =cmd()",
            "5 state NV",
            "6 active_from 2010-13-01",
            "7 active_to 2010-02-01",
            "8 basis law",
            "9 active_to 2010-02-01",
            "10 row 4 fields");
    assertThat(world.register.lines(TODAY)).isEmpty();
    assertThat(world.room.facts()).isEmpty();
  }

  @Test
  void aPeriodThatContradictsTheRegisterIsRefusedWithBothNamed() {
    world.listed("06067,Sacramento County,CA,2009-12-22,,agreement");
    for (String row :
        List.of(
            "06067,Sacramento County,CA,2009-12-22,2014-11-20,agreement",
            "06067,Sacramento County,CA,2009-12-22,,order",
            "06067,Sacramento County,CA,2008-10-27,2010-01-01,agreement",
            "06067,Sacramento County,CA,2015-01-01,,")) {
      assertThat(refused(row))
          .singleElement()
          .satisfies(bad -> {
            assertThat(bad.field()).isEqualTo("active_from");
            assertThat(bad.found()).startsWith(row.split(",")[3]);
            assertThat(bad.expected()).contains("2009-12-22 to open, agreement, as is recorded");
          });
    }
    assertThat(refused("06067,Sacramento,CA,,,"))
        .singleElement()
        .satisfies(
            bad -> assertThat(bad.expected()).isEqualTo("\"Sacramento County\", as is recorded"));
    world.listed("06067,Sacramento County,CA,2008-01-01,2009-12-22,");
    assertThat(world.register.periods(fips("06067"))).hasSize(2);
  }

  @Test
  void rowsOfOneFileDoNotContradictEachOther() {
    assertThat(
            refused(
                "06067,Sacramento County,CA,2009-12-22,,",
                "06067,Sacramento County,CA,2010-12-22,2011-01-01,"))
        .singleElement()
        .satisfies(bad -> assertThat(bad.line()).isEqualTo(3));
    assertThat(world.register.lines(TODAY)).isEmpty();
  }

  @Test
  void aFileBeginsNothingOnADayToComeButRepeatsAWave() {
    assertThat(refused("06067,Sacramento County,CA," + TODAY.plusDays(1) + ",,"))
        .singleElement()
        .satisfies(bad -> assertThat(bad.expected()).contains("plan a wave"));
    world.listed("06067,Sacramento County,CA,,,");
    world.ready("06067");
    world.begun("one", TODAY.plusDays(9), "06067");
    assertThat(world.imports.load(bytes(exported()), "itself", CLERK))
        .isEqualTo(new Result.Loaded(0, 0, 1));
  }

  @Test
  void whatIsNoSuchFileIsSaid() {
    assertThat(world.imports.load(bytes("fips;name\r\n"), "a test", CLERK))
        .hasToString(
            "Refused[rows=[line 1, head: \"fips;name\", expected"
                + " fips,name,state,active_from,active_to,basis], all=1]");
    assertThat(world.imports.load(new byte[0], "a test", CLERK)).isInstanceOf(Result.Refused.class);
    byte[] latin =
        (HEAD + "35013,Do\u00F1a Ana County,NM,,,").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(world.imports.load(latin, "a test", CLERK))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no ->
                assertThat(no.rows().getFirst())
                    .hasToString("line 2, text: \"bytes of another encoding\", expected UTF-8"));
    assertThat(world.imports.load(bytes(HEAD + "06067,\"open"), "a test", CLERK))
        .isInstanceOf(Result.Refused.class);
    assertThatThrownBy(() -> world.imports.load(bytes(HEAD), " ", CLERK))
        .hasMessageContaining("reason.length");
  }

  @Test
  void aFileAndItsBadRowsHaveLimits() {
    int max = Limits.JURISDICTION_FILE_BYTES_MAX;
    assertThat(world.imports.load(bytes(HEAD + "\n".repeat(max - HEAD.length())), "a test", CLERK))
        .isEqualTo(new Result.Loaded(0, 0, 0));
    assertThatThrownBy(() -> world.imports.load(new byte[max + 1], "a test", CLERK))
        .hasMessageContaining("limit=0.." + max);
    String[] rows =
        IntStream.range(0, Limits.JURISDICTION_BAD_ROWS_MAX + 1)
            .mapToObj(n -> "x" + n + ",Name,CA,,,")
            .toArray(String[]::new);
    assertThat(world.load(rows))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no -> {
              assertThat(no.rows()).hasSize(Limits.JURISDICTION_BAD_ROWS_MAX);
              assertThat(no.all()).isEqualTo(Limits.JURISDICTION_BAD_ROWS_MAX + 1);
            });
    String name = "x".repeat(Limits.JURISDICTION_NAME_CHARS_MAX);
    assertThat(refused("06067," + name + "x,CA,,,")).hasSize(1);
    world.listed("06067," + name + ",CA,,,");
  }
}
