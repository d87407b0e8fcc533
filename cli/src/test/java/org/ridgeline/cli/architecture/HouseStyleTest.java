package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The house style's numbers, read off the sources with the compiler's own parser.
class HouseStyleTest {
  private static final int FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 60;
  private static final int METHOD_LINES_P99_MAX = 35;
  private static final int PARAMETERS_MAX = 5;
  private static final int COMPONENTS_MAX = 8;
  private static final int LINE_CHARS_MAX = 100;
  private static final Set<String> BANNED_NAME_PARTS =
      Set.of("Impl", "Util", "Utils", "Helper", "Manager", "Enum");

  /// What crosses a border as one flat row: keys of our API's JSON, cells of a page's template.
  private static final Set<String> FLAT_ROWS =
      Set.of(
          "AuditCommand.EntryJson",
          "SubmissionJson",
          "SubmissionJson.AnswerJson",
          "FindingJson",
          "CustodyController.CustodyJson",
          "LeadController.LeadJson");

  /// Fields of one record, or of one row of a rules file, as ANSI/NIST-ITL and EBTS list them.
  private static final Set<String> FIELDS_OF_A_STANDARD =
      Set.of("FieldRule", "FingerImage", "Header", "ImageView");

  /// What a fictional person, card or stream is drawn by: each a choice of its own.
  private static final Set<String> CHOICES =
      Set.of("CardOptions", "FictionalPerson", "StreamOptions");

  private static final List<Violation> VIOLATIONS = new ArrayList<>();
  private static final List<Long> METHOD_LINES = new ArrayList<>();
  private static final Set<String> WIDE_RECORDS = new TreeSet<>();
  private static int files;

  private record Violation(String rule, String where) {}

  @BeforeAll
  static void readSources() throws IOException {
    List<Path> main = Sources.java("main");
    List<Path> all = new ArrayList<>(main);
    all.addAll(Sources.java("test"));
    for (Path file : all) {
      lines(file);
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, _ -> {}, null, null, manager.getJavaFileObjectsFromPaths(main));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        files++;
        new Style(unit, docs).scan(unit, null);
      }
    }
  }

  private static void lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String name = Sources.root().relativize(file).toString();
    if (lines.size() > FILE_LINES_MAX) {
      VIOLATIONS.add(new Violation("file", name + " has " + lines.size() + " lines"));
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() > LINE_CHARS_MAX && !line.startsWith("import ")) {
        VIOLATIONS.add(new Violation("line", name + ":" + (i + 1) + " is " + line.length()));
      }
    }
  }

  private static List<String> of(String rule) {
    return VIOLATIONS.stream().filter(v -> v.rule().equals(rule)).map(Violation::where).toList();
  }

  @Test
  void readsTheSources() {
    assertThat(files).isGreaterThan(150);
    assertThat(METHOD_LINES).hasSizeGreaterThan(800);
  }

  @Test
  void filesFit() {
    assertThat(of("file")).isEmpty();
  }

  @Test
  void linesFit() {
    assertThat(of("line")).isEmpty();
  }

  @Test
  void methodsFitOnAScreen() {
    assertThat(of("method")).isEmpty();
  }

  @Test
  void ninetyNineOfAHundredMethodsAreShort() {
    List<Long> sorted = METHOD_LINES.stream().sorted().toList();
    int p99 = (int) Math.ceil(sorted.size() * 0.99) - 1;
    assertThat(sorted.get(p99)).isLessThanOrEqualTo(METHOD_LINES_P99_MAX);
  }

  @Test
  void recordsHaveShortHeads() {
    Set<String> excused = new TreeSet<>(FLAT_ROWS);
    excused.addAll(FIELDS_OF_A_STANDARD);
    excused.addAll(CHOICES);
    assertThat(WIDE_RECORDS).isEqualTo(excused);
  }

  @Test
  void methodsTakeFewParameters() {
    assertThat(of("parameters")).isEmpty();
  }

  @Test
  void publicTypesAreDocumented() {
    assertThat(of("type doc")).isEmpty();
  }

  @Test
  void publicMethodsOfExportedTypesAreDocumented() {
    assertThat(of("method doc")).isEmpty();
  }

  @Test
  void noEmptyWordsInNames() {
    assertThat(of("name")).isEmpty();
  }

  /// Walks one file.
  private static final class Style extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final SourcePositions positions;
    private final LineMap lines;
    private final String file;

    Style(CompilationUnitTree unit, DocTrees docs) {
      this.unit = unit;
      this.docs = docs;
      positions = docs.getSourcePositions();
      lines = unit.getLineMap();
      file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
    }

    @Override
    public Void visitClass(ClassTree tree, Void none) {
      String name = tree.getSimpleName().toString();
      for (String part : BANNED_NAME_PARTS) {
        if (name.endsWith(part)) {
          violation("name", tree, name);
        }
      }
      if (isExported(getCurrentPath()) && !isDocumented()) {
        violation("type doc", tree, name);
      }
      if (components(tree) > COMPONENTS_MAX) {
        boolean nested = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
        WIDE_RECORDS.add(nested ? file.replace("java", "") + name : name);
      }
      return super.visitClass(tree, none);
    }

    private static long components(ClassTree tree) {
      return tree.getKind() != Tree.Kind.RECORD
          ? 0
          : tree.getMembers().stream()
              .filter(VariableTree.class::isInstance)
              .map(VariableTree.class::cast)
              .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
              .count();
    }

    @Override
    public Void visitMethod(MethodTree tree, Void none) {
      long size = line(positions.getEndPosition(unit, tree)) - line(start(tree)) + 1;
      METHOD_LINES.add(size);
      if (size > METHOD_LINES_MAX) {
        violation("method", tree, tree.getName() + " has " + size + " lines");
      }
      boolean isRecordHead = tree.getName().contentEquals("<init>") && enclosingIsRecord();
      if (!isRecordHead && tree.getParameters().size() > PARAMETERS_MAX) {
        violation("parameters", tree, tree.getName() + " takes " + tree.getParameters().size());
      }
      if (mustBeDocumented(tree) && !isDocumented()) {
        violation("method doc", tree, tree.getName().toString());
      }
      return super.visitMethod(tree, none);
    }

    /// Constructors and what only repeats a record's or a standard method's meaning need no words.
    private boolean mustBeDocumented(MethodTree tree) {
      boolean overrides =
          tree.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      boolean accessor =
          tree.getParameters().isEmpty()
              && tree.getBody() != null
              && tree.getBody().getStatements().size() == 1;
      return isExported(getCurrentPath())
          && !overrides
          && !accessor
          && !tree.getName().contentEquals("<init>");
    }

    private boolean isDocumented() {
      return docs.getDocCommentTree(getCurrentPath()) != null;
    }

    private boolean enclosingIsRecord() {
      return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
    }

    /// Public, and inside nothing that is not; members of an interface are public by themselves.
    private static boolean isExported(TreePath path) {
      for (TreePath at = path; at != null; at = at.getParentPath()) {
        boolean inInterface =
            at.getParentPath() != null
                && at.getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
        if (at.getLeaf() instanceof ClassTree type
            && !inInterface
            && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
          return false;
        }
        if (at.getLeaf() instanceof MethodTree method
            && !(inInterface && !method.getModifiers().getFlags().contains(Modifier.PRIVATE))
            && !method.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
          return false;
        }
      }
      return true;
    }

    private long start(Tree tree) {
      return positions.getStartPosition(unit, tree);
    }

    private long line(long position) {
      return lines.getLineNumber(position);
    }

    private void violation(String rule, Tree tree, String what) {
      VIOLATIONS.add(new Violation(rule, file + ":" + line(start(tree)) + " " + what));
    }
  }
}
