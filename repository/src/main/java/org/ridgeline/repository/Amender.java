package org.ridgeline.repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes of who is who: rows, and what galleries follow, together in the transaction that is
/// open. Once that is committed, no search answers with what was taken out.
/// - **Error** of all: records that are not so: [AmendmentRefusedException], and nothing may be
///   committed
public final class Amender {
  private final JdbcClient jdbc;
  private final String repository;
  private final IdentifierStore identifiers;

  /// - **Shape** `dataSource` of the repository of the profile
  public Amender(DataSource dataSource, RepositoryProfile profile) {
    jdbc = JdbcClient.create(dataSource);
    repository = profile.name();
    identifiers = new IdentifierStore(jdbc, profile.idKinds());
  }

  /// Whether there are such records at all, so that what is asked for can be put right at once.
  public void check(UUID subject, boolean isPerson, Optional<UUID> otherPerson) {
    if (isPerson) {
      checkPerson(subject);
    } else if (count("encounter", "encounter_id", subject) == 0) {
      throw refused("there is no encounter " + subject);
    }
    otherPerson.ifPresent(this::checkPerson);
  }

  private void checkPerson(UUID personId) {
    if (count("person", "merged_into is null and person_id", personId) == 0) {
      throw refused("there is no person " + personId + ", or they were merged into another");
    }
  }

  private int count(String table, String column, UUID id) {
    return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /// Deletes an encounter with its file, prints, names and history; with the last one the person,
  /// too. Numbers are the person's and stay with them.
  public Amended removeEncounter(UUID encounterId) {
    UUID personId = lock(encounterId);
    return encountersOf(personId).size() == 1
        ? erase(Optional.of(personId), List.of(encounterId))
        : erase(Optional.empty(), List.of(encounterId));
  }

  /// Deletes an encounter likewise that was enrolled before a time; empty, and nothing deleted,
  /// where it is not there any more, is younger, or it or its person is sealed.
  public Optional<Amended> expire(UUID encounterId, Instant before) {
    // Seals and other amendments take it too: what is asked holds until the end.
    GalleryLock.take(jdbc);
    boolean isDue =
        jdbc.sql(
                """
                select exists (select from encounter e join person p using (person_id)
                  where e.encounter_id = ? and e.created_at < ? and not e.sealed and not p.sealed)
                """)
            .params(encounterId, Timestamp.from(before))
            .query(Boolean.class)
            .single();
    return isDue ? Optional.of(removeEncounter(encounterId)) : Optional.empty();
  }

  /// Deletes a person and all that is known of them, those that were merged into them included.
  public Amended removePerson(UUID personId) {
    lockPerson(personId);
    return erase(Optional.of(personId), encountersOf(personId));
  }

  private Amended erase(Optional<UUID> person, List<UUID> encounters) {
    UUID[] ids = encounters.toArray(UUID[]::new);
    List<byte[]> files =
        jdbc.sql("select sha256 from encounter_file where encounter_id = any(?)")
            .param(ids)
            .query((row, _) -> row.getBytes(1))
            .list();
    leaveGallery(ids);
    SortedMap<String, Integer> rows = new TreeMap<>();
    for (String table : List.of("encounter_file", "finger", "name_used", "history_record")) {
      rows.put(table, delete(table, "encounter_id", ids));
    }
    rows.put("encounter", delete("encounter", "encounter_id", ids));
    person.ifPresent(id -> {
      rows.put("identifier", delete("identifier", "person_id", id));
      rows.put("person", delete("person", "merged_into", id) + delete("person", "person_id", id));
    });
    return new Amended(person.stream().toList(), encounters, rows, files);
  }

  private int delete(String table, String column, UUID... ids) {
    return jdbc.sql("delete from " + table + " where " + column + " = any(?)").param(ids).update();
  }

  /// Makes one person of two: all of `from` becomes `into`'s; the old id leads to the new one.
  public Amended merge(UUID from, UUID into) {
    if (from.equals(into)) {
      throw refused("a person cannot be merged into themselves: name two");
    }
    // In one order, so that two merges never wait for each other.
    boolean isFromSealed;
    boolean isIntoSealed;
    if (from.compareTo(into) < 0) {
      isFromSealed = lockPerson(from);
      isIntoSealed = lockPerson(into);
    } else {
      isIntoSealed = lockPerson(into);
      isFromSealed = lockPerson(from);
    }
    if (isFromSealed || isIntoSealed) {
      throw refused("one of the two is sealed: unseal before merging");
    }
    List<UUID> encounters = encountersOf(from);
    leaveGallery(encounters.toArray(UUID[]::new));
    for (String table : List.of("encounter", "name_used", "history_record", "identifier")) {
      jdbc.sql("update " + table + " set person_id = ? where person_id = ?")
          .params(into, from)
          .update();
    }
    jdbc.sql("update person set merged_into = ? where person_id = ? or merged_into = ?")
        .params(into, from, from)
        .update();
    enterGallery(encounters);
    return Amended.of(List.of(from, into), encounters);
  }

  /// Gives an encounter to another person, or to a new one, who gets the numbers that every new
  /// person gets.
  /// - **Error** the encounter's person is sealed, or the other: it would be found there
  public Amended move(UUID encounterId, Optional<UUID> to) {
    UUID from = lock(encounterId);
    unsealed(encounterId, from);
    if (encountersOf(from).size() == 1) {
      throw refused(
          "encounter "
              + encounterId
              + " is the only one of person "
              + from
              + ": merge the person instead");
    }
    UUID into = to.orElseGet(this::newPerson);
    if (into.equals(from)) {
      throw refused("encounter " + encounterId + " is person " + from + "'s already");
    }
    if (lockPerson(into)) {
      throw refused("person " + into + " is sealed: unseal before moving an encounter there");
    }
    leaveGallery(encounterId);
    for (String table : List.of("encounter", "name_used", "history_record")) {
      jdbc.sql("update " + table + " set person_id = ? where encounter_id = ?")
          .params(into, encounterId)
          .update();
    }
    enterGallery(List.of(encounterId));
    return Amended.of(List.of(from, into), List.of(encounterId));
  }

  /// An encounter's own seal goes with it; its person's does not.
  private void unsealed(UUID encounterId, UUID personId) {
    boolean isSealed =
        jdbc.sql("select sealed from person where person_id = ?")
            .param(personId)
            .query(Boolean.class)
            .single();
    if (isSealed) {
      throw refused(
          "person "
              + personId
              + ", whose encounter "
              + encounterId
              + " is, is sealed: unseal them before it is moved or unlinked");
    }
  }

  private UUID newPerson() {
    UUID personId = UUID.randomUUID();
    jdbc.sql("insert into person (person_id) values (?)").param(personId).update();
    identifiers.add(personId, Map.of(), true);
    return personId;
  }

  /// Seals an encounter, or lifts its seal: a sealed one stays in the rows, no search finds it and
  /// nobody reads it.
  public Amended sealEncounter(UUID encounterId, boolean isSealed) {
    lock(encounterId);
    leaveGallery(encounterId);
    changeSeal("encounter", "encounter_id", encounterId, isSealed);
    enterGallery(List.of(encounterId));
    return Amended.of(List.of(), List.of(encounterId));
  }

  /// The same for a person with all their encounters, those to come excepted: who comes again is
  /// somebody new.
  public Amended sealPerson(UUID personId, boolean isSealed) {
    lockPerson(personId);
    List<UUID> encounters = encountersOf(personId);
    leaveGallery(encounters.toArray(UUID[]::new));
    changeSeal("person", "person_id", personId, isSealed);
    enterGallery(encounters);
    return Amended.of(List.of(personId), encounters);
  }

  private void changeSeal(String table, String column, UUID id, boolean isSealed) {
    int changed =
        jdbc.sql("update " + table + " set sealed = ? where " + column + " = ? and sealed <> ?")
            .params(isSealed, id, isSealed)
            .update();
    if (changed == 0) {
      throw refused(table + " " + id + (isSealed ? " is sealed already" : " is not sealed"));
    }
  }

  /// Holds an encounter's person, and says who that is.
  private UUID lock(UUID encounterId) {
    GalleryLock.take(jdbc);
    UUID personId =
        jdbc.sql("select person_id from encounter where encounter_id = ? for update")
            .param(encounterId)
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> refused("there is no encounter " + encounterId));
    lockPerson(personId);
    return personId;
  }

  /// Holds a person, and says whether they are sealed.
  private boolean lockPerson(UUID personId) {
    GalleryLock.take(jdbc);
    record Held(boolean isSealed, Optional<UUID> mergedInto) {}
    Held held =
        jdbc.sql("select sealed, merged_into from person where person_id = ? for update")
            .param(personId)
            .query((row, _) ->
                new Held(row.getBoolean(1), Optional.ofNullable(row.getObject(2, UUID.class))))
            .optional()
            .orElseThrow(() -> refused("there is no person " + personId));
    held.mergedInto()
        .ifPresent(into -> {
          throw refused("person " + personId + " was merged into " + into + ": name that one");
        });
    return held.isSealed();
  }

  private List<UUID> encountersOf(UUID personId) {
    return jdbc.sql("select encounter_id from encounter where person_id = ? order by encounter_id")
        .param(personId)
        .query(UUID.class)
        .list();
  }

  /// Before the rows change: a trigger then finds nothing left to do.
  private void leaveGallery(UUID... encounters) {
    jdbc.sql("select gallery_removal(?)").param(encounters).query((_, _) -> true).list();
  }

  /// After the rows changed: those that may be found now.
  private void enterGallery(List<UUID> encounters) {
    jdbc.sql("select gallery_addition(?)")
        .param(encounters.toArray(UUID[]::new))
        .query((_, _) -> true)
        .list();
  }

  private AmendmentRefusedException refused(String why) {
    return new AmendmentRefusedException("repository " + repository + ": " + why);
  }
}
