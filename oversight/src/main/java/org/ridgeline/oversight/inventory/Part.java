package org.ridgeline.oversight.inventory;

import java.util.List;
import java.util.Locale;

/// A part of the inventory: a table with columns of its own.
/// - **Shape** `columns` names in JSON; the same, with blanks, on paper
public enum Part {
  TABLES(
      "Data held: tables",
      "Every table of the database, as its catalogue has it.",
      "schema",
      "table",
      "columns",
      "held_for"),
  FOLDERS("Data held: files", "What lies in the data folder.", "place", "held_for"),
  DATABASE_ROLES(
      "Roles of the database",
      "What each may do in which schema, as the catalogue has it. A room has a role of its own,"
          + " which owns its schema.",
      "role",
      "schema",
      "may"),
  PEOPLE(
      "Roles of people",
      "One person has one role. Steps are those that move a case.",
      "role",
      "tied_to",
      "there_for",
      "steps_of_a_case"),
  PURPOSES(
      "Purposes",
      "Why a repository is searched or read. One answers no purpose but those named with it. What"
          + " people look at records for is typed by them, and kept in the ledger with every read.",
      "purpose",
      "repositories",
      "part_of",
      "means"),
  SERVICES(
      "Services",
      "What an agency may ask, where it was let to.",
      "service",
      "transactions",
      "least_fingers",
      "kept"),
  PARTNERS("Partners", "Organisations that take part.", "kind", "name", "state", "standing"),
  RETENTION(
      "Retention",
      "Rules that there are and what is set of each. A rule that is not set removes nothing.",
      "rule",
      "days_since",
      "in_force"),
  ALGORITHMS(
      "Algorithms",
      "What makes scores, what it was measured on, and the SHA-256 of what was learned.",
      "algorithm",
      "version",
      "measured",
      "sha256"),
  LINES(
      "Lines",
      "Where the lines are drawn, as rates of errors: of searches for fpir, of comparisons for fmr."
          + " Scores follow from them and from how many persons are searched.",
      "where",
      "line",
      "rate"),
  POLICIES("Policies", "Rules that decide or order work.", "policy", "version", "says", "sha256"),
  SETTINGS(
      "Settings", "What ridgeline.properties or the environment sets; no secret.", "key", "value"),
  FORMATS("Versions", "Of the program and of what it keeps.", "what", "version");

  private final String title;
  private final String words;
  private final List<String> columns;

  Part(String title, String words, String... columns) {
    this.title = title;
    this.words = words;
    this.columns = List.of(columns);
  }

  /// Its name in JSON.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its heading.
  public String title() {
    return title;
  }

  /// What stands below its heading.
  public String words() {
    return words;
  }

  /// Its columns, as JSON has them.
  public List<String> columns() {
    return columns;
  }

  /// Its columns, as people read them.
  List<String> heads() {
    return columns.stream().map(name -> name.replace('_', ' ')).toList();
  }
}
