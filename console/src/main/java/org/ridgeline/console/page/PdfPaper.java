package org.ridgeline.console.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// A document of headings and lines on as many pages as it takes, tagged so that a screen reader
/// knows headings from text, and with its font in it so that it reads the same everywhere.
public final class PdfPaper {
  private static final float MARGIN = 56;
  private static final float SIZE = 10;
  private static final float LEADING = 14;
  private static final int PIECE_CHARS_MAX = 60;

  /// Latin, Greek and Cyrillic, under the SIL Open Font License, as PDFBox brings it.
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /// Of the letters' size: how far a bold letter is drawn around its outline.
  private static final float BOLD = 0.035f;

  private final PDDocument document = new PDDocument();
  private final CmapLookup letters;
  private final PDFont font;
  private final PDStructureElement root;
  private final List<Block> blocks = new ArrayList<>();
  private final PDRectangle sheet = PDRectangle.A4;

  private record Block(String type, String text, float size, boolean isBold) {}

  public PdfPaper(String title) {
    try (var file = PDDocument.class.getResourceAsStream(FONT)) {
      TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file));
      letters = face.getUnicodeCmapLookup();
      font = PDType0Font.load(document, face, true);
    } catch (IOException e) {
      throw new UncheckedIOException(FONT, e);
    }
    PDStructureTreeRoot tree = new PDStructureTreeRoot();
    var catalog = document.getDocumentCatalog();
    catalog.setStructureTreeRoot(tree);
    catalog.setLanguage("en");
    PDMarkInfo mark = new PDMarkInfo();
    mark.setMarked(true);
    catalog.setMarkInfo(mark);
    root = new PDStructureElement(StandardStructureTypes.DOCUMENT, tree);
    tree.appendKid(root);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setProducer("Ridgeline");
    document.setDocumentInformation(information);
  }

  /// Writes the title of the paper.
  public void title(String text) {
    blocks.add(new Block(StandardStructureTypes.H1, text, 16, true));
  }

  /// Writes a heading.
  public void heading(String text) {
    blocks.add(new Block(StandardStructureTypes.H2, text, 12, true));
  }

  /// Writes a line of name and text.
  public void line(String text) {
    blocks.add(new Block(StandardStructureTypes.P, text, SIZE, false));
  }

  /// The document as a file.
  public byte[] bytes() {
    try (document;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Map<Integer, PDParentTreeValue> parents = new TreeMap<>();
      Sheet at = new Sheet(parents);
      for (Block block : blocks) {
        at.write(block);
      }
      at.close();
      PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
      tree.setNumbers(parents);
      document.getDocumentCatalog().getStructureTreeRoot().setParentTree(tree);
      document.getDocumentCatalog().getStructureTreeRoot().setParentTreeNextKey(parents.size());
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /// The page being written.
  private final class Sheet {
    private final Map<Integer, PDParentTreeValue> parents;
    private PDPage page = new PDPage(sheet);
    private PDPageContentStream content;
    private COSArray marks = new COSArray();
    private float y;

    Sheet(Map<Integer, PDParentTreeValue> parents) throws IOException {
      this.parents = parents;
      content = open();
    }

    private PDPageContentStream open() throws IOException {
      page = new PDPage(sheet);
      document.addPage(page);
      marks = new COSArray();
      page.setStructParents(parents.size());
      parents.put(parents.size(), new PDParentTreeValue(marks));
      y = sheet.getHeight() - MARGIN;
      return new PDPageContentStream(document, page);
    }

    void write(Block block) throws IOException {
      float leading = LEADING * block.size() / SIZE;
      PDStructureElement element = new PDStructureElement(block.type(), root);
      root.appendKid(element);
      y -= block.isBold() ? leading : 0;
      List<String> lines = wrapped(block);
      for (int i = 0; i < lines.size(); i++) {
        if (y - leading < MARGIN) {
          content.close();
          content = open();
        }
        y -= leading;
        mark(block, element, lines.get(i));
      }
    }

    private void mark(Block block, PDStructureElement element, String line) throws IOException {
      int mcid = marks.size();
      COSDictionary properties = new COSDictionary();
      properties.setInt(COSName.MCID, mcid);
      content.beginMarkedContent(
          COSName.getPDFName(block.type()), PDPropertyList.create(properties));
      content.beginText();
      content.setFont(font, block.size());
      content.setRenderingMode(block.isBold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      content.setLineWidth(block.size() * BOLD);
      content.newLineAtOffset(MARGIN, y);
      content.showText(line);
      content.endText();
      content.endMarkedContent();
      PDMarkedContentReference reference = new PDMarkedContentReference();
      reference.setPage(page);
      reference.setMCID(mcid);
      element.appendKid(reference);
      marks.add(element.getCOSObject());
    }

    void close() throws IOException {
      content.close();
    }
  }

  /// A block in lines no wider than the sheet; what the font has no sign for is named by its
  /// number.
  private List<String> wrapped(Block block) throws IOException {
    float width = sheet.getWidth() - 2 * MARGIN;
    List<String> lines = new ArrayList<>();
    for (String paragraph : block.text().split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : shown(paragraph).split(" ", -1)) {
        for (String piece : pieces(word)) {
          String longer = line.isEmpty() ? piece : line + " " + piece;
          if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * block.size() > width) {
            lines.add(line.toString());
            line.setLength(0);
            longer = piece;
          }
          line.setLength(0);
          line.append(longer);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < Math.max(1, word.length()); i += PIECE_CHARS_MAX) {
      pieces.add(word.substring(i, Math.min(word.length(), i + PIECE_CHARS_MAX)));
    }
    return pieces;
  }

  private String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (letters.getGlyphId(c) != 0 && !Character.isISOControl(c)) {
            shown.appendCodePoint(c);
          } else {
            shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
          }
        });
    return shown.toString();
  }
}
