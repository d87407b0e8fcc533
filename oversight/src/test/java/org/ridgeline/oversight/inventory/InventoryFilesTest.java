package org.ridgeline.oversight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of an inventory: each has every row, and nothing in a row is taken for markup.
class InventoryFilesTest {
  private static final Map<String, byte[]> FILES = InventoryFiles.of(Samples.small());

  private static String text(String name) {
    return new String(FILES.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void theJsonKeepsItsForm() throws IOException {
    try (var golden = InventoryFilesTest.class.getResourceAsStream("inventory-1.json")) {
      assertThat(text(InventoryFiles.JSON))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theJsonIsAsItsSchemaSays() {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(InventoryFiles.SCHEMA), InputFormat.JSON);
    assertThat(schema.validate(text(InventoryFiles.JSON), InputFormat.JSON)).isEmpty();
    String other = text(InventoryFiles.JSON).replace("\"held_for\"", "\"for\"");
    assertThat(schema.validate(other, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void theSchemaHasEveryPartAndColumnInItsOrder() {
    JsonNode properties =
        JsonMapper.shared().readTree(text(InventoryFiles.SCHEMA)).path("properties");
    for (Part part : Part.values()) {
      List<String> required = new ArrayList<>();
      properties
          .path(part.key())
          .path("items")
          .path("required")
          .forEach(name -> required.add(name.asString()));
      assertThat(required).as(part.key()).isEqualTo(part.columns());
    }
    assertThat(properties.size()).isEqualTo(3 + Part.values().length);
  }

  @Test
  void theJsonHasEveryRow() {
    JsonNode json = JsonMapper.shared().readTree(text(InventoryFiles.JSON));
    for (Part part : Part.values()) {
      List<Entry> rows = Samples.small().rows(part);
      assertThat(json.path(part.key()).size()).isEqualTo(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        for (String column : part.columns()) {
          assertThat(json.path(part.key()).path(i).path(column).asString())
              .isEqualTo(rows.get(i).cell(column));
        }
      }
    }
  }

  @Test
  void thePdfHasEveryRow() throws IOException {
    String written;
    try (var document = Loader.loadPDF(FILES.get(InventoryFiles.PDF))) {
      written = new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
    for (Entry entry : Samples.small().entries()) {
      String row = String.join(InventoryPdf.BETWEEN, entry.cells());
      String known = row.replace("Ł", "U+0141").replace("ź", "U+017A").replace("北", "U+5317");
      assertThat(written).contains(known.replaceAll("\\s", ""));
    }
  }

  @Test
  void theSameInventoryGivesTheSameBytes() {
    Map<String, byte[]> again = InventoryFiles.of(Samples.small());
    assertThat(again.keySet()).isEqualTo(FILES.keySet());
    FILES.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void thePageHasEveryRowAndTakesNothingForMarkup() {
    String page = text(InventoryFiles.PAGE);
    assertThat(page)
        .doesNotContain("<b>", "<script", "src=", "href=\"http")
        .contains("&lt;b&gt;&quot;A&amp;B&#39;&lt;/b&gt; | Łódź 北");
    Samples.small().entries().stream()
        .flatMap(entry -> entry.cells().stream())
        .filter(cell -> Stream.of("<", "'").noneMatch(cell::contains))
        .forEach(cell -> assertThat(page).contains(">" + cell + "<"));
  }

  @Test
  void aPipeInACellMakesNoColumn() {
    Inventory piped =
        new Inventory("0", Samples.AT, List.of(Entry.of(Part.FORMATS, "a|b\nc", "1")));
    assertThat(InventoryText.of(piped)).contains("| a\\|b c | 1 |\n");
  }
}
