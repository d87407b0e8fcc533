package org.ridgeline.oversight.inventory;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An inventory as JSON: every part by its key, a row a line.
/// - **Source** inventory.schema.json beside this class says the form
final class InventoryJson {
  static final String FORMAT = "ridgeline-inventory/1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private InventoryJson() {}

  static String of(Inventory inventory) {
    ObjectNode top = JSON.createObjectNode();
    top.put("format", FORMAT);
    top.put("program", inventory.program());
    top.put("made_at", inventory.madeAt().toString());
    String begun = top.toString();
    StringBuilder text = new StringBuilder(begun.substring(0, begun.length() - 1));
    for (Part part : Part.values()) {
      text.append(",\n\"").append(part.key()).append("\": [");
      String separator = "\n";
      for (Entry entry : inventory.rows(part)) {
        text.append(separator).append(object(entry));
        separator = ",\n";
      }
      text.append(']');
    }
    return text.append("\n}\n").toString();
  }

  private static ObjectNode object(Entry entry) {
    ObjectNode node = JSON.createObjectNode();
    List<String> columns = entry.part().columns();
    for (int i = 0; i < columns.size(); i++) {
      node.put(columns.get(i), entry.cells().get(i));
    }
    return node;
  }
}
