package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.QualityControl;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.HoldTimes;
import org.ridgeline.exchange.submission.ImageCorrection;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.Sha256;

/// The exchange with an agency that asks for quality control, cards in and out of order, and a
/// clock that a test moves.
public final class HeldRoom implements AutoCloseable {
  public static final Trail.Person ANNE = new Trail.Person("anne", "QUALITY", "quality control");
  public static final Trail.Person BOB = new Trail.Person("bob", "QUALITY", "quality control");

  /// The fingers of the cards: enough to tell an order from.
  private static final List<FingerPosition> FINGERS =
      List.of(FingerPosition.RIGHT_INDEX, FingerPosition.RIGHT_MIDDLE, FingerPosition.RIGHT_RING);

  private static final Map<FingerPosition, Picture> PRINTS =
      Map.of(
          FINGERS.get(0), print(FINGERS.get(0)),
          FINGERS.get(1), print(FINGERS.get(1)),
          FINGERS.get(2), print(FINGERS.get(2)));

  private final ExchangeRoom room = new ExchangeRoom();
  private final FairPool pool = new FairPool("extract-", 2);
  private Instant now = ExchangeRoom.NOW;

  public HeldRoom() {
    ask(true);
  }

  private static Picture print(FingerPosition finger) {
    GrayImage image = Impression.of(FingerMaker.make(77, finger), 1, ImpressionStyle.rolled(85));
    return Picture.of(
        Cga.PNG, image.widthPx(), image.heightPx(), ImageEncoder.encode(ImageFormat.PNG, image));
  }

  /// Prints are one where their templates are: plain and rolled ones are of the same image here.
  public static PrintComparison comparison() {
    return print -> other -> print.equals(other) ? 1400 : 0;
  }

  public ExchangeRoom room() {
    return room;
  }

  public DataSource source() {
    return room.source();
  }

  public Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  public void later(Duration by) {
    now = now.plus(by);
  }

  public void ask(boolean isAsked) {
    new QualityControl(source())
        .ask(new Ori(ExchangeRoom.ORI), isAsked, new Administrator("ada", "test"));
  }

  public HeldCards cards() {
    return new HeldCards(source(), clock());
  }

  /// Rolled index and middle under each other's label: records 4#1 and 4#2; the plain ones in
  /// order.
  public static TransactionBuilder swapped(String tcn) {
    TransactionBuilder card = Bookings.car(tcn);
    card.type4(2, 1, PRINTS.get(FINGERS.get(1)));
    card.type4(3, 1, PRINTS.get(FINGERS.get(0)));
    card.type4(4, 1, PRINTS.get(FINGERS.get(2)));
    FINGERS.forEach(finger -> card.type4(finger.fgp(), 0, PRINTS.get(finger)));
    return card;
  }

  /// Rolled index and middle of which none can be decoded.
  public static TransactionBuilder poor(String tcn) {
    return Bookings.printed(tcn);
  }

  /// What puts the swapped card right.
  public static Corrections unswap() {
    return new Corrections(
        List.of(
            new ImageCorrection("4#1", Optional.of(3), false, List.of()),
            new ImageCorrection("4#2", Optional.of(2), false, List.of())),
        Map.of());
  }

  public static List<CorrectionLine> lines(Corrections corrections) {
    return CorrectionLine.of(
        corrections, new CorrectionLine.AsSent(Map.of("4#1", 2, "4#2", 3), Map.of(), Map.of()));
  }

  /// Takes a card in.
  public void accept(String control, TransactionBuilder card, int priority) {
    byte[] bytes = ItlWriter.write(card.build());
    Submission plain = ExchangeRoom.submission(control, "T" + control, SubmissionState.ACCEPTED);
    var submission =
        new Submission(
            control,
            plain.header(),
            plain.sender(),
            Sha256.of(bytes),
            plain.state(),
            plain.times());
    new SubmissionStore(source()).insert(submission, bytes, priority);
  }

  /// Extracts it, as after each start.
  public SubmissionState extract(String control) throws InterruptedException {
    DataSource source = source();
    var submissions = new SubmissionStore(source);
    var searches = new SearchStore(source);
    var answers = new AnswerStore(source);
    var trail = new Trail(source);
    var gate = new Gate(new ActivationRegister(source), searches, answers, trail);
    var rule = new HoldRule(source, HoldTimes.standard());
    new Extraction(
            org.ridgeline.exchange.identify.Bookings.of(source),
            new ProbeMaker(pool, comparison()),
            new Extracted(submissions, answers, gate, rule, trail),
            clock())
        .run(control);
    return state(control);
  }

  /// A swapped card that is held.
  public void held(String control) throws InterruptedException {
    accept(control, swapped("T" + control), 5);
    extract(control);
  }

  public SubmissionState state(String control) {
    return new SubmissionStore(source()).byControl(control).orElseThrow().state();
  }

  @Override
  public void close() {
    pool.close();
  }
}
