package org.ridgeline.exchange.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.StateCount;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the register of jurisdictions says, as of any day.
public final class JurisdictionRegister {
  private static final String ACTIVE =
      " active_from <= :day and (active_to is null or active_to > :day) ";

  private final JdbcClient jdbc;

  public JurisdictionRegister(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A jurisdiction as of a day.
  /// - **Shape** `period` the one the day lies in, else the last that began, else the next
  public record Line(
      Jurisdiction jurisdiction, Optional<Period> period, Ready ready, Agencies agencies) {
    /// Whether it is active on a day.
    public boolean isOn(LocalDate day) {
      return period.filter(p -> p.isOn(day)).isPresent();
    }
  }

  /// Items done of a checklist.
  public record Ready(int done, int items) {
    /// Whether nothing is open.
    public boolean isAll() {
      return done == items;
    }
  }

  /// Its agencies, and how many of them are active on that day.
  public record Agencies(int all, int active) {}

  /// All jurisdictions as of a day, by code.
  public List<Line> lines(LocalDate day) {
    return lines(day, Optional.empty());
  }

  /// One jurisdiction as of a day; empty where it is not listed.
  public Optional<Line> of(Fips fips, LocalDate day) {
    return lines(day, Optional.of(fips)).stream().findFirst();
  }

  private List<Line> lines(LocalDate day, Optional<Fips> only) {
    return jdbc.sql(
            """
            with ticked as (
              select fips, count(*) filter (where done) as done from (
                select distinct on (fips, item) fips, done from readiness_tick
                order by fips, item, tick_id desc) t
              group by fips),
            agencies as (
              select fips, count(distinct ori) as agencies, count(distinct ori) filter (where
                effective_from <= :day and (effective_to is null or effective_to > :day)) as active
              from jurisdiction_agency group by fips)
            select j.fips, j.name, coalesce(t.done, 0) as done,
              (select count(*) from readiness_item) as items,
              coalesce(a.agencies, 0) as agencies, coalesce(a.active, 0) as agencies_active, p.*
            from jurisdiction j
            left join ticked t on t.fips = j.fips
            left join agencies a on a.fips = j.fips
            left join lateral (
              select active_from, active_to, basis, wave_id, imported from jurisdiction_period
              where fips = j.fips and active_to is distinct from active_from
              order by active_from <= :day desc,
                case when active_from <= :day then active_from end desc, active_from
              limit 1) p on true
            where :fips = '' or j.fips = :fips
            order by j.fips
            """)
        .param("day", day)
        .param("fips", only.map(Fips::value).orElse(""))
        .query(JurisdictionRegister::line)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    boolean hasPeriod = row.getObject("active_from") != null;
    return new Line(
        jurisdiction(row),
        hasPeriod ? Optional.of(Period.of(row, number)) : Optional.empty(),
        new Ready(row.getInt("done"), row.getInt("items")),
        new Agencies(row.getInt("agencies"), row.getInt("agencies_active")));
  }

  private static Jurisdiction jurisdiction(ResultSet row) throws SQLException {
    return new Jurisdiction(new Fips(row.getString("fips")), row.getString("name"));
  }

  /// How many are active on a day.
  public Coverage coverage(LocalDate day) {
    return jdbc.sql(
            """
            select count(*), count(distinct state) filter (where in_state),
              count(distinct state) filter (where not in_state)
            from (
              select j.state, left(fips, 2) <> '11' and left(fips, 2) < '60' as in_state
              from jurisdiction j where fips in (select fips from jurisdiction_period where
            """
                + ACTIVE
                + ")) active")
        .param("day", day)
        .query((row, _) ->
            new Coverage(
                new JurisdictionCount(row.getInt(1)), new StateCount(row.getInt(2)), row.getInt(3)))
        .single();
  }

  /// How many are active on a day in each state, district and territory with any, by two letters.
  public SortedMap<String, JurisdictionCount> byState(LocalDate day) {
    SortedMap<String, JurisdictionCount> states = new TreeMap<>();
    jdbc.sql(
            "select state, count(*) from jurisdiction"
                + " where fips in (select fips from jurisdiction_period where"
                + ACTIVE
                + ") group by state")
        .param("day", day)
        .query(row -> {
          states.put(row.getString(1), new JurisdictionCount(row.getInt(2)));
        });
    return states;
  }

  /// The periods of one, the latest first.
  public List<Period> periods(Fips fips) {
    return jdbc.sql(
            "select "
                + Period.COLUMNS
                + " from jurisdiction_period where fips = ? order by active_from desc")
        .param(fips.value())
        .query(Period::of)
        .list();
  }

  /// The public list of changes, the latest first.
  /// - **Limit** [Limits#JURISDICTION_CHANGES_MAX] lines
  public List<Change> changes() {
    return changes("", Limits.JURISDICTION_CHANGES_MAX);
  }

  /// The changes of one, the latest first.
  /// - **Limit** [Limits#JURISDICTION_CHANGES_MAX] lines
  public List<Change> changes(Fips fips) {
    return changes(fips.value(), Limits.JURISDICTION_CHANGES_MAX);
  }

  private List<Change> changes(String fips, int limit) {
    return jdbc.sql(
            """
            select c.at, c.by_whom, c.fips, j.name, c.what, c.why
            from jurisdiction_change c join jurisdiction j using (fips)
            where :fips = '' or c.fips = :fips order by c.change_id desc limit :limit
            """)
        .param("fips", fips)
        .param("limit", limit)
        .query((row, _) ->
            new Change(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                jurisdiction(row),
                row.getString(5),
                row.getString(6)))
        .list();
  }

  /// What a file of the register says: each period, and who has none once, by code and day.
  public List<JurisdictionRow> rows() {
    return jdbc.sql(
            """
            select j.fips, j.name, p.active_from, p.active_to, p.basis
            from jurisdiction j left join jurisdiction_period p
              on p.fips = j.fips and p.active_to is distinct from p.active_from
            order by j.fips, p.active_from
            """)
        .query((row, _) ->
            new JurisdictionRow(
                jurisdiction(row),
                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                Optional.ofNullable(row.getObject(4, LocalDate.class)),
                Optional.ofNullable(row.getString(5)).map(BasisKind::valueOf)))
        .list();
  }
}
