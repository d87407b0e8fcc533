package org.ridgeline.oversight.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of an inventory.
public final class InventoryFiles {
  /// The page.
  public static final String PAGE = "inventory.html";

  /// All of it for programs.
  public static final String JSON = "inventory.json";

  /// All of it on paper.
  public static final String PDF = "inventory.pdf";

  /// The form of the JSON.
  public static final String SCHEMA = "inventory.schema.json";

  private InventoryFiles() {}

  /// Every file by its name.
  public static SortedMap<String, byte[]> of(Inventory inventory) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(PAGE, InventoryPage.of(inventory).getBytes(StandardCharsets.UTF_8));
    files.put(JSON, InventoryJson.of(inventory).getBytes(StandardCharsets.UTF_8));
    files.put(PDF, InventoryPdf.of(inventory));
    files.put(SCHEMA, schema());
    return Collections.unmodifiableSortedMap(files);
  }

  private static byte[] schema() {
    try (var in = InventoryFiles.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is not in the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
