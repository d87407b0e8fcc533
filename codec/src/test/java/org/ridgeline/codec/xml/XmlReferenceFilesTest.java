package org.ridgeline.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.SharedData;

/// Files other makers wrote in the traditional encoding, written as XML and read again.
class XmlReferenceFilesTest {
  @Test
  void bringsBackEveryFieldThatIsNoFinding() {
    int fields = 0;
    for (Path file : SharedData.transactions("itl")) {
      if (ItlReader.read(SharedData.bytes(file)) instanceof Decoded.Accepted first) {
        XmlWriter.Encoded xml = XmlWriter.write(first.transaction());
        Decoded again = XmlReader.read(xml.bytes());
        assertThat(again).as("%s", file).isInstanceOf(Decoded.Accepted.class);
        Set<String> left =
            xml.findings().stream()
                .map(f -> f.record() + " " + f.field())
                .collect(Collectors.toSet());
        List<ItlRecord> before =
            first.transaction().records().stream()
                .filter(record -> !left.contains(record.name() + " "))
                .toList();
        List<ItlRecord> after = ((Decoded.Accepted) again).transaction().records();
        assertThat(after).as("%s", file).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
          fields += compare(file, before.get(i), after.get(i), left);
        }
      }
    }
    assertThat(fields).isGreaterThan(5000);
  }

  private static int compare(Path file, ItlRecord before, ItlRecord after, Set<String> left) {
    int compared = 0;
    for (int field : before.fields()) {
      String tag = ItlRecord.tag(before.type(), field);
      boolean computed = field == 1 || tag.equals("1.003");
      if (!computed && !left.contains(before.name() + " " + tag)) {
        assertThat(trimmed(after, field))
            .as("%s %s %s", file, before.name(), tag)
            .isEqualTo(trimmed(before, field));
        compared++;
      }
    }
    if (left.stream().noneMatch(tag -> tag.equals(before.name() + " 8.008"))) {
      assertThat(after.data().orElse(new byte[0]))
          .as("%s %s data", file, before.name())
          .isEqualTo(before.data().orElse(new byte[0]));
    }
    return compared;
  }

  /// Blanks around values and empty items at the end do not come back.
  private static List<List<String>> trimmed(ItlRecord record, int field) {
    List<List<String>> all = new ArrayList<>();
    for (List<String> subfield : record.subfields(field)) {
      List<String> items = new ArrayList<>(subfield.stream().map(String::strip).toList());
      while (!items.isEmpty() && items.getLast().isEmpty()) {
        items.removeLast();
      }
      all.add(items);
    }
    while (!all.isEmpty() && all.getLast().isEmpty()) {
      all.removeLast();
    }
    return all;
  }
}
