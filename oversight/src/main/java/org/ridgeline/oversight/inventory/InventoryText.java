package org.ridgeline.oversight.inventory;

/// What of an inventory is the program's own, as docs/inventory.md has it.
public final class InventoryText {
  private InventoryText() {}

  /// The document's text: no moment stands in it, so that it changes only with the program.
  public static String of(Inventory inventory) {
    Inventory own = inventory.ofProgram();
    StringBuilder text =
        new StringBuilder(
            """
            # Inventory

            What this version holds and works by, where nothing is set. Made from a running server:
            `mvn verify -pl app -am -Dit.test=InventoryIT -Dinventory.write=true`. The test fails
            when this page and the server differ. Partners and settings are an installation's own:
            `./ridgeline inventory --data DIR --out DIR`, or `/public/inventory`
            ([operating.md](operating.md)).
            """);
    for (Part part : Part.values()) {
      var rows = own.rows(part);
      if (rows.isEmpty()) {
        continue;
      }
      text.append("\n## ")
          .append(part.title())
          .append("\n\n")
          .append(part.words())
          .append("\n\n| ")
          .append(String.join(" | ", part.heads()))
          .append(" |\n|")
          .append("---|".repeat(part.columns().size()))
          .append('\n');
      for (Entry entry : rows) {
        text.append("| ")
            .append(String.join(" | ", entry.cells().stream().map(InventoryText::cell).toList()))
            .append(" |\n");
      }
    }
    return text.toString();
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
  }
}
