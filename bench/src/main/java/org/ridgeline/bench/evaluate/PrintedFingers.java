package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.Progress;
import org.ridgeline.vocabulary.Template;

/// The fingers of folders of prints, each with the usable templates of its impressions.
public final class PrintedFingers {
  private PrintedFingers() {}

  /// Extracts all prints; fingers with fewer than two usable ones are left out.
  /// - **Error** as [PrintFolder#list]
  public static List<List<Template>> read(List<PrintSet> sets, Progress progress)
      throws IOException {
    Map<String, List<Template>> fingers = new LinkedHashMap<>();
    for (PrintSet set : sets) {
      for (Print print : Extraction.of(PrintFolder.list(set).files(), progress)) {
        PrintFile file = print.file();
        String finger = set.folder() + "/" + file.person().orElse("") + "/" + file.finger();
        print
            .template()
            .ifPresent(t -> fingers.computeIfAbsent(finger, _ -> new ArrayList<>()).add(t));
      }
    }
    return fingers.values().stream().filter(touches -> touches.size() > 1).toList();
  }
}
