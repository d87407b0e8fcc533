package org.ridgeline.exchange.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of submissions, their findings and their probes.
public final class SubmissionStore {
  private static final RecordKind CAME =
      RecordKind.of("exchange.submission", "submission", "control")
          .ownedBy(Subject.Kind.SUBMISSION, "control")
          .lasting("agency_ori", "channel", "sha256", "received_at")
          .content("ori", "tcn", "tot", "sha256(bytes) as bytes");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(CAME);

  private static final String COLUMNS =
      """
      control, ori, tcn, tot, agency_ori, channel, sha256, state, received_at, extracted_at,
      closed_at
      """;

  private final JdbcClient jdbc;
  private final Trail trail;
  private final RecordBook book;

  public SubmissionStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
    book = new RecordBook(dataSource);
  }

  /// A new control number: a letter, year, day of year and twelve digits, as NGI's have.
  public String nextControl(Instant now) {
    long number = jdbc.sql("select nextval('control_number')").query(Long.class).single();
    var day = now.atOffset(ZoneOffset.UTC);
    return "R%04d%03d%012d".formatted(day.getYear(), day.getDayOfYear(), number);
  }

  /// Keeps a submission as it came. False where the same ORI and TCN is already there, not refused.
  /// - **Limit** priority 1, the most urgent, to 9
  public boolean insert(Submission submission, byte[] bytes, int priority) {
    return trail.together(() -> {
      boolean inserted = add(submission, bytes, priority);
      if (inserted) {
        book.keep(CAME, submission.control());
        trail.caller(
            submission.agencyOri().orElse("unknown"),
            "BOOKING_AGENCY",
            submission.state() == SubmissionState.REFUSED
                ? Known.SUBMISSION_REFUSE
                : Known.SUBMISSION_ACCEPT,
            Trail.submission(submission.control()),
            Map.of("sha256", submission.sha256Hex(), "channel", submission.channel().name()));
      }
      return inserted;
    });
  }

  private boolean add(Submission submission, byte[] bytes, int priority) {
    return jdbc.sql(
                """
                insert into submission (control, ori, tcn, tot, agency_ori, channel, sha256, bytes,
                  state, received_at, priority)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_ori, ori, tcn) where state <> 'REFUSED' do nothing
                """)
            .params(
                submission.control(),
                submission.ori().orElse(null),
                submission.tcn().orElse(null),
                submission.tot().orElse(null),
                submission.agencyOri().orElse(null),
                submission.channel().name(),
                submission.sha256(),
                bytes,
                submission.state().name(),
                Timestamp.from(submission.receivedAt()),
                priority)
            .update()
        == 1;
  }

  /// What a sender may use once: the ORI and the TCN of a header.
  public record Once(String ori, String tcn) {}

  /// The submission of a sender that came under this ORI and TCN before and was taken, else one
  /// that was refused with the same bytes. What another sender sent is nobody else's.
  public Optional<Submission> earlier(String sender, Once once, byte[] sha256) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from submission where agency_ori = ? and ori = ? and tcn = ?
                and (state <> 'REFUSED' or sha256 = ?)
                order by state = 'REFUSED', received_at limit 1
                """)
        .params(sender, once.ori(), once.tcn(), sha256)
        .query(SubmissionStore::submission)
        .optional();
  }

  /// The submissions under a TCN, of whatever ORI, oldest first.
  public List<Submission> ofTcn(String tcn) {
    return jdbc.sql("select " + COLUMNS + " from submission where tcn = ? order by received_at")
        .param(tcn)
        .query(SubmissionStore::submission)
        .list();
  }

  /// One submission.
  public Optional<Submission> byControl(String control) {
    return jdbc.sql("select " + COLUMNS + " from submission where control = ?")
        .param(control)
        .query(SubmissionStore::submission)
        .optional();
  }

  /// A submission that an agency made, by its control number; empty where it is another's.
  public Optional<Submission> ofAgency(String ori, String control) {
    return byControl(control).filter(s -> s.agencyOri().filter(ori::equals).isPresent());
  }

  /// How many submissions are in each state.
  public Map<SubmissionState, Integer> counts() {
    Map<SubmissionState, Integer> counts = new EnumMap<>(SubmissionState.class);
    RowCallbackHandler put =
        row -> counts.put(SubmissionState.valueOf(row.getString(1)), row.getInt(2));
    jdbc.sql("select state, count(*) from submission group by state").query(put);
    return counts;
  }

  /// The bytes as they came; empty once they are purged.
  public Optional<byte[]> bytes(String control) {
    return jdbc.sql("select bytes from submission where control = ? and purged_at is null")
        .param(control)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /// Submissions that are due, at most so many of each sender: the oldest first, where each step of
  /// priority counts as [Limits#PRIORITY_STEP_MINUTES] of waiting. None is passed for ever.
  public List<Waiting> extractionWork(int count) {
    return jdbc.sql(
            """
            select control, agency_ori from (
              select control, agency_ori, urgent_at,
                row_number() over (partition by agency_ori order by urgent_at, control) as turn
              from (select control, agency_ori,
                  due_at + (priority - 5) * make_interval(mins => ?) as urgent_at
                from submission where state = 'ACCEPTED' and due_at <= now()) urgent) due
            where turn <= ? order by urgent_at, control
            """)
        .params(Limits.PRIORITY_STEP_MINUTES, count)
        .query((row, _) -> new Waiting(row.getString("control"), row.getString("agency_ori")))
        .list();
  }

  /// Submissions accepted and not yet extracted.
  public int backlog() {
    return backlog("").total();
  }

  /// The same, with how many of them are one sender's.
  public Backlog backlog(String sender) {
    return jdbc.sql(
            """
            select count(*) as total, count(*) filter (where agency_ori = ?) as own
            from submission where state = 'ACCEPTED'
            """)
        .param(sender)
        .query((row, _) -> new Backlog(row.getInt("total"), row.getInt("own")))
        .single();
  }

  /// Moves a submission on, if it still stands where expected.
  public boolean move(String control, SubmissionState from, SubmissionState to, Instant now) {
    return trail.together(() -> {
      boolean moved = set(control, from, to, now);
      if (moved && to == SubmissionState.REFUSED) {
        trail.step(Known.SUBMISSION_REFUSE, Trail.submission(control), Map.of());
      }
      return moved;
    });
  }

  private boolean set(String control, SubmissionState from, SubmissionState to, Instant now) {
    String also =
        switch (to) {
          case SEARCHING -> ", extracted_at = :now";
          case ANSWERED, REFUSED -> ", closed_at = :now";
          case HELD -> "";
          // Once more: what was tried before does not count.
          case ACCEPTED -> ", due_at = now(), attempts = 0, last_error = null";
        };
    return jdbc.sql(
                "update submission set state = :to"
                    + also
                    + " where control = :control and state = :from")
            .param("to", to.name())
            .param("now", Timestamp.from(now))
            .param("control", control)
            .param("from", from.name())
            .update()
        == 1;
  }

  /// Notes a failed extraction and when to try again; gives the number of failures so far.
  public int failed(String control, String error, Duration wait) {
    return jdbc.sql(
            """
            update submission set attempts = attempts + 1, last_error = ?,
              due_at = now() + ? * interval '1 millisecond'
            where control = ? returning attempts
            """)
        .params(error, wait.toMillis(), control)
        .query(Integer.class)
        .single();
  }

  /// Adds findings behind those already there.
  public void addFindings(String control, List<Finding> findings) {
    int number = findingCount(control);
    for (Finding finding : findings) {
      jdbc.sql("insert into finding values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              control,
              number++,
              finding.severity().name(),
              finding.code().name(),
              finding.record(),
              finding.field(),
              finding.offset(),
              finding.expected(),
              finding.found(),
              finding.clause())
          .update();
    }
  }

  /// How many findings there are: where the next ones begin.
  public int findingCount(String control) {
    return jdbc.sql("select coalesce(max(number) + 1, 0) from finding where control = ?")
        .param(control)
        .query(Integer.class)
        .single();
  }

  /// Takes out findings from a number on: others take their place.
  public void dropFindings(String control, int from) {
    jdbc.sql("delete from finding where control = ? and number >= ?")
        .params(control, from)
        .update();
  }

  /// All findings of a submission, in the order found.
  public List<Finding> findings(String control) {
    return jdbc.sql(
            """
            select severity, code, record, field, at_byte, expected, found, clause from finding
            where control = ? order by number
            """)
        .param(control)
        .query((row, _) ->
            new Finding(
                Severity.valueOf(row.getString(1)),
                FindingCode.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8)))
        .list();
  }

  /// Keeps the fingers of a probe.
  public void addFingers(String control, List<ProbeFinger> fingers) {
    for (ProbeFinger finger : fingers) {
      jdbc.sql("insert into probe_finger values (?, ?, ?, ?, ?) on conflict do nothing")
          .params(
              control,
              finger.finger().fgp(),
              finger.record(),
              finger.template().toBytes(),
              finger.usable())
          .update();
    }
  }

  /// Takes out the fingers of a probe: others take their place.
  public void dropFingers(String control) {
    jdbc.sql("delete from probe_finger where control = ?").param(control).update();
  }

  /// The fingers of a probe by position, unusable ones too.
  public List<ProbeFinger> fingers(String control) {
    return jdbc.sql(
            "select fgp, record, template, usable from probe_finger where control = ? order by fgp")
        .param(control)
        .query((row, _) ->
            new ProbeFinger(
                FingerPosition.ofFgp(row.getInt(1)).orElseThrow(),
                row.getString(2),
                Template.ofBytes(row.getBytes(3)),
                row.getBoolean(4)))
        .list();
  }

  /// What is searched: the usable fingers.
  public TenPrint probe(String control) {
    Map<FingerPosition, Template> usable = new EnumMap<>(FingerPosition.class);
    for (ProbeFinger finger : fingers(control)) {
      if (finger.usable()) {
        usable.put(finger.finger(), finger.template());
      }
    }
    return new TenPrint(usable);
  }

  /// The submission a row begins with, its columns in the order of COLUMNS.
  static Submission submission(ResultSet row, int number) throws SQLException {
    return new Submission(
        row.getString(1),
        new Submission.Header(
            Optional.ofNullable(row.getString(2)),
            Optional.ofNullable(row.getString(3)),
            Optional.ofNullable(row.getString(4))),
        new Submission.Sender(
            Optional.ofNullable(row.getString(5)), Channel.valueOf(row.getString(6))),
        row.getBytes(7),
        SubmissionState.valueOf(row.getString(8)),
        new Submission.Times(
            row.getTimestamp(9).toInstant(),
            Optional.ofNullable(row.getTimestamp(10)).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant)));
  }
}
