package org.ridgeline.exchange.intake;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Sha256;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Tcn;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes submissions in: reads, checks, keeps the bytes, gives a control number.
///
/// When [#take] returns Accepted, the submission is committed and will be answered whatever
/// crashes. The same ORI and TCN again gives the first control number and nothing else happens.
public final class Intake {
  private final SubmissionStore submissions;
  private final AnswerStore answers;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Runnable wake;

  /// - **Shape** `wake` is run after each acceptance, to start the work
  public Intake(
      SubmissionStore submissions,
      AnswerStore answers,
      TransactionTemplate transaction,
      Clock clock,
      Runnable wake) {
    this.submissions = submissions;
    this.answers = answers;
    this.transaction = transaction;
    this.clock = clock;
    this.wake = wake;
  }

  /// Takes one submission from an agency.
  /// - **Limit** [Limits#SUBMISSION_BYTES_MAX] bytes, checked by whoever reads them
  public IntakeResult take(byte[] bytes, Agency agency, Channel channel) {
    int backlog = submissions.backlog();
    if (backlog >= Limits.BACKLOG_MAX) {
      return new IntakeResult.Busy(Math.max(1, backlog / 10));
    }
    byte[] sha256 = Sha256.of(bytes);
    return switch (ItlReader.read(bytes)) {
      case Decoded.Accepted(Transaction read, List<Finding> findings) ->
          decide(new Came(bytes, sha256, agency, channel), read, findings);
      case Decoded.Refused(List<Finding> findings, Optional<TaggedRecord> header) ->
          refuse(new Came(bytes, sha256, agency, channel), header, Optional.empty(), findings);
    };
  }

  /// A submission as it came through the door.
  private record Came(byte[] bytes, byte[] sha256, Agency agency, Channel channel) {}

  private IntakeResult decide(Came came, Transaction read, List<Finding> reading) {
    Optional<TaggedRecord> header = Optional.of(read.header());
    Optional<IntakeResult> replay = replay(came, header);
    if (replay.isPresent()) {
      return replay.get();
    }
    List<Finding> findings = new ArrayList<>(reading);
    findings.addAll(SubmissionRules.check(read, came.agency()));
    List<Finding> kept = cut(findings);
    return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)
        ? refuse(came, header, read.typeTwo(), kept)
        : accept(came, header, kept);
  }

  private Optional<IntakeResult> replay(Came came, Optional<TaggedRecord> header) {
    Optional<String> ori = ori(header);
    Optional<String> tcn = tcn(header);
    if (ori.isEmpty() || tcn.isEmpty()) {
      return Optional.empty();
    }
    return submissions
        .earlier(ori.get(), tcn.get(), came.sha256())
        .map(first -> firstResult(first, came));
  }

  private IntakeResult firstResult(Submission first, Came came) {
    List<Finding> findings = new ArrayList<>(submissions.findings(first.control()));
    if (!MessageDigest.isEqual(first.sha256(), came.sha256())) {
      findings.add(
          Finding.of(
              Severity.WARNING,
              FindingCode.TCN_REUSED,
              "a TCN of its own, or the bytes of " + first.control() + " again",
              "other bytes under the same ORI and TCN; they are not searched"));
    }
    return first.state() == SubmissionState.REFUSED
        ? new IntakeResult.Refused(first.control(), first.tcn(), true, findings)
        : new IntakeResult.Accepted(
            first.control(), first.tcn(), first.state().name(), true, findings);
  }

  private IntakeResult accept(Came came, Optional<TaggedRecord> header, List<Finding> findings) {
    Submission submission = submission(came, header, SubmissionState.ACCEPTED);
    boolean inserted =
        Boolean.TRUE.equals(
            transaction.execute(_ -> {
              boolean first = submissions.insert(submission, came.bytes());
              if (first) {
                submissions.addFindings(submission.control(), findings);
              }
              return first;
            }));
    if (!inserted) {
      // Another request with the same ORI and TCN was committed between look-up and insert.
      return replay(came, header).orElseThrow();
    }
    wake.run();
    return new IntakeResult.Accepted(
        submission.control(), submission.tcn(), submission.state().name(), false, findings);
  }

  private IntakeResult refuse(
      Came came,
      Optional<TaggedRecord> header,
      Optional<TaggedRecord> two,
      List<Finding> findings) {
    Optional<IntakeResult> replay = replay(came, header);
    if (replay.isPresent()) {
      return replay.get();
    }
    Submission submission = submission(came, header, SubmissionState.REFUSED);
    Instant now = submission.receivedAt();
    var question = new AnswerWriter.Question(submission.control(), header, two, now);
    transaction.executeWithoutResult(_ -> {
      submissions.insert(submission, came.bytes());
      submissions.addFindings(submission.control(), cut(findings));
      answers.add(
          AnswerWriter.errt(question, cut(findings)), Optional.of(came.agency()), came.channel());
    });
    wake.run();
    return new IntakeResult.Refused(submission.control(), submission.tcn(), false, cut(findings));
  }

  private Submission submission(Came came, Optional<TaggedRecord> header, SubmissionState state) {
    Instant now = clock.instant();
    return new Submission(
        submissions.nextControl(now),
        ori(header),
        tcn(header),
        header.flatMap(h -> h.value(4)).map(Intake::short40),
        Optional.of(came.agency().ori().value()),
        came.channel().name(),
        came.sha256(),
        state,
        now,
        Optional.empty(),
        state == SubmissionState.REFUSED ? Optional.of(now) : Optional.empty());
  }

  private static Optional<String> ori(Optional<TaggedRecord> header) {
    return header.flatMap(h -> h.value(8)).map(Intake::short40).filter(v -> !v.isBlank());
  }

  private static Optional<String> tcn(Optional<TaggedRecord> header) {
    return header.flatMap(h -> h.value(9)).filter(Tcn::isValid);
  }

  /// A refused header may hold anything; what is kept of it is short and storable.
  private static String short40(String text) {
    String plain = text.replaceAll("[^ -~]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) : plain;
  }

  private static List<Finding> cut(List<Finding> findings) {
    if (findings.size() <= Limits.FINDINGS_MAX) {
      return List.copyOf(findings);
    }
    List<Finding> kept = new ArrayList<>(findings.subList(0, Limits.FINDINGS_MAX - 1));
    kept.add(
        Finding.of(
            Severity.ERROR,
            FindingCode.FINDINGS_CUT,
            "at most " + Limits.FINDINGS_MAX + " findings",
            findings.size() + ", the rest are not shown"));
    return kept;
  }
}
