package org.ridgeline.casework.redress;

import java.util.ArrayList;
import java.util.List;

/// What somebody writes on the public page.
/// - **Shape** all but `account` may be empty; `name` empty is anonymous; `language` a code like
///   `es`; `reference` any number they know
public record Opening(
    ClaimKind kind,
    boolean inCustody,
    String account,
    String wish,
    Person person,
    String language) {
  /// Who writes, as far as they say so.
  public record Person(String name, String contact, String facility, String reference) {
    public Person {
      name = name.strip();
      contact = contact.strip();
      facility = facility.strip();
      reference = reference.strip();
    }
  }

  public Opening {
    account = account.strip();
    wish = wish.strip();
  }

  /// What is wrong with a field.
  public record Fault(String field, Problem problem) {
    /// Kinds of faults.
    public enum Problem {
      MISSING,
      TOO_LONG
    }
  }

  /// What must be put right before it can be taken.
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (account.isEmpty()) {
      faults.add(new Fault("account", Fault.Problem.MISSING));
    }
    check(faults, "account", account, Limits.ACCOUNT_CHARS_MAX);
    check(faults, "wish", wish, Limits.WISH_CHARS_MAX);
    check(faults, "name", person.name(), Limits.LINE_CHARS_MAX);
    check(faults, "contact", person.contact(), Limits.LINE_CHARS_MAX);
    check(faults, "facility", person.facility(), Limits.LINE_CHARS_MAX);
    check(faults, "reference", person.reference(), Limits.LINE_CHARS_MAX);
    return List.copyOf(faults);
  }

  private static void check(List<Fault> faults, String field, String text, int charsMax) {
    if (text.codePointCount(0, text.length()) > charsMax) {
      faults.add(new Fault(field, Fault.Problem.TOO_LONG));
    }
  }
}
