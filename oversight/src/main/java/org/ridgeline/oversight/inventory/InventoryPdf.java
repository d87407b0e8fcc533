package org.ridgeline.oversight.inventory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

/// An inventory on paper: every row, its cells one after the other, in as many lines as it takes.
/// The same inventory gives the same bytes.
final class InventoryPdf {
  /// Between two cells of a row.
  static final String BETWEEN = " \u00b7 ";

  private static final float MARGIN = 50;
  private static final float INDENT = 14;
  private static final float SIZE = 9;
  private static final float LEADING = 12;
  private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;

  private final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private Optional<PDPageContentStream> page = Optional.empty();
  private float y;

  private InventoryPdf() {}

  static byte[] of(Inventory inventory) {
    InventoryPdf pdf = new InventoryPdf();
    try (PDDocument document = pdf.document) {
      pdf.write(inventory);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("inventory.pdf: " + e.getMessage(), e);
    }
  }

  private void write(Inventory inventory) throws IOException {
    document.setDocumentId(inventory.madeAt().toEpochMilli());
    Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    made.setTimeInMillis(inventory.madeAt().toEpochMilli());
    document.getDocumentInformation().setCreationDate(made);
    document.getDocumentInformation().setTitle("Inventory");
    paragraph(bold, SIZE + 5, "Inventory");
    paragraph(
        plain,
        SIZE,
        "Ridgeline " + inventory.program() + ", asked of the running system " + inventory.madeAt());
    for (Part part : Part.values()) {
      part(part, inventory.rows(part));
    }
    closePage();
  }

  private void part(Part part, List<Entry> rows) throws IOException {
    y -= LEADING;
    paragraph(bold, SIZE + 3, part.title());
    paragraph(plain, SIZE, part.words());
    paragraph(bold, SIZE, String.join(BETWEEN, part.heads()));
    for (Entry entry : rows) {
      paragraph(plain, SIZE, String.join(BETWEEN, entry.cells()));
    }
    if (rows.isEmpty()) {
      paragraph(plain, SIZE, "None.");
    }
  }

  /// Lines after the first are set in.
  private void paragraph(PDFont font, float size, String text) throws IOException {
    float x = MARGIN;
    for (String line : lines(font, size, written(font, text))) {
      room();
      PDPageContentStream stream = page.orElseThrow();
      stream.beginText();
      stream.setFont(font, size);
      stream.newLineAtOffset(x, y);
      stream.showText(line);
      stream.endText();
      y -= LEADING;
      x = MARGIN + INDENT;
    }
  }

  /// A text in lines that are not wider than the page; what has no blank is cut anywhere.
  private static List<String> lines(PDFont font, float size, String text) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String rest = word;
      while (!rest.isEmpty()) {
        String joined = line.isEmpty() ? rest : line + " " + rest;
        if (fits(font, size, joined)) {
          line.replace(0, line.length(), joined);
          rest = "";
        } else if (line.isEmpty()) {
          int cut = rest.length() - 1;
          while (cut > 1 && !fits(font, size, rest.substring(0, cut))) {
            cut--;
          }
          lines.add(rest.substring(0, cut));
          rest = rest.substring(cut);
        } else {
          lines.add(line.toString());
          line.setLength(0);
        }
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static boolean fits(PDFont font, float size, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * size <= WIDTH - INDENT;
  }

  /// The font has western letters only; others, and control characters, are written by their
  /// number.
  private static String written(PDFont font, String text) {
    StringBuilder written = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          String one = Character.toString(point);
          written.append(has(font, one) ? one : String.format(Locale.ROOT, "U+%04X", point));
        });
    return written.toString();
  }

  private static boolean has(PDFont font, String one) {
    try {
      font.encode(one);
      return true;
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }

  /// Begins a page where none is begun or this one is full.
  private void room() throws IOException {
    if (page.isEmpty() || y < MARGIN) {
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
