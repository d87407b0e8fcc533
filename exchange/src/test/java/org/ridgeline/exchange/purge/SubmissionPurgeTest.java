package org.ridgeline.exchange.purge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
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
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Template;

class SubmissionPurgeTest {
  private static final String SECRET = "DOE,SAMUEL-SECRET";
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path folder;
  private final ExchangeRoom room = new ExchangeRoom();
  private final SubmissionStore submissions = new SubmissionStore(room.source());
  private final AnswerStore answers = new AnswerStore(room.source());
  private final PurgeableSubmissions purgeable = new PurgeableSubmissions(room.source());
  private final KeptDemographics demographics = new KeptDemographics();
  private Instant now = NOW;
  private SigningKey key;
  private SubmissionPurge purge;
  private Holds holds;

  @BeforeEach
  void open() throws Exception {
    key = SigningKey.make();
    var clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    purge = purge(Receipt.Signer.of(key));
    holds = new Holds(room.source(), clock);
  }

  private SubmissionPurge purge(Receipt.Signer signer) {
    return new SubmissionPurge(
        room.source(),
        new SubmissionPurge.Outside(
            new SubmissionFiles(folder.resolve("inbound"), folder.resolve("outbound")),
            demographics),
        SubmissionPurge.Patience.standard(),
        signer,
        ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  }

  private void booked(String control, SubmissionState state) {
    submissions.insert(
        ExchangeRoom.submission(control, "T" + control, state),
        SECRET.getBytes(StandardCharsets.UTF_8),
        5);
    submissions.addFindings(
        control, List.of(Finding.of(Severity.WARNING, FindingCode.TCN_REUSED, "a", SECRET)));
    submissions.addFingers(
        control,
        List.of(
            new ProbeFinger(
                FingerPosition.RIGHT_THUMB,
                "14.1",
                new Template(100, 100, 500, 50, List.of()),
                true)));
    new LeadStore(room.source())
        .add(
            new Lead(
                UUID.randomUUID(),
                control,
                "T" + control,
                new Lead.Place("06067", "CA", Optional.empty()),
                new Lead.Match(
                    new UUID(1, 1), new UUID(2, 1), SearchDecision.HIT, Optional.empty()),
                new Lead.Names(List.of(SECRET), List.of(SECRET)),
                NOW,
                Lead.Receipt.NONE),
            Optional.empty());
  }

  private Answer answer(String control) {
    Answer made =
        new Answer(
            UUID.randomUUID(),
            control,
            new Answer.Says(AnswerSource.CRIMINAL, "SRE", Optional.of("I"), Outcome.HIT),
            new Answer.About(Optional.of(new UUID(3, 3)), Map.of("FBI", SECRET)),
            SECRET.getBytes(StandardCharsets.UTF_8),
            NOW);
    answers.add(made, Optional.of(Bookings.agency()), Channel.FETCH);
    return made;
  }

  private Path file(String name, Duration age) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, SECRET);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    return file;
  }

  /// Rows of all tables of the exchange that still say it.
  private List<String> whereItStands() {
    return room
        .rows()
        .sql("select table_name from information_schema.tables where table_schema = 'exchange'")
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            room.rows()
                .sql(
                    "select exists (select 1 from "
                        + table
                        + " t where t::text like ? or t::text like ?)")
                .params("%" + SECRET + "%", "%" + hex() + "%")
                .query(Boolean.class)
                .single())
        .toList();
  }

  private static String hex() {
    return HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingOfThePersonIsLeftAndAReceiptIs() throws Exception {
    booked("R1", SubmissionState.ANSWERED);
    Answer made = answer("R1");
    answers.acknowledged(made.answerId(), ExchangeRoom.ORI);
    Path done = file("inbound/" + ExchangeRoom.ORI + "/done/DOE.R1.an2", Duration.ZERO);
    Path refused = file("inbound/" + ExchangeRoom.ORI + "/refused/x.R1.an2", Duration.ZERO);
    Path others = file("inbound/" + ExchangeRoom.ORI + "/done/DOE.R11.an2", Duration.ZERO);
    Path out = file("outbound/" + ExchangeRoom.ORI + "/R1-SRE.an2", Duration.ofDays(2));
    Path linked = file("elsewhere.an2", Duration.ofDays(2));
    Path link =
        Files.createSymbolicLink(
            folder.resolve("outbound/" + ExchangeRoom.ORI + "/R1-IDR.an2"), linked);
    assertThat(whereItStands()).contains("submission", "finding", "answer", "lead");
    purge.order("R1", "test");
    assertThat(purge.purgeDue()).isEqualTo(1);
    assertThat(whereItStands()).isEmpty();
    assertThat(List.of(done, refused, out)).noneMatch(Files::exists);
    assertThat(List.of(others, linked, link)).allMatch(Files::exists);
    assertThat(submissions.fingers("R1")).isEmpty();
    assertThat(submissions.bytes("R1")).isEmpty();
    assertThat(purgeable.purgedAt("R1")).contains(NOW);
    assertThat(submissions.byControl("R1").orElseThrow().state())
        .isEqualTo(SubmissionState.ANSWERED);
    assertThat(answers.of("R1").getFirst().outcome()).isEqualTo(Outcome.HIT);
    List<Receipt> receipts = new PurgeStore(room.source()).receipts(Trail.submission("R1"));
    assertThat(receipts).hasSize(1);
    assertThat(receipts.getFirst().isSignedBy(key.open())).isTrue();
    assertThat(receipts.getFirst().statement().says())
        .containsEntry("templates", "1")
        .containsEntry("files-taken", "2")
        .containsEntry("files-outbound", "1")
        .containsEntry("answers", "1")
        .containsEntry("submission-bytes", "" + SECRET.length())
        .containsEntry("why", "test");
    assertThat(room.actions(Trail.submission("R1"))).endsWith("submission.purge");
    purge.order("R1", "again");
    assertThat(purge.purgeDue()).as("applied once").isZero();
  }

  @Test
  void aCardThatWaitsForItsSearchIsNotTouched() {
    for (SubmissionState state : List.of(SubmissionState.ACCEPTED, SubmissionState.SEARCHING)) {
      String control = "R-" + state;
      booked(control, state);
      purge.order(control, "test");
      assertThat(purge.purgeDue()).isZero();
      assertThat(submissions.bytes(control)).isPresent();
      assertThat(submissions.fingers(control)).hasSize(1);
      assertThat(new PurgeStore(room.source()).waitsFor(control))
          .contains("its searches and answers");
    }
  }

  @Test
  void anAnswerStaysUntilItsAgencyHasItOrItIsTooLate() {
    booked("R1", SubmissionState.ANSWERED);
    Answer made = answer("R1");
    purge.order("R1", "test");
    assertThat(purge.purgeDue()).isZero();
    assertThat(whereItStands()).containsExactly("answer");
    assertThat(submissions.bytes("R1")).as("nobody waits for the card itself").isEmpty();
    answers.fetched("R1");
    answers.acknowledged(made.answerId(), ExchangeRoom.ORI);
    now = NOW.plus(Duration.ofMinutes(2));
    assertThat(purge.purgeDue()).isEqualTo(1);
    assertThat(whereItStands()).isEmpty();
    assertThat(new PurgeStore(room.source()).receipts(Trail.submission("R1"))).hasSize(2);

    booked("R2", SubmissionState.ANSWERED);
    answer("R2");
    now = NOW.plus(Duration.ofDays(31));
    purge.order("R2", "test");
    assertThat(purge.purgeDue()).as("nobody came for it").isEqualTo(1);
    assertThat(whereItStands()).isEmpty();
  }

  @Test
  void aHoldKeepsItUntilItIsReleased() {
    booked("R1", SubmissionState.ANSWERED);
    assertThat(holds.place(Trail.submission("R1"), "Doe v. County", "clerk")).isTrue();
    assertThat(holds.place(Trail.submission("R1"), "again", "clerk")).isFalse();
    purge.order("R1", "test");
    assertThat(purge.purgeDue()).isZero();
    assertThat(submissions.bytes("R1")).isPresent();
    assertThat(new PurgeStore(room.source()).waitsFor("R1")).contains("a hold");
    assertThat(holds.release(Trail.submission("R1"), "settled", "clerk")).isTrue();
    assertThat(purge.purgeDue()).isEqualTo(1);
    assertThat(submissions.bytes("R1")).isEmpty();
    assertThat(room.actions(Trail.submission("R1")))
        .contains("retention.hold", "retention.release");
  }

  @Test
  void whatFailsAfterEverythingWentIsTriedAgainAndDoneOnce() {
    booked("R1", SubmissionState.ANSWERED);
    purge.order("R1", "test");
    SubmissionPurge failing =
        purge(_ -> {
          throw new IllegalStateException("the disk is full");
        });
    assertThat(failing.purgeDue()).isZero();
    assertThat(submissions.bytes("R1")).as("no row goes without its receipt").isPresent();
    assertThat(new PurgeStore(room.source()).waitsFor("R1")).contains("the disk is full");
    now = NOW.plus(Duration.ofHours(1));
    assertThat(purge.purgeDue()).isEqualTo(1);
    assertThat(new PurgeStore(room.source()).receipts(Trail.submission("R1"))).hasSize(1);
  }
}
