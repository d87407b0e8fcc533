package org.ridgeline.exchange.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.CLERK;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.TODAY;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.basis;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.notice;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Fips;
import org.springframework.dao.DataAccessException;

class ReadinessTest {
  private static final Fips FIPS = new Fips("06067");

  private RegisterRoom world;

  @BeforeEach
  void open() {
    world = new RegisterRoom();
    world.listed("06067,Sacramento County,CA,,,");
  }

  @Test
  void anItemIsTickedByWhomWhenAndWithARemarkAndOpenAgain() {
    assertThat(world.readiness.of(FIPS)).hasSize(6).allMatch(item -> item.tick().isEmpty());
    world.readiness.tick(FIPS, "livescan", " card 17 came back ", CLERK);
    assertThat(world.readiness.of(FIPS).getFirst().tick().orElseThrow())
        .satisfies(tick -> {
          assertThat(tick.by()).isEqualTo("clerk");
          assertThat(tick.remark()).isEqualTo("card 17 came back");
        });
    world.readiness.untick(FIPS, "livescan", "the device broke", CLERK);
    assertThat(world.readiness.of(FIPS).getFirst().tick()).isEmpty();
    assertThat(world.actions("06067")).containsExactly("jurisdiction.tick", "jurisdiction.untick");
    assertThat(world.register.changes(FIPS))
        .extracting(Change::what)
        .startsWith("open again: livescan", "done: livescan");
  }

  @Test
  void whatIsToBeOnRecordIsTickedOnlyWhereItIs() {
    assertThatThrownBy(() -> world.readiness.tick(FIPS, "legal-basis", "sure", CLERK))
        .hasMessageContaining("expected a legal basis");
    assertThatThrownBy(() -> world.readiness.tick(FIPS, "public-notice", "sure", CLERK))
        .hasMessageContaining("expected a published notice");
    world.filings.file(FIPS, basis(BasisStatus.SUSPENDED, TODAY), "a court", CLERK);
    assertThatThrownBy(() -> world.readiness.tick(FIPS, "legal-basis", "sure", CLERK))
        .hasMessageContaining("that holds");
    world.filings.publish(FIPS, new PublicNotice("soon", TODAY.plusDays(1)), CLERK);
    assertThatThrownBy(() -> world.readiness.tick(FIPS, "public-notice", "sure", CLERK))
        .hasMessageContaining("published notice");
    world.filings.file(FIPS, basis(BasisStatus.VOLUNTARY, TODAY), "signed", CLERK);
    world.filings.publish(FIPS, notice(), CLERK);
    world.readiness.tick(FIPS, "legal-basis", "filed", CLERK);
    world.readiness.tick(FIPS, "public-notice", "printed", CLERK);
    assertThat(world.register.of(FIPS, TODAY).orElseThrow().ready())
        .isEqualTo(new JurisdictionRegister.Ready(2, 6));
    assertThat(world.filings.basis(FIPS)).contains(basis(BasisStatus.VOLUNTARY, TODAY));
    assertThat(world.filings.notices(FIPS)).hasSize(2).first().isEqualTo(notice());
  }

  @Test
  void refusesAnItemOrJurisdictionThatThereIsNot() {
    assertThatThrownBy(() -> world.readiness.tick(FIPS, "prayer", "done", CLERK))
        .hasMessageContaining("item=prayer expected one of livescan, relay");
    assertThatThrownBy(() -> world.readiness.tick(new Fips("06001"), "relay", "done", CLERK))
        .hasMessageContaining("not listed");
    for (String remark : new String[] {" ", "é".repeat(Limits.ACTIVATION_REASON_CHARS_MAX + 1)}) {
      assertThatThrownBy(() -> world.readiness.tick(FIPS, "relay", remark, CLERK))
          .hasMessageContaining("remark.length");
    }
    String most = "é".repeat(Limits.ACTIVATION_REASON_CHARS_MAX);
    world.readiness.tick(FIPS, "relay", most, CLERK);
    assertThatThrownBy(() -> world.readiness.tick(FIPS, "relay", "a\u0000b", CLERK))
        .hasMessageContaining("control characters");
  }

  @Test
  void anInstallationAddsItemsOfItsOwn() {
    world
        .room
        .rows()
        .sql("insert into readiness_item (item, place, says) values ('clinic', 9, 'a clinic')")
        .update();
    world.ready("06067");
    assertThat(world.readiness.missing(FIPS, TODAY)).isEmpty();
    assertThat(world.readiness.of(FIPS)).hasSize(7);
  }

  @Test
  void nothingFiledOrTickedIsEverChanged() {
    world.ready("06067");
    for (String table :
        new String[] {"readiness_tick", "legal_basis", "public_notice", "jurisdiction_change"}) {
      assertThatThrownBy(() -> world.room.rows().sql("delete from " + table).update())
          .as(table)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  void aNoticeAndATitleHaveALimit() {
    int max = Limits.JURISDICTION_TEXT_CHARS_MAX;
    world.filings.publish(FIPS, new PublicNotice("é".repeat(max), TODAY), CLERK);
    for (String words : new String[] {"", "x".repeat(max + 1)}) {
      assertThatThrownBy(() -> new PublicNotice(words, TODAY))
          .hasMessageContaining("notice.length");
    }
    assertThat(world.filings.notice(FIPS, TODAY)).isPresent();
  }

  @Test
  void aBasisSaysWhatItIs() {
    assertThatThrownBy(() ->
            new LegalBasis(
                BasisKind.ORDER,
                BasisStatus.MANDATORY,
                "Order 1",
                "AB".repeat(32),
                TODAY,
                Optional.empty()))
        .hasMessageContaining("sha256=");
    assertThatThrownBy(() ->
            new LegalBasis(
                BasisKind.ORDER,
                BasisStatus.MANDATORY,
                "Order 1",
                "ab".repeat(32),
                TODAY,
                Optional.of(TODAY)))
        .hasMessageContaining("expected after");
  }
}
