package org.ridgeline.oversight.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.oversight.report.Report.Published;

/// A report's tables of the nation and its states on paper. The same report gives the same bytes.
final class Pdf {
  private static final float MARGIN = 50;
  private static final float SIZE = 9;
  private static final float LEADING = 13;

  private final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private final Report report;
  private Optional<PDPageContentStream> page = Optional.empty();
  private float y;

  private Pdf(Report report) {
    this.report = report;
  }

  static byte[] of(Report report) {
    Pdf pdf = new Pdf(report);
    try (PDDocument document = pdf.document) {
      pdf.write();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("report.pdf: " + e.getMessage(), e);
    }
  }

  private void write() throws IOException {
    Report.Head head = report.head();
    document.setDocumentId(head.month().hashCode() * 31L + head.version());
    Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    made.setTimeInMillis(head.madeAt().toEpochMilli());
    document.getDocumentInformation().setCreationDate(made);
    document.getDocumentInformation().setTitle("Statistics " + head.month());
    heading("Booking-print interoperability, " + head.month() + ", version " + head.version());
    text(
        "Made "
            + head.madeAt()
            + " from events. Counts below "
            + head.k()
            + " are hidden, zero among them, and further ones so that none can be worked out.");
    text("A hidden count may be small or large. Definitions: see definitions.json beside this.");
    Report.Coverage covered = report.coverage(head.month().atEndOfMonth());
    text(covered.jurisdictions() + " in " + covered.states() + " take part at the month's end.");
    funnel();
    rates();
    answers();
    states();
    closePage();
  }

  private void funnel() throws IOException {
    heading("From booking to outcome");
    line(bold, List.of("", "definition", "in the month", "since inception"));
    for (Line line : Line.values()) {
      Optional<Published> row = report.row(Area.NATION, line, Row.ALL);
      line(
          plain,
          List.of(
              (line.isPart() ? "    " : "") + line.words(),
              line.definition(),
              Text.count(row.flatMap(Published::month)),
              Text.count(row.flatMap(Published::cumulative))));
    }
  }

  private void rates() throws IOException {
    heading("Rates since inception, with exact 95 % intervals");
    line(bold, List.of("", "part of whole", "rate", "interval"));
    for (Rate rate : Rate.of(report)) {
      Optional<Share> share = ReportCsv.share(rate);
      line(
          plain,
          List.of(
              rate.id() + " " + rate.row().words(),
              Text.count(rate.part()) + " of " + Text.count(rate.whole()),
              share.map(one -> Text.percent(one.rate())).orElse("-"),
              share
                  .map(one ->
                      Text.percent(one.bounds().low()) + " to " + Text.percent(one.bounds().high()))
                  .orElse("-")));
    }
  }

  private void answers() throws IOException {
    if (report.answers().isEmpty()) {
      return;
    }
    heading("How long answers took, the nation");
    line(bold, List.of("", "goal", "in the month", "since inception"));
    for (AnswerTime.Goal goal : AnswerTime.Goal.values()) {
      Optional<AnswerTime> time = report.answer(goal.answer(), goal.within());
      line(
          plain,
          List.of(
              goal.answer().definition() + " " + goal.within().words(),
              AnswerTime.words(Optional.of(goal.share())),
              AnswerTime.words(time.flatMap(AnswerTime::month)),
              AnswerTime.words(time.flatMap(AnswerTime::cumulative))));
    }
  }

  private void states() throws IOException {
    heading("States, since inception");
    line(bold, List.of("", "received", "matched", "identified (removed)"));
    List<Area> states =
        report.rows().stream()
            .map(row -> row.key().area())
            .filter(area -> area.kind() == Area.Kind.STATE)
            .distinct()
            .toList();
    for (Area area : states) {
      line(
          plain,
          List.of(
              area.code(),
              count(area, Line.RECEIVED),
              count(area, Line.MATCHED),
              count(area, Line.IDENTIFIED) + " (" + count(area, Line.REMOVED) + ")"));
    }
  }

  private String count(Area area, Line line) {
    return Text.count(report.cumulative(area, line, Row.ALL));
  }

  private void heading(String text) throws IOException {
    room();
    y -= LEADING;
    write(bold, SIZE + 3, MARGIN, text);
    y -= LEADING / 2;
  }

  private void text(String text) throws IOException {
    room();
    write(plain, SIZE, MARGIN, text);
  }

  private void line(PDFont font, List<String> cells) throws IOException {
    room();
    float at = y;
    float[] columns = {MARGIN, 250, 380, 455};
    for (int i = 0; i < cells.size(); i++) {
      y = at;
      write(font, SIZE, columns[i], cells.get(i));
    }
  }

  private void write(PDFont font, float size, float x, String text) throws IOException {
    PDPageContentStream stream = page.orElseThrow();
    stream.beginText();
    stream.setFont(font, size);
    stream.newLineAtOffset(x, y);
    stream.showText(text);
    stream.endText();
    y -= LEADING;
  }

  /// Begins a page where none is begun or this one is full.
  private void room() throws IOException {
    if (page.isEmpty() || y < MARGIN + LEADING) {
      closePage();
      PDPage next = new PDPage(PDRectangle.LETTER);
      document.addPage(next);
      page = Optional.of(new PDPageContentStream(document, next));
      y = PDRectangle.LETTER.getHeight() - MARGIN;
    }
  }

  private void closePage() throws IOException {
    if (page.isPresent()) {
      page.get().close();
      page = Optional.empty();
    }
  }
}
