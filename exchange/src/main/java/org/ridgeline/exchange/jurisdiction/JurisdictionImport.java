package org.ridgeline.exchange.jurisdiction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.jurisdiction.JurisdictionFile.BadRow;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.JdbcTemplate;

/// Reads a file of jurisdictions into the register: all of it, or nothing.
///
/// A file says what was and is. It begins no agency, and no jurisdiction on a day to come: that
/// takes a wave.
public final class JurisdictionImport {
  private static final int DIGEST_CHARS = 16;

  private final JdbcTemplate jdbc;
  private final ChangeLog log;
  private final Trail trail;
  private final Clock clock;

  public JurisdictionImport(DataSource dataSource, Clock clock) {
    jdbc = new JdbcTemplate(dataSource);
    log = new ChangeLog(dataSource);
    trail = new Trail(dataSource);
    this.clock = clock;
  }

  /// What became of a file.
  public sealed interface Result {
    /// It is in the register.
    /// - **Shape** `same` rows that said what was there already
    record Loaded(int listed, int periods, int same) implements Result {}

    /// Nothing was loaded.
    /// - **Shape** `rows` the first [Limits#JURISDICTION_BAD_ROWS_MAX]; `all` how many there are
    record Refused(List<BadRow> rows, int all) implements Result {
      public Refused {
        rows = List.copyOf(rows);
      }
    }
  }

  /// Reads a file in; a second time it changes nothing.
  /// - **Limit** [Limits#JURISDICTION_FILE_BYTES_MAX]; a reason as of every change
  /// - **Error** beyond: IllegalArgumentException
  public Result load(byte[] file, String reason, Administrator by) {
    String why = RegisterText.reason(reason);
    JurisdictionFile.Contents contents = JurisdictionFile.read(file);
    return trail.together(() -> {
      // Nothing is listed, begun or ended meanwhile; readers go on.
      jdbc.execute("lock table jurisdiction, jurisdiction_period in exclusive mode");
      Merge merge = new Merge(recorded(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      merge.bad.addAll(contents.bad());
      contents.rows().forEach(merge::take);
      if (!merge.bad.isEmpty()) {
        return new Result.Refused(
            merge.bad.stream()
                .sorted(Comparator.comparingLong(BadRow::line))
                .limit(Limits.JURISDICTION_BAD_ROWS_MAX)
                .toList(),
            merge.bad.size());
      }
      return put(merge, Sha256.hex(file), why, by);
    });
  }

  /// A jurisdiction with its periods.
  private record Known(String name, List<Period> periods) {}

  private Map<Fips, Known> recorded() {
    Map<Fips, Known> known = new TreeMap<>();
    jdbc.query(
        "select fips, name from jurisdiction",
        row -> {
          known.put(new Fips(row.getString(1)), new Known(row.getString(2), new ArrayList<>()));
        });
    jdbc.query(
        "select fips, " + Period.COLUMNS + " from jurisdiction_period",
        row -> {
          Optional.ofNullable(known.get(new Fips(row.getString(1))))
              .orElseThrow()
              .periods()
              .add(Period.of(row, 0));
        });
    return known;
  }

  /// What a file adds to what is recorded.
  private static final class Merge {
    private final Map<Fips, Known> known;
    private final LocalDate today;
    private final List<Jurisdiction> listed = new ArrayList<>();
    private final List<JurisdictionRow> begun = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private int same;

    Merge(Map<Fips, Known> known, LocalDate today) {
      this.known = known;
      this.today = today;
    }

    void take(JurisdictionFile.At at) {
      Jurisdiction jurisdiction = at.row().jurisdiction();
      Known one = known.get(jurisdiction.fips());
      boolean isNew = one == null;
      if (isNew) {
        one = new Known(jurisdiction.name(), new ArrayList<>());
        known.put(jurisdiction.fips(), one);
        listed.add(jurisdiction);
      } else if (!one.name().equals(jurisdiction.name())) {
        refuse(at.line(), 1, jurisdiction.name(), "\"" + one.name() + "\", as is recorded");
        return;
      }
      Optional<Period> period = at.row().period();
      boolean isAdded = period.isPresent() && add(at.line(), period.get(), one.periods());
      if (isAdded) {
        begun.add(at.row());
      } else if (!isNew) {
        same++;
      }
    }

    /// Whether a period is new, and fits.
    private boolean add(long line, Period period, List<Period> recorded) {
      for (Period other : recorded) {
        boolean isSame =
            other.from().equals(period.from())
                && other.to().equals(period.to())
                && (period.basis().isEmpty() || period.basis().equals(other.basis()));
        if (isSame && other.isReal()) {
          return false;
        }
        if (other.overlaps(period)) {
          refuse(
              line,
              3,
              said(period),
              "what does not contradict " + said(other) + ", as is recorded");
          return false;
        }
      }
      if (period.from().isAfter(today)) {
        refuse(line, 3, period.from().toString(), today + " or before: plan a wave");
        return false;
      }
      recorded.add(period);
      return true;
    }

    private static String said(Period period) {
      return period
          + period.basis().map(kind -> ", " + kind.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private void refuse(long line, int field, String found, String expected) {
      bad.add(new BadRow(line, JurisdictionFile.HEAD.get(field), found, expected));
    }
  }

  private Result put(Merge merge, String digest, String why, Administrator by) {
    jdbc.batchUpdate(
        "insert into jurisdiction (fips, name, state) values (?, ?, ?)",
        merge.listed.stream()
            .map(one -> new Object[] {one.fips().value(), one.name(), one.state()})
            .toList());
    jdbc.batchUpdate(
        """
        insert into jurisdiction_period (fips, active_from, active_to, basis, imported,
          recorded_by, recorded_at)
        values (?, ?, ?, ?, true, ?, now())
        """,
        merge.begun.stream().map(row -> columns(row, by)).toList());
    if (!merge.listed.isEmpty() || !merge.begun.isEmpty()) {
      tell(merge, digest, why, by);
    }
    return new Result.Loaded(merge.listed.size(), merge.begun.size(), merge.same);
  }

  private static Object[] columns(JurisdictionRow row, Administrator by) {
    return new Object[] {
      row.jurisdiction().fips().value(),
      row.from().orElseThrow(),
      row.to().orElse(null),
      row.basis().map(BasisKind::name).orElse(null),
      by.name()
    };
  }

  private void tell(Merge merge, String digest, String why, Administrator by) {
    List<ChangeLog.Line> lines = new ArrayList<>();
    for (Jurisdiction one : merge.listed) {
      lines.add(new ChangeLog.Line(one.fips(), "listed", why));
      trail.fact(new Event.JurisdictionListed(one.fips().value(), one.name(), one.state()));
    }
    for (JurisdictionRow row : merge.begun) {
      Fips fips = row.jurisdiction().fips();
      lines.add(new ChangeLog.Line(fips, "imported: active " + row.period().orElseThrow(), why));
      trail.fact(
          new Event.JurisdictionActivated(
              fips.value(),
              fips.state(),
              row.from().orElseThrow(),
              row.basis().map(BasisKind::name),
              Optional.empty()));
      row.to()
          .ifPresent(end ->
              trail.fact(new Event.JurisdictionDeactivated(fips.value(), fips.state(), end)));
    }
    log.say(lines, by);
    trail.administrator(
        by,
        RegisterAction.JURISDICTION_IMPORT,
        Subject.Kind.REGISTER.of(digest.substring(0, DIGEST_CHARS)),
        Map.of(
            "sha256",
            digest,
            "listed",
            String.valueOf(merge.listed.size()),
            "periods",
            String.valueOf(merge.begun.size()),
            "reason",
            why));
  }
}
