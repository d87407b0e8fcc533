package org.ridgeline.codec.ebts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.Finding;

/// A named set of rules a transaction is checked against.
///
/// `itl` is the base standard alone, in the edition that 1.002 names. `ebts` adds the FBI's
/// electronic biometric transmission specification, 10.0-style: header, Type-2 fields and records
/// of every type of transaction. `ebts91` has the types of transaction of 9.1 instead, among them
/// those that 10.0 dropped (NFAP, TPFS, the card scanning service).
/// - **Limit** findings up to [org.ridgeline.codec.itl.Limits#FINDINGS_MAX]
/// - **Source** each row of the rules files names its own
public final class Profile {
  private static final Map<String, List<String>> LAYERS =
      Map.of(
          "itl", List.of("itl.rules"),
          "ebts", List.of("itl.rules", "ebts10-fields.rules", "ebts10-transactions.rules"),
          "ebts91", List.of("itl.rules", "ebts10-fields.rules", "ebts91-transactions.rules"));

  private static final Map<String, Profile> KNOWN = new ConcurrentHashMap<>();

  private final String name;
  private final Map<Integer, Map<Integer, List<FieldRule>>> rules;
  private final Map<String, TotRule> tots;
  private final Map<Integer, String> unknowns;

  private Profile(
      String name,
      Map<Integer, Map<Integer, List<FieldRule>>> rules,
      Map<String, TotRule> tots,
      Map<Integer, String> unknowns) {
    this.name = name;
    this.rules = rules;
    this.tots = tots;
    this.unknowns = unknowns;
  }

  /// The profile of a name: `itl`, `ebts` or `ebts91`.
  /// - **Error** another name: IllegalArgumentException that lists the names
  public static Profile named(String name) {
    List<String> layers = LAYERS.get(name);
    if (layers == null) {
      throw new IllegalArgumentException("profile \"" + name + "\" expected=" + names());
    }
    return KNOWN.computeIfAbsent(name, _ -> of(name, layers.stream().map(RuleFile::of).toList()));
  }

  /// The names of all profiles, in alphabetical order.
  public static List<String> names() {
    return LAYERS.keySet().stream().sorted().toList();
  }

  /// This profile with an agency's own dialect on top: `rules` is the text of a rules file, whose
  /// rows take the place of this profile's rows for the same fields and types of transaction.
  /// - **Error** a row that cannot be read: IllegalArgumentException with its line
  public Profile layered(String dialect, String rules) {
    Profile top = of(dialect, List.of(RuleFile.parse(dialect, rules)));
    Map<Integer, Map<Integer, List<FieldRule>>> both = new HashMap<>();
    this.rules.forEach((type, fields) -> both.put(type, new HashMap<>(fields)));
    top.rules.forEach(
        (type, fields) -> both.computeIfAbsent(type, _ -> new HashMap<>()).putAll(fields));
    Map<String, TotRule> bothTots = new LinkedHashMap<>(tots);
    bothTots.putAll(top.tots);
    Map<Integer, String> bothUnknowns = new HashMap<>(unknowns);
    bothUnknowns.putAll(top.unknowns);
    return new Profile(dialect, both, bothTots, bothUnknowns);
  }

  /// This profile's name.
  public String name() {
    return name;
  }

  /// The types of transaction (1.004) this profile knows; empty where it takes any.
  public List<String> tots() {
    return List.copyOf(tots.keySet());
  }

  /// The mandatory Type-2 fields of a type of transaction, in the order of their numbers; without
  /// LEN and IDC.
  public List<Integer> mandatoryFields(String tot) {
    return Optional.ofNullable(tots.get(tot))
        .map(TotRule::fields)
        .orElse(Map.of())
        .entrySet()
        .stream()
        .filter(field -> field.getKey() > 2 && field.getValue().min() > 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// What stands in a Type-2 field whose value the sender does not know: one subfield's information
  /// items. `{1.005}` and `{1.008}` stand for these fields of the same transaction. Empty where the
  /// specification has no word for not knowing.
  public Optional<List<String>> unknown(int field) {
    return Optional.ofNullable(unknowns.get(field)).map(text -> List.of(text.split("\u001F", -1)));
  }

  /// The mnemonic of a field: "NAM" for type 2, field 18; empty for one the profile has no row for.
  public Optional<String> mnemonic(int type, int field) {
    return switch (field) {
      case 1 -> Optional.of("LEN");
      case 2 -> Optional.of(type == 1 ? "VER" : "IDC");
      case 999 -> Optional.of("DATA");
      default -> rulesFor(type, field).stream().map(FieldRule::mnemonic).findFirst();
    };
  }

  /// Checks a transaction against every rule; findings in file order, errors and warnings together.
  public List<Finding> check(Transaction transaction) {
    Findings findings = new Findings();
    int version = version(transaction);
    for (ItlRecord record : transaction.records()) {
      FieldChecker checker = new FieldChecker(record, findings);
      for (FieldRule rule : rulesOf(record.type())) {
        if (rule.isFor(version)) {
          checker.check(rule);
        }
      }
    }
    Relations.check(transaction, version, findings);
    if (!tots.isEmpty()) {
      CardRelations.check(transaction, findings);
      new TotChecker(transaction, tots, this::mnemonic, findings).check();
    }
    return findings.toList().stream().sorted(Comparator.comparingLong(Profile::place)).toList();
  }

  /// By place in the file; what has no place comes last.
  private static long place(Finding finding) {
    return finding.offset() < 0 ? Long.MAX_VALUE : finding.offset();
  }

  /// 1.002 as a number; the 2011 edition where it is none.
  private static int version(Transaction transaction) {
    String ver = transaction.ver().orElse("");
    return ver.matches("[0-9]{4}") ? Integer.parseInt(ver) : 500;
  }

  private List<FieldRule> rulesOf(int type) {
    List<FieldRule> all = new ArrayList<>();
    rules.getOrDefault(type, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> all.addAll(field.getValue()));
    return all;
  }

  private List<FieldRule> rulesFor(int type, int field) {
    return rules.getOrDefault(type, Map.of()).getOrDefault(field, List.of());
  }

  private static Profile of(String name, List<RuleFile> layers) {
    Map<Integer, Map<Integer, List<FieldRule>>> rules = new HashMap<>();
    Map<String, TotRule> tots = new LinkedHashMap<>();
    Map<Integer, String> unknowns = new HashMap<>();
    for (RuleFile layer : layers) {
      Set<String> replaced = new HashSet<>();
      for (FieldRule rule : layer.fields()) {
        Map<Integer, List<FieldRule>> ofType =
            rules.computeIfAbsent(rule.type(), _ -> new HashMap<>());
        if (replaced.add(rule.tag())) {
          ofType.put(rule.field(), new ArrayList<>());
        }
        ofType.get(rule.field()).add(rule);
      }
      tots.putAll(layer.tots());
      unknowns.putAll(layer.unknowns());
    }
    return new Profile(name, rules, tots, unknowns);
  }
}
