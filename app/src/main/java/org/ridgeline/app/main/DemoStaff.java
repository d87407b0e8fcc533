package org.ridgeline.app.main;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ridgeline.app.main.DemoDoor.Person;
import org.ridgeline.casework.Actor;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;

/// The demo's fictional staff: somebody of every role, two where two are needed, with passwords
/// made anew at every start.
final class DemoStaff {
  private static final int PASSWORD_BYTES = 9;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<Person> people = new ArrayList<>();

  /// Hires everybody: `ori` is the jail, `state` the bureau they work for.
  DemoStaff(OperatorStore operators, String ori, String state) {
    hire(
        operators,
        "jail.desk",
        new Duty(Role.BOOKING_AGENCY, ori),
        "Reads answers, reports custody");
    hire(operators, "bureau", new Duty(Role.STATE_BUREAU, state), "Relays answers, cures returns");
    hire(operators, "examiner.one", Duty.of(Role.EXAMINER), "Compares prints, blind");
    hire(operators, "examiner.two", Duty.of(Role.EXAMINER), "Compares the same prints, alone");
    hire(operators, "supervisor", Duty.of(Role.SUPERVISOR), "Settles conflicts, lifts stops");
    hire(operators, "officer", Duty.of(Role.OFFICER), "Builds cases and determines");
    hire(operators, "approver", Duty.of(Role.APPROVER), "Signs second");
    hire(operators, "redress", Duty.of(Role.REDRESS_OFFICER), "Answers complaints, corrects");
    hire(operators, "watchdog", Duty.of(Role.OVERSIGHT), "Looks at everything, changes nothing");
    hire(operators, "operator", Duty.of(Role.OPERATOR), "Keeps the exchange running");
    hire(operators, "administrator", Duty.of(Role.ADMINISTRATOR), "Invites people, configures");
  }

  private void hire(OperatorStore operators, String post, Duty duty, String does) {
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
    people.add(new Person(name, duty, password, does));
  }

  List<Person> people() {
    return people;
  }

  /// The first of a role, acting.
  Actor actor(Role role) {
    Person person = of(role);
    return new Actor(person.name(), person.duty(), "demo: filling in fictional cases");
  }

  String password(Role role) {
    return of(role).password();
  }

  private Person of(Role role) {
    return people.stream().filter(p -> p.duty().role() == role).findFirst().orElseThrow();
  }
}
