package org.ridgeline.repository;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of the numbers by which persons are known.
final class IdentifierStore {
  private final JdbcClient jdbc;
  private final List<IdKind> kinds;

  IdentifierStore(JdbcClient jdbc, List<IdKind> kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// What becomes of an enrolment whose numbers are another's than the person of its prints; empty
  /// where none is. A sealed person's number is not said to be somebody's.
  Optional<Enrolment> takenByAnother(Map<String, String> identifiers, Optional<UUID> person) {
    return identifiers.entrySet().stream()
        .filter(id -> openOwner(id.getKey(), id.getValue()).filter(o -> !is(person, o)).isPresent())
        .findFirst()
        .map(id -> new Enrolment.IdentifierTaken(id.getKey(), id.getValue()));
  }

  private static boolean is(Optional<UUID> person, UUID owner) {
    return person.filter(owner::equals).isPresent();
  }

  /// Whose number it is; nobody's where they are sealed.
  Optional<UUID> openOwner(String kind, String value) {
    return jdbc.sql(
            """
            select person_id from identifier join person using (person_id)
            where kind = ? and value = ? and not sealed
            """)
        .params(kind, value)
        .query(UUID.class)
        .optional();
  }

  private boolean isTaken(String kind, String value) {
    return jdbc.sql("select exists (select from identifier where kind = ? and value = ?)")
        .params(kind, value)
        .query(Boolean.class)
        .single();
  }

  /// Keeps numbers of a person, and gives a new one those that the repository assigns. A number
  /// that a sealed person has stays theirs.
  void add(UUID personId, Map<String, String> given, boolean isNew) {
    Map<String, String> all = new LinkedHashMap<>(given);
    all.entrySet().removeIf(id -> isTaken(id.getKey(), id.getValue()));
    if (isNew) {
      for (IdKind kind : kinds) {
        if (kind.isAssigned()) {
          all.computeIfAbsent(kind.name(), _ -> nextFree(kind));
        }
      }
    }
    all.forEach((kind, value) ->
        jdbc.sql("insert into identifier values (?, ?, ?) on conflict do nothing")
            .params(kind, value, personId)
            .update());
  }

  /// An imported number may be one the sequence would reach; it is passed over.
  private String nextFree(IdKind kind) {
    String value;
    do {
      long number = jdbc.sql("select nextval('assigned_id')").query(Long.class).single();
      value = kind.format().formatted(number);
    } while (isTaken(kind.name(), value));
    return value;
  }

  /// A person's numbers by kind.
  Map<String, List<String>> of(UUID personId) {
    return jdbc
        .sql("select kind, value from identifier where person_id = ? order by kind, value")
        .param(personId)
        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }
}
