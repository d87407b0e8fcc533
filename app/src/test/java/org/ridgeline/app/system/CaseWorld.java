package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.EvidenceDesk.Run;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.Reliability;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// A running server with people of every role, and the ways by which cases come into its states.
public final class CaseWorld implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  public final RunningServer running;
  final Rooms.Cases cases;

  public CaseWorld(Path data, Class<?>... doors) throws Exception {
    running = new RunningServer(data, doors);
    Rooms.Casework casework = Rooms.of(running.server).casework();
    // The leads here are invented and have no prints: the examiners' part is played by the tests.
    casework.verification().preparer().close();
    cases = casework.cases();
    OperatorStore operators = Rooms.of(running.server).operators();
    String hash = OperatorPasswords.encoder().encode(PASSWORD);
    for (Role role : Role.values()) {
      for (String number : List.of("one", "two")) {
        operators.add(name(role, number), hash, duty(role), Instant.now());
      }
    }
  }

  static String name(Role role, String number) {
    return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "." + number;
  }

  static Duty duty(Role role) {
    return switch (role.scope()) {
      case NONE -> Duty.of(role);
      case ORI -> new Duty(role, TestCards.ORI);
      case STATE -> new Duty(role, "CA");
    };
  }

  static Actor actor(Role role) {
    return actor(role, "one");
  }

  static Actor actor(Role role, String number) {
    return new Actor(name(role, number), duty(role), "test of the table");
  }

  /// A case of a fictional lead, before the examiners.
  Case opened() {
    UUID lead = UUID.randomUUID();
    return cases
        .shelf()
        .known(cases.intake().take(lead(lead, UUID.randomUUID(), Instant.now())).caseId());
  }

  static Lead lead(UUID leadId, UUID personId, Instant at) {
    return new Lead(
        leadId,
        "R" + leadId.toString().substring(0, 13),
        "TCN-" + leadId,
        new Lead.Place("06067", "CA", Optional.of("Office")),
        new Lead.Match(personId, UUID.randomUUID(), SearchDecision.HIT, Optional.empty()),
        new Lead.Names(List.of("DOE,SAM"), List.of("DOE,SAM")),
        at,
        Lead.Receipt.NONE);
  }

  /// Casework's database, past its desks.
  DataSource dataSource() {
    var manager =
        (DataSourceTransactionManager) cases.shelf().transaction().getTransactionManager();
    return manager.getDataSource();
  }

  JdbcClient jdbc() {
    return JdbcClient.create(dataSource());
  }

  /// Enrols a fictional person in the immigration repository.
  void known(int person) throws InterruptedException {
    Rooms.of(running.server)
        .importer(RepositoryName.IMMIGRATION)
        .take(TestCards.card(person, 1, "IMPORT-" + person, "ROE,SAM"));
  }

  /// Books a known person by a touch of their fingers; gives the control number once casework has
  /// taken the lead.
  String booked(String token, int person, int touch) throws Exception {
    String tcn = "T-" + person + "-" + touch;
    String control =
        running
            .booked(token, TestCards.card(person, touch, tcn, "DOE,SAM"))
            .path("control")
            .asString();
    for (int i = 0; i < 400; i++) {
      if (cases.shelf().cases().ofControl(control).isPresent()) {
        return control;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no case for " + control);
  }

  /// Books somebody whom the immigration repository knows; gives the case before the examiners.
  Case booked(String token, int person) throws Exception {
    known(person);
    UUID caseId = cases.shelf().cases().ofControl(booked(token, person, 2)).orElseThrow().caseId();
    return await(caseId, CaseState.VERIFYING);
  }

  Case now(Case one) {
    return cases.shelf().known(one.caseId());
  }

  Case identified(Case one) {
    return cases.desk().machine(one.caseId(), Step.SETTLE_IDENTIFIED, "test");
  }

  void checks(Case one, CheckResult... results) {
    CitizenshipCheck[] kinds = CitizenshipCheck.values();
    for (int i = 0; i < kinds.length; i++) {
      CheckResult result = i < results.length ? results[i] : new CheckResult.Negative();
      cases
          .evidence()
          .check(
              actor(Role.OFFICER),
              one.caseId(),
              new Run(kinds[i], result, "index of records", LocalDate.now()));
    }
  }

  void facts(Case one) {
    Actor officer = actor(Role.OFFICER);
    cases
        .evidence()
        .fact(
            officer,
            one.caseId(),
            new Fact(
                Fact.Side.NONE_FOUND,
                Fact.Kind.OTHER,
                "benefits index, court records, jail file",
                "own search",
                officer.name(),
                Instant.now()));
    cases
        .evidence()
        .interview(
            officer, one.caseId(), Optional.of(LocalDate.now()), "Spanish", "Asked and answered.");
  }

  UUID document(Case one) {
    return cases
        .evidence()
        .attach(
            actor(Role.OFFICER),
            one.caseId(),
            new SourceDocument.Head(
                "Index extract", true, Reliability.A, LocalDate.now(), "text/plain"),
            "extract".getBytes(StandardCharsets.UTF_8))
        .documentId();
  }

  /// Identified, every gate open, READY.
  Case ready(Case one) {
    identified(one);
    checks(one);
    step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    facts(one);
    return step(Role.OFFICER, one, Step.FINISH_FACTS);
  }

  Case step(Role role, Case one, Step step) {
    return cases.desk().step(actor(role), wish(one, step));
  }

  Wish wish(Case one, Step step) {
    return new Wish(one.caseId(), now(one).version(), step, "a reason in words", seen(one));
  }

  /// What a page of a case drawn now sends back of what it shows.
  String seen(Case one) {
    return cases.exhibits().of(now(one)).token();
  }

  /// Waits until a case is in a state.
  Case await(UUID caseId, CaseState state) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      Case one = cases.shelf().known(caseId);
      if (one.state() == state) {
        return one;
      }
      Thread.sleep(50);
    }
    assertThat(cases.shelf().known(caseId).state()).isEqualTo(state);
    throw new AssertionError("unreachable");
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
