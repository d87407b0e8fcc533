package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The paper a case file is printed on.
class PdfPaperTest {
  private static PDDocument written(PdfPaper paper) throws IOException {
    return Loader.loadPDF(paper.bytes());
  }

  @Test
  void namesOfManyLanguagesAreWrittenAsTheyAre() throws IOException {
    PdfPaper paper = new PdfPaper("Case");
    paper.title("Case of NGUYỄN");
    paper.line("MUÑOZ, ŁUKASZ, ИВАНОВ, ΠΑΠΑΣ → 李");
    try (PDDocument file = written(paper)) {
      assertThat(new PDFTextStripper().getText(file))
          .contains("NGUYỄN", "MUÑOZ", "ŁUKASZ", "ИВАНОВ", "ΠΑΠΑΣ →", "[U+674E]");
    }
  }

  @Test
  void theFontIsInTheFile() throws IOException {
    PdfPaper paper = new PdfPaper("Case");
    paper.line("text");
    try (PDDocument file = written(paper)) {
      for (var name : file.getPage(0).getResources().getFontNames()) {
        assertThat(file.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
      assertThat(file.getPage(0).getResources().getFontNames()).isNotEmpty();
    }
  }

  @Test
  void longTextGoesOnOverPagesAndLosesNothing() throws IOException {
    PdfPaper paper = new PdfPaper("Case");
    for (int i = 0; i < 200; i++) {
      paper.line("line " + i + " " + "w".repeat(i));
    }
    try (PDDocument file = written(paper)) {
      assertThat(file.getNumberOfPages()).isGreaterThan(4);
      assertThat(new PDFTextStripper().getText(file)).contains("line 0 ", "line 199 ");
    }
  }
}
