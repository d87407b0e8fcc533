package org.ridgeline.demo;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.demo.DemoDoor.Person;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;

/// The demo's fictional staff, with passwords made anew at every start: somebody of every role whom
/// a visitor can be, and colleagues whom the demo plays. What a visitor did and what the demo did
/// stay apart by name, in the ledger and on every page.
final class DemoStaff {
  private static final int PASSWORD_BYTES = 9;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PLAYED = "Played by the demo";

  private final OperatorStore operators;
  private final String jail;
  private final List<Person> people = new ArrayList<>();
  private final List<Person> colleagues = new ArrayList<>();

  /// Hires everybody: `ori` is the jail, `state` the bureau they work for.
  DemoStaff(OperatorStore operators, String ori, String state) {
    this.operators = operators;
    jail = ori;
    Duty desk = new Duty(Role.BOOKING_AGENCY, ori);
    Duty bureau = new Duty(Role.STATE_BUREAU, state);
    hire("operator", Duty.of(Role.OPERATOR), "Sees bookings and leads come in");
    hire("examiner.one", Duty.of(Role.EXAMINER), "Compares prints, blind");
    hire("examiner.two", Duty.of(Role.EXAMINER), "Compares the same prints, alone");
    hire("supervisor", Duty.of(Role.SUPERVISOR), "Settles what examiners differ on, lifts stops");
    hire("officer", Duty.of(Role.OFFICER), "Builds cases and determines");
    hire("approver", Duty.of(Role.APPROVER), "Signs second");
    hire("bureau", bureau, "Relays answers, cures returns, sets the state option");
    hire("jail.desk", desk, "Reads answers, reports custody");
    hire("redress", Duty.of(Role.REDRESS_OFFICER), "Answers complaints, corrects");
    hire("watchdog", Duty.of(Role.OVERSIGHT), "Looks at everything, changes nothing");
    hire("administrator", Duty.of(Role.ADMINISTRATOR), "Invites people, keeps the registers");
    colleague("examiner.three", Role.EXAMINER);
    colleague("examiner.four", Role.EXAMINER);
    colleague("supervisor.two", Role.SUPERVISOR);
    colleague("officer.two", Role.OFFICER);
    colleague("approver.two", Role.APPROVER);
    colleague("redress.two", Role.REDRESS_OFFICER);
    colleague("administrator.two", Role.ADMINISTRATOR);
  }

  private void hire(String post, Duty duty, String does) {
    people.add(person(post, duty, does));
  }

  private void colleague(String post, Role role) {
    colleagues.add(person(post, Duty.of(role), PLAYED));
  }

  private Person person(String post, Duty duty, String does) {
    String name = "demo." + post;
    byte[] random = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    String hash = OperatorPasswords.encoder().encode(password);
    if (operators.byName(name).isEmpty()) {
      operators.add(name, hash, duty, Instant.now());
    } else {
      operators.replacePassword(name, hash, "demo");
    }
    return new Person(name, duty, password, does);
  }

  /// Those whom a visitor can be.
  List<Person> people() {
    return List.copyOf(people);
  }

  /// The colleagues of a role, whom the demo plays.
  List<Person> colleagues(Role role) {
    return colleagues.stream().filter(p -> p.duty().role() == role).toList();
  }

  /// The first colleague of a role, acting for a purpose.
  Actor actor(Role role, String purpose) {
    return acting(colleague(role), purpose);
  }

  /// The first of a role whom a visitor can be; the demo only asks what waits for them.
  Actor visitor(Role role) {
    Person person = people.stream().filter(p -> p.duty().role() == role).findFirst().orElseThrow();
    return acting(person, "demo: what waits for a visitor");
  }

  static Actor acting(Person person, String purpose) {
    return new Actor(person.name(), person.duty(), purpose);
  }

  /// The agency of the jail's desk.
  String jail() {
    return jail;
  }

  String password(Role role) {
    return colleague(role).password();
  }

  private Person colleague(Role role) {
    return colleagues(role).getFirst();
  }
}
