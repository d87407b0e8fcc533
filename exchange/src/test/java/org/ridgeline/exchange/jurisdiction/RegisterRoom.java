package org.ridgeline.exchange.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.vocabulary.Fips;

/// The exchange's schema with the register over it, at noon of [#TODAY].
final class RegisterRoom {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  static final Clock CLOCK = Clock.fixed(ExchangeRoom.NOW, ZoneOffset.UTC);
  static final Administrator CLERK = new Administrator("clerk", "10.0.0.1");
  static final String HEAD = "fips,name,state,active_from,active_to,basis\r\n";

  final ExchangeRoom room = new ExchangeRoom();
  final JurisdictionRegister register = new JurisdictionRegister(room.source());
  final JurisdictionImport imports = new JurisdictionImport(room.source(), CLOCK);
  final Readiness readiness = new Readiness(room.source(), CLOCK);
  final Filings filings = new Filings(room.source());
  final Waves waves = new Waves(room.source(), CLOCK);
  final Deactivations ends = new Deactivations(room.source(), CLOCK);
  final ActivationRegister activations = new ActivationRegister(room.source());

  RegisterRoom() {
    // The items that a migration made stay when a room is emptied; those of a test do not.
    room.rows().sql("delete from readiness_item where place > 6").update();
  }

  static Fips fips(String code) {
    return Fips.of(code);
  }

  /// Reads a file of these lines in.
  JurisdictionImport.Result load(String... lines) {
    String text = HEAD + Stream.of(lines).map(line -> line + "\r\n").collect(Collectors.joining());
    return imports.load(text.getBytes(StandardCharsets.UTF_8), "a test", CLERK);
  }

  /// Reads lines in that nothing is wrong with.
  void listed(String... lines) {
    assertThat(load(lines)).isInstanceOf(JurisdictionImport.Result.Loaded.class);
  }

  static LegalBasis basis(BasisStatus status, LocalDate from) {
    return new LegalBasis(
        BasisKind.AGREEMENT, status, "Agreement 7", "ab".repeat(32), from, Optional.empty());
  }

  static PublicNotice notice() {
    return new PublicNotice("https://example.invalid/notice", TODAY.minusDays(3));
  }

  static Waves.Plan plan(String name, LocalDate day, String... codes) {
    return new Waves.Plan(
        name,
        day,
        Arrays.stream(codes).map(Fips::of).collect(Collectors.toCollection(TreeSet::new)),
        notice());
  }

  /// Files, publishes and ticks all that a jurisdiction needs.
  void ready(String... codes) {
    for (String code : codes) {
      Fips fips = fips(code);
      filings.file(fips, basis(BasisStatus.VOLUNTARY, TODAY.minusDays(9)), "signed", CLERK);
      filings.publish(fips, notice(), CLERK);
      readiness.of(fips).forEach(item -> readiness.tick(fips, item.key(), "seen", CLERK));
    }
  }

  /// Carries a wave out that nothing is missing of.
  Waves.Carried.Out begun(String name, LocalDate day, String... codes) {
    waves.plan(plan(name, day, codes), CLERK);
    Waves.Carried carried = waves.carryOut(name, CLERK);
    assertThat(carried).isInstanceOf(Waves.Carried.Out.class);
    return (Waves.Carried.Out) carried;
  }

  boolean isActive(String ori, LocalDate day) {
    return activations.isActive(new org.ridgeline.vocabulary.Ori(ori), day);
  }

  List<String> actions(String code) {
    return room.actions("jurisdiction:" + code);
  }
}
