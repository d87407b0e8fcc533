package org.ridgeline.exchange.renew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.renew.TemplateRenewal.Portion;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.extract.Extractor;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.Enrolment;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Renewer;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.repository.TemplateStanding;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

class TemplateRenewalTest {
  private static final FingerPosition INDEX = FingerPosition.RIGHT_INDEX;
  private static final FingerPosition MIDDLE = FingerPosition.RIGHT_MIDDLE;
  private static final GrayImage FIRST = print(INDEX);
  private static final GrayImage SECOND = print(MIDDLE);
  private static final GrayImage WHITE = GrayImage.of(200, 200, 500, white());
  private static final Portion ALL = new Portion(Long.MAX_VALUE, 2);

  @TempDir private Path folder;
  private final FairPool pool = new FairPool("renew-", 2);
  private TestDatabase database;
  private Repository repository;
  private TemplateRenewal renewal;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    ExchangeSchema.migrate(database.of().exchange());
    var source = database.of().criminal();
    repository =
        Repository.open(
            RepositoryProfile.criminal(), source, folder, Engine.standard(), new Population());
    renewal =
        new TemplateRenewal(
            RepositoryName.CRIMINAL,
            new Renewer(source, Extractor.VERSION),
            new Cards(database.of().exchange()),
            new Trail(database.of().exchange()));
  }

  @AfterEach
  void close() {
    pool.close();
    repository.close();
    database.close();
  }

  private static GrayImage print(FingerPosition finger) {
    return Impression.of(FingerMaker.make(31, finger), 1, ImpressionStyle.rolled(85));
  }

  private static byte[] white() {
    byte[] pixels = new byte[200 * 200];
    Arrays.fill(pixels, (byte) 255);
    return pixels;
  }

  private static byte[] card(Map<FingerPosition, GrayImage> prints) {
    TransactionBuilder card = Bookings.car("T1");
    prints.forEach((finger, image) ->
        card.type4(
            finger.fgp(),
            1,
            Picture.of(
                Cga.PNG,
                image.widthPx(),
                image.heightPx(),
                ImageEncoder.encode(ImageFormat.PNG, image))));
    return ItlWriter.write(card.build());
  }

  /// As an extractor of minutiae alone left it.
  private static Template old(GrayImage image) {
    Template made = Extractor.extract(image);
    return new Template(
        made.widthPx(), made.heightPx(), made.resolutionPpi(), made.quality(), made.minutiae());
  }

  private UUID enrol(String source, Map<FingerPosition, Template> fingers, byte[] file) {
    var record =
        new EncounterRecord(
            source,
            Optional.empty(),
            List.of("DOE,SAM"),
            Map.of(),
            List.of(),
            new TenPrint(fingers),
            file);
    return switch (repository.enrol(record, Optional.empty(), 0)) {
      case Enrolment.NewPerson(UUID _, UUID encounter) -> encounter;
      case Enrolment.KnownPerson(UUID _, UUID encounter) -> encounter;
      case Enrolment.IdentifierTaken taken -> throw new AssertionError(taken);
    };
  }

  private Map<FingerPosition, Template> stored(UUID encounter) {
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    JdbcClient.create(database.of().criminal())
        .sql("select fgp, template from finger where encounter_id = ?")
        .param(encounter)
        .query((row, _) ->
            Map.entry(
                FingerPosition.ofFgp(row.getInt(1)).orElseThrow(),
                Template.ofBytes(row.getBytes(2))))
        .list()
        .forEach(one -> fingers.put(one.getKey(), one.getValue()));
    return fingers;
  }

  private Renewed run(Portion portion) throws InterruptedException {
    return renewal.run(pool, portion, (_, _) -> {});
  }

  @Test
  void templatesAreMadeAnewOfTheFingersThatWereEnrolled() throws Exception {
    byte[] file = card(Map.of(INDEX, FIRST, MIDDLE, SECOND));
    UUID both = enrol("r1", Map.of(INDEX, old(FIRST), MIDDLE, old(SECOND)), file);
    UUID one = enrol("r2", Map.of(INDEX, old(FIRST)), file);
    assertThat(run(ALL)).isEqualTo(new Renewed(2, 3, 0, 0, 0, 0));
    assertThat(stored(both))
        .isEqualTo(Map.of(INDEX, Extractor.extract(FIRST), MIDDLE, Extractor.extract(SECOND)));
    assertThat(stored(one)).isEqualTo(Map.of(INDEX, Extractor.extract(FIRST)));
    assertThat(renewal.standing()).isEqualTo(new TemplateStanding(3, 0, 0, 0, 0, 0));
  }

  @Test
  void aFingerWithoutAUsableImageKeepsItsTemplateAndIsTriedOnce() throws Exception {
    var fingers = Map.of(INDEX, old(FIRST), MIDDLE, old(SECOND));
    UUID blank = enrol("r1", fingers, card(Map.of(INDEX, FIRST, MIDDLE, WHITE)));
    UUID bare = enrol("r2", fingers, "no card".getBytes());
    UUID half = enrol("r3", fingers, card(Map.of(MIDDLE, SECOND)));
    assertThat(run(ALL)).isEqualTo(new Renewed(3, 2, 3, 1, 0, 0));
    assertThat(stored(blank))
        .isEqualTo(Map.of(INDEX, Extractor.extract(FIRST), MIDDLE, old(SECOND)));
    assertThat(stored(bare)).isEqualTo(fingers);
    assertThat(stored(half))
        .isEqualTo(Map.of(INDEX, old(FIRST), MIDDLE, Extractor.extract(SECOND)));
    assertThat(run(ALL)).isEqualTo(Renewed.NOTHING);
    assertThat(renewal.standing()).isEqualTo(new TemplateStanding(2, 0, 3, 1, 0, 0));
  }

  @Test
  void aCorrectedCardIsMadeAnewUnderItsCorrectedLabels() throws Exception {
    JdbcClient rows = JdbcClient.create(database.of().exchange());
    rows.sql(
            """
            insert into submission (control, channel, sha256, bytes, state, received_at)
              values ('R7', 'FETCH', '', '', 'ANSWERED', now())
            """)
        .update();
    rows.sql(
            """
            insert into quality_correction values
              ('R7', 0, 'POSITION', '4#1', '2', '3', 'anne', now(), 'swapped'),
              ('R7', 1, 'POSITION', '4#2', '3', '2', 'anne', now(), 'swapped')
            """)
        .update();
    Map<FingerPosition, GrayImage> swapped = new EnumMap<>(FingerPosition.class);
    swapped.put(INDEX, SECOND);
    swapped.put(MIDDLE, FIRST);
    UUID encounter =
        enrol("submission:R7", Map.of(INDEX, old(FIRST), MIDDLE, old(SECOND)), card(swapped));
    assertThat(run(ALL).replaced()).isEqualTo(2);
    assertThat(stored(encounter))
        .isEqualTo(Map.of(INDEX, Extractor.extract(FIRST), MIDDLE, Extractor.extract(SECOND)));
  }

  @Test
  void aRunGoesOnWhereTheLastOneStopped() throws Exception {
    byte[] file = card(Map.of(INDEX, FIRST));
    for (int i = 0; i < 5; i++) {
      enrol("r" + i, Map.of(INDEX, old(FIRST)), file);
    }
    List<Long> told = new ArrayList<>();
    renewal.run(
        pool,
        new Portion(3, 2),
        (sofar, waiting) -> told.addAll(List.of(sofar.encounters(), waiting)));
    assertThat(told).containsExactly(2L, 5L, 3L, 5L);
    assertThat(renewal.standing().waiting()).isEqualTo(2);
    assertThat(run(ALL).replaced()).isEqualTo(2);
    assertThat(run(ALL).encounters()).isZero();
    assertThat(steps())
        .containsExactly(
            "begin waiting=5", "end replaced=3",
            "begin waiting=2", "end replaced=2",
            "begin waiting=0", "end replaced=0");
  }

  private List<String> steps() {
    return new LedgerReader(database.of().ledger())
        .about(List.of(Subject.Kind.REPOSITORY.of("criminal"))).stream()
            .map(e -> e.entry().detail())
            .map(d ->
                d.get("step")
                    + (d.containsKey("waiting")
                        ? " waiting=" + d.get("waiting")
                        : " replaced=" + d.get("replaced")))
            .toList();
  }

  @Test
  void aPortionIsBoundedBelowAtAndAbove() {
    int most = Limits.RENEWAL_BATCH_MAX;
    assertThat(new Portion(1, most - 1).next(0)).isEqualTo(1);
    assertThat(new Portion(1000, most).next(950)).isEqualTo(50);
    assertThatThrownBy(() -> new Portion(1, most + 1)).hasMessageContaining("batch=101 limit=1..");
    assertThatThrownBy(() -> new Portion(1, 0)).hasMessageContaining("batch=0");
    assertThatThrownBy(() -> new Portion(0, 1)).hasMessageContaining("most=0");
  }
}
