package org.ridgeline.exchange.purge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.KeptDemographics;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.SigningKey;

class ExchangeRetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(400));
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(365));

  @TempDir Path folder;
  private final ExchangeRoom room = new ExchangeRoom();
  private final SubmissionStore submissions = new SubmissionStore(room.source());
  private SubmissionPurge purge;
  private Holds holds;
  private List<RetentionRule> rules;

  @BeforeEach
  void open() throws Exception {
    var clock = InstantSource.fixed(NOW).withZone(ZoneOffset.UTC);
    var files = new SubmissionFiles(folder.resolve("inbound"), folder.resolve("outbound"));
    var signer = Receipt.Signer.of(SigningKey.make());
    purge =
        new SubmissionPurge(
            room.source(),
            new SubmissionPurge.Outside(files, new KeptDemographics()),
            SubmissionPurge.Patience.standard(),
            signer,
            clock);
    holds = new Holds(room.source(), clock);
    rules = new ExchangeRetention(room.source(), purge, files, holds).rules();
  }

  private RetentionRule rule(String key) {
    return rules.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  /// A submission closed at a time, with what both searches said.
  private void closed(String control, SubmissionState state, Instant at, String... decisions) {
    submissions.insert(
        ExchangeRoom.submission(control, "T" + control, state),
        control.getBytes(StandardCharsets.UTF_8),
        5);
    room.rows()
        .sql("update submission set closed_at = ? where control = ?")
        .params(Timestamp.from(at), control)
        .update();
    for (int i = 0; i < decisions.length; i++) {
      room.rows()
          .sql(
              """
              insert into search (control, repository, state, decision) values (?, ?, ?, ?)
              """)
          .params(
              control,
              i == 0 ? "criminal" : "immigration",
              decisions[i].equals("PENDING") ? "PENDING" : "DONE",
              decisions[i].equals("PENDING") ? null : decisions[i])
          .update();
    }
  }

  @Test
  void onlyAnsweredSubmissionsWithoutAHitGo() {
    closed("R1", SubmissionState.ANSWERED, OLD, "NO_HIT", "NOT_ACTIVE");
    closed("HIT", SubmissionState.ANSWERED, OLD, "HIT", "NO_HIT");
    closed("LEAD", SubmissionState.ANSWERED, OLD, "NO_HIT", "REVIEW");
    closed("ERROR", SubmissionState.ANSWERED, OLD, "NO_HIT", "ERROR");
    closed("PENDING", SubmissionState.SEARCHING, OLD, "NO_HIT", "PENDING");
    closed("WAITS", SubmissionState.ACCEPTED, OLD);
    closed("YOUNG", SubmissionState.ANSWERED, NOW, "NO_HIT", "NO_HIT");
    closed("HELD", SubmissionState.ANSWERED, OLD, "NO_HIT", "NO_HIT");
    closed("REFUSED", SubmissionState.REFUSED, OLD);
    holds.place(Trail.submission("HELD"), "order 7", "clerk");
    RetentionRule rule = rule("submissions-without-hit");
    assertThat(rule.plan(BEFORE)).isEqualTo(RetentionRule.Plan.of(1, "hold", 1, Optional.of(OLD)));
    assertThat(submissions.bytes("R1")).as("a plan changes nothing").isPresent();
    assertThat(rule.run(BEFORE, "retention.submissions-without-hit=365")).isEqualTo(1);
    assertThat(rule.run(BEFORE, "again")).as("ordered once").isZero();
    assertThat(purge.purgeDue()).isEqualTo(1);
    assertThat(submissions.bytes("R1")).isEmpty();
    assertThat(List.of("HIT", "LEAD", "ERROR", "PENDING", "WAITS", "YOUNG", "HELD", "REFUSED"))
        .allMatch(control -> submissions.bytes(control).isPresent());
    assertThat(new PurgeStore(room.source()).receipts(Trail.submission("R1")).getFirst())
        .satisfies(receipt ->
            assertThat(receipt.statement().says())
                .containsEntry("why", "retention.submissions-without-hit=365"));
    assertThat(rule("submissions-refused").run(BEFORE, "test")).isEqualTo(1);
    purge.purgeDue();
    assertThat(submissions.bytes("REFUSED")).isEmpty();
    assertThat(rule.plan(BEFORE).due()).isZero();
  }

  private Answer answer(String control, boolean acknowledged) {
    Answer made =
        new Answer(
            UUID.randomUUID(),
            control,
            new Answer.Says(AnswerSource.CRIMINAL, "SRE", Optional.of("I"), Outcome.HIT),
            new Answer.About(Optional.of(new UUID(3, 3)), Map.of("FBI", "1")),
            new byte[] {1, 2, 3},
            OLD);
    new AnswerStore(room.source()).add(made, Optional.of(Bookings.agency()), Channel.FETCH);
    if (acknowledged) {
      room.rows()
          .sql("update delivery set delivered_at = ?, acknowledged_at = ? where answer_id = ?")
          .params(Timestamp.from(OLD), Timestamp.from(OLD), made.answerId())
          .update();
    }
    return made;
  }

  @Test
  void anAnswerNobodyAcknowledgedStays() {
    AnswerStore answers = new AnswerStore(room.source());
    for (String control : List.of("R1", "R2", "R3")) {
      closed(control, SubmissionState.ANSWERED, OLD, "HIT", "NO_HIT");
    }
    answer("R1", true);
    answer("R2", false);
    answer("R3", true);
    holds.place(Trail.submission("R3"), "order 7", "clerk");
    RetentionRule rule = rule("answers");
    assertThat(rule.plan(BEFORE)).isEqualTo(RetentionRule.Plan.of(1, "hold", 1, Optional.of(OLD)));
    assertThat(rule.run(BEFORE, "test")).isEqualTo(1);
    assertThat(answers.of("R1").getFirst().isPurged()).isTrue();
    assertThat(answers.of("R1").getFirst().identifiers()).isEmpty();
    assertThat(answers.of("R2").getFirst().isPurged()).isFalse();
    assertThat(answers.of("R3").getFirst().isPurged()).isFalse();
    assertThat(submissions.bytes("R1")).as("the card is another rule's").isPresent();
    assertThat(new PurgeStore(room.source()).receipts(Trail.submission("R1"))).hasSize(1);
    assertThat(rule.run(BEFORE, "again")).isZero();
  }

  @Test
  void aLeadThatNobodyTookOnKeepsItsNames() {
    LeadStore leads = new LeadStore(room.source());
    for (String control : List.of("R1", "R2")) {
      closed(control, SubmissionState.ANSWERED, OLD, "HIT", "HIT");
      leads.add(
          new Lead(
              UUID.randomUUID(),
              control,
              "T" + control,
              new Lead.Place("06067", "CA", Optional.empty()),
              new Lead.Match(new UUID(1, 1), new UUID(2, 1), SearchDecision.HIT, Optional.empty()),
              new Lead.Names(List.of("DOE,SAM"), List.of("DOE,SAM")),
              OLD,
              Lead.Receipt.NONE),
          Optional.empty());
    }
    room.rows()
        .sql("update lead set acknowledged_at = ? where control = 'R1'")
        .param(Timestamp.from(OLD))
        .update();
    assertThat(rule("leads").plan(BEFORE).due()).isEqualTo(1);
    assertThat(rule("leads").run(BEFORE, "test")).isEqualTo(1);
    assertThat(leads.of("R1").orElseThrow().namesKnown()).isEmpty();
    assertThat(leads.of("R2").orElseThrow().namesKnown()).isNotEmpty();
  }

  @Test
  void oldFilesGoUnlessTheyWaitToBeTakenOrAreHeld() throws Exception {
    String ori = ExchangeRoom.ORI;
    List<Path> all =
        List.of(
            folder.resolve("inbound/" + ori + "/done/a.R1.an2"),
            folder.resolve("inbound/" + ori + "/refused/a.b.R2.an2"),
            folder.resolve("outbound/" + ori + "/R3-SRE.an2"),
            folder.resolve("outbound/" + ori + "/R4-SRE.an2"),
            folder.resolve("inbound/" + ori + "/waits.an2"),
            folder.resolve("inbound/" + ori + "/done/young.R5.an2"));
    for (Path file : all) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "card");
      Files.setLastModifiedTime(file, FileTime.from(file == all.getLast() ? NOW : OLD));
    }
    holds.place(Trail.submission("R4"), "order 7", "clerk");
    RetentionRule rule = rule("files");
    assertThat(rule.plan(BEFORE)).isEqualTo(RetentionRule.Plan.of(3, "hold", 1, Optional.of(OLD)));
    assertThat(rule.run(BEFORE, "test")).isEqualTo(3);
    assertThat(all.subList(0, 3)).noneMatch(Files::exists);
    assertThat(all.subList(3, 6)).allMatch(Files::exists);
  }
}
