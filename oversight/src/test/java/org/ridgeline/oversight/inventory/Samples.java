package org.ridgeline.oversight.inventory;

import java.time.Instant;
import java.util.List;

/// A small inventory with a row or more in every part.
final class Samples {
  static final Instant AT = Instant.parse("2011-04-02T03:04:05Z");

  /// Letters of several scripts, markup, and a word longer than a line.
  static final String AWKWARD = "<b>\"A&B'</b> | Łódź 北 " + "x".repeat(300);

  private Samples() {}

  static Inventory small() {
    return new Inventory(
        "0.0.0",
        AT,
        List.of(
            Entry.of(Part.FORMATS, "program", "0.0.0"),
            Entry.of(Part.TABLES, "exchange", "agency", "12", "who books people"),
            Entry.of(Part.TABLES, "exchange", "new_table", "1", Inventory.NOT_DESCRIBED),
            Entry.of(Part.FOLDERS, "gallery/", "made from the database"),
            Entry.of(Part.FOLDERS, "somebody's.txt", Inventory.NOT_DESCRIBED),
            Entry.of(Part.DATABASE_ROLES, "ridgeline_exchange", "exchange", "owns it"),
            Entry.of(Part.DATABASE_ROLES, "dba_smithereens", "exchange", "select 3 tables"),
            Entry.of(Part.PEOPLE, "OFFICER", "nothing", "builds cases", "sign"),
            Entry.of(Part.PURPOSES, "ENROLMENT", "civil", "no check", "its owner's records"),
            Entry.of(Part.SERVICES, "booking", "CAR CNA", "2", "yes"),
            Entry.of(Part.PARTNERS, "agency", AWKWARD, "CA", "may send"),
            Entry.of(Part.PARTNERS, "agency", "County Jail", "CA", "may send"),
            Entry.of(Part.PARTNERS, "agency", "County Jail", "TX", "disabled"),
            Entry.of(Part.RETENTION, "leads", "somebody took it on", "30 days"),
            Entry.of(Part.ALGORITHMS, "extractor", "1", "nothing", "ab"),
            Entry.of(Part.LINES, "criminal, BOOKING", "hit fpir", "0.001"),
            Entry.of(Part.POLICIES, "priority", "B", "in force", "cd"),
            Entry.of(Part.SETTINGS, "search.hit-fpir", "0.002"),
            Entry.of(Part.SETTINGS, "ledger.witness", "https://witness.invalid:8443/w"),
            Entry.of(Part.SETTINGS, "db-url", "jdbc:postgresql://10.9.8.7/prints"),
            Entry.of(Part.SETTINGS, "search", "no key of its room")));
  }
}
