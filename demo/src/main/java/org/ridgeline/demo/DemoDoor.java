package org.ridgeline.demo;

import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.operator.Duty;
import org.springframework.stereotype.Component;

/// The way by which visitors of a demo slip into its fictional staff. Shut unless a demo opens it.
@Component
public class DemoDoor {
  private volatile List<Person> people = List.of();

  /// One of the fictional staff.
  /// - **Shape** `password` made at random at this start; `does` what there is to do in that role
  public record Person(String name, Duty duty, String password, String does) {
    /// Keeps the password out of logs.
    @Override
    public String toString() {
      return "Person[" + name + "]";
    }
  }

  /// Opens the door to a demo's staff; nobody shuts it.
  public void open(List<Person> staff) {
    people = List.copyOf(staff);
  }

  /// Whether a demo runs.
  public boolean isOpen() {
    return !people.isEmpty();
  }

  /// The staff, none unless a demo runs.
  public List<Person> people() {
    return people;
  }

  /// One of the staff.
  public Optional<Person> person(String name) {
    return people.stream().filter(person -> person.name().equals(name)).findFirst();
  }
}
