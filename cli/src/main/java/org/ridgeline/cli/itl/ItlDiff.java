package org.ridgeline.cli.itl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `itl diff`: the fields in which two files differ.
@Command(
    name = "diff",
    description = "Lists the records and fields in which two files differ; exit code 1 if any.",
    mixinStandardHelpOptions = true)
final class ItlDiff implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "one file")
  private Path a = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "the other")
  private Path b = Path.of("");

  @Option(names = "--json", description = "print the differences as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Map<String, ItlRecord> left = records(a);
    Map<String, ItlRecord> right = records(b);
    List<Map<String, Object>> differences = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      if (!left.containsKey(name) || !right.containsKey(name)) {
        differences.add(
            difference(
                name,
                "",
                "",
                left.containsKey(name) ? "present" : "missing",
                right.containsKey(name) ? "present" : "missing"));
      } else {
        compare(left.get(name), right.get(name), differences);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ItlFiles.json(differences));
    } else {
      for (Map<String, Object> d : differences) {
        out.println(
            "record "
                + d.get("record")
                + " "
                + d.get("field")
                + " "
                + d.get("mnemonic")
                + ": "
                + d.get("a")
                + " | "
                + d.get("b"));
      }
    }
    out.flush();
    return differences.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private Map<String, ItlRecord> records(Path file) throws IOException {
    Map<String, ItlRecord> records = new LinkedHashMap<>();
    switch (ItlFiles.decode(ItlFiles.read(file))) {
      case Decoded.Accepted accepted ->
          accepted.transaction().records().forEach(r -> records.put(r.name(), r));
      case Decoded.Refused refused -> {
        refused.findings().forEach(f -> spec.commandLine().getErr().println(ItlFiles.line(f)));
        throw new IOException(file + " is not a transaction that can be read");
      }
    }
    return records;
  }

  private static void compare(
      ItlRecord left, ItlRecord right, List<Map<String, Object>> differences) {
    Set<Integer> fields = new LinkedHashSet<>(left.fields());
    fields.addAll(right.fields());
    for (int field : fields) {
      boolean same =
          left.has(field) == right.has(field)
              && left.subfields(field).equals(right.subfields(field))
              && (!left.subfields(field).isEmpty() || sameData(left, right));
      if (!same) {
        String tag = ItlRecord.tag(left.type(), field);
        String mnemonic = ItlFiles.mnemonic(left, field);
        differences.add(
            difference(left.name(), tag, mnemonic, value(left, field), value(right, field)));
      }
    }
  }

  private static boolean sameData(ItlRecord left, ItlRecord right) {
    return Arrays.equals(left.data().orElse(new byte[0]), right.data().orElse(new byte[0]));
  }

  private static String value(ItlRecord record, int field) {
    if (!record.has(field)) {
      return "missing";
    }
    List<List<String>> subfields = record.subfields(field);
    return subfields.isEmpty()
        ? record.data().map(data -> data.length + " bytes").orElse("")
        : String.join(" ; ", subfields.stream().map(i -> String.join(" ^ ", i)).toList());
  }

  private static Map<String, Object> difference(
      String record, String field, String mnemonic, String a, String b) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("record", record);
    json.put("field", field);
    json.put("mnemonic", mnemonic);
    json.put("a", a);
    json.put("b", b);
    return json;
  }
}
