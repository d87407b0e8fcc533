package org.ridgeline.repository;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.vocabulary.FingerPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts templates of the present extractor in the place of earlier ones, while searches go on.
///
/// Templates are only ever replaced: no finger and no encounter is added, so that who was erased
/// meanwhile stays erased. Of a sealed encounter or person nothing is read.
/// - **Error** database trouble: Spring's DataAccessException
public final class Renewer {
  private static final String STANDING =
      """
      with stands as (
        select finger.encounter_id, encounter.sealed or person.sealed as is_sealed,
          template_extractor(template) >= :present as is_present,
          case when not_renewed.extractor >= :present then reason end as reason
        from finger join encounter using (encounter_id) join person using (person_id)
        left join not_renewed using (encounter_id, fgp))
      select count(*) filter (where is_present),
        count(*) filter (where not is_present and not is_sealed and reason is null),
        count(*) filter (where not is_present and not is_sealed and reason = 'NO_IMAGE'),
        count(*) filter (where not is_present and not is_sealed and reason = 'NOT_USABLE'),
        count(*) filter (where not is_present and is_sealed),
        count(distinct encounter_id)
          filter (where not is_present and not is_sealed and reason is null)
      from stands
      """;

  private static final String WAITING =
      """
      from finger join encounter using (encounter_id) join person using (person_id)
      left join not_renewed using (encounter_id, fgp)
      where not encounter.sealed and not person.sealed
        and template_extractor(template) < :present
        and (not_renewed.extractor is null or not_renewed.extractor < :present)
      """;

  /// One statement for all: the trigger on it tells galleries of the encounters that it changes,
  /// and of no others.
  private static final String REPLACE =
      """
      update finger set template = made.template
      from unnest(:encounters::uuid[], :fingers::smallint[], :templates::bytea[])
        as made (encounter_id, fgp, template)
      where finger.encounter_id = made.encounter_id and finger.fgp = made.fgp
        and template_extractor(finger.template) < :present
      """;

  private static final String LEAVE =
      """
      insert into not_renewed
      select encounter_id, fgp, :present, reason
      from unnest(:encounters::uuid[], :fingers::smallint[], :reasons::text[])
        as left_as (encounter_id, fgp, reason) join finger using (encounter_id, fgp)
      on conflict (encounter_id, fgp)
        do update set extractor = excluded.extractor, reason = excluded.reason
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final int present;

  /// - **Shape** `dataSource` of the repository; `present`: the version of the extractor that
  ///   templates are to be of
  public Renewer(DataSource dataSource, int present) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.present = present;
  }

  /// The version of the extractor that templates are to be of.
  public int present() {
    return present;
  }

  /// How all templates stand: reads the beginning of each.
  public TemplateStanding standing() {
    return jdbc.sql(STANDING)
        .param("present", present)
        .query((row, _) ->
            new TemplateStanding(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6)))
        .single();
  }

  /// The next encounters with templates to be made anew, by id.
  /// - **Shape** `after`: an encounter's id, the zero id for the first
  public List<UUID> waiting(UUID after, int most) {
    return jdbc.sql(
            "select encounter_id "
                + WAITING
                + "and encounter_id > :after group by encounter_id order by 1 limit :most")
        .param("present", present)
        .param("after", after)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /// What there is of an encounter to be worked on; no finger where there is nothing left to do.
  public OldTemplates read(UUID encounterId) {
    Set<FingerPosition> fingers = EnumSet.noneOf(FingerPosition.class);
    jdbc.sql("select fgp " + WAITING + "and encounter_id = :encounter")
        .param("present", present)
        .param("encounter", encounterId)
        .query(Integer.class)
        .list()
        .forEach(fgp -> fingers.add(FingerPosition.ofFgp(fgp).orElseThrow()));
    EncounterFile file =
        Optional.of(encounterId)
            .filter(_ -> !fingers.isEmpty())
            .flatMap(id -> EncounterStore.file(jdbc, id))
            .orElse(new EncounterFile("", new byte[0]));
    return new OldTemplates(encounterId, fingers, file);
  }

  /// Replaces older templates, and notes which fingers keep theirs, all in one transaction; gives
  /// the number of templates replaced. What has gone meanwhile, or is of this extractor by now, is
  /// left as it is.
  public int replace(List<NewTemplates> made) {
    Integer replaced =
        transaction.execute(_ -> {
          // Before any row is held, as enrolments and amendments do: an erasure is over or to come.
          GalleryLock.take(jdbc);
          leave(made);
          return put(made);
        });
    return replaced;
  }

  private int put(List<NewTemplates> made) {
    List<UUID> encounters = new ArrayList<>();
    List<Integer> fingers = new ArrayList<>();
    List<byte[]> templates = new ArrayList<>();
    for (NewTemplates one : made) {
      one.templates()
          .forEach((finger, template) -> {
            encounters.add(one.encounterId());
            fingers.add(finger.fgp());
            templates.add(template.toBytes());
          });
    }
    return jdbc.sql(REPLACE)
        .param("encounters", encounters.toArray(UUID[]::new))
        .param("fingers", fingers.toArray(Integer[]::new))
        .param("templates", templates.toArray(byte[][]::new))
        .param("present", present)
        .update();
  }

  private void leave(List<NewTemplates> made) {
    List<UUID> encounters = new ArrayList<>();
    List<Integer> fingers = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (NewTemplates one : made) {
      one.left()
          .forEach((finger, reason) -> {
            encounters.add(one.encounterId());
            fingers.add(finger.fgp());
            reasons.add(reason.name());
          });
    }
    jdbc.sql(LEAVE)
        .param("encounters", encounters.toArray(UUID[]::new))
        .param("fingers", fingers.toArray(Integer[]::new))
        .param("reasons", reasons.toArray(String[]::new))
        .param("present", present)
        .update();
  }
}
