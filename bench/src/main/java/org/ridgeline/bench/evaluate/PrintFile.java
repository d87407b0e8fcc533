package org.ridgeline.bench.evaluate;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An image whose name says whose it is: `FINGER_IMPRESSION.ext` or `PERSON_FINGER_IMPRESSION.ext`.
/// - **Shape** `finger`: within its person, or within its folder where the name has no person;
///   letters and digits. `impression`: a number
/// - **Unit** pixels per inch
record PrintFile(
    Path path, int resolutionPpi, Optional<String> person, String finger, int impression) {
  static final String EXPECTED =
      "expected FINGER_IMPRESSION.ext or PERSON_FINGER_IMPRESSION.ext,"
          + " such as 101_1.tif or 012_3_1.tif";

  /// By person, finger and impression; numbers by their value, before words.
  static final Comparator<PrintFile> ORDER =
      Comparator.comparing((PrintFile file) -> file.person().orElse(""), PrintFile::compareNames)
          .thenComparing(PrintFile::finger, PrintFile::compareNames)
          .thenComparingInt(PrintFile::impression);

  private static final Pattern NAME =
      Pattern.compile("(?:([\\p{Alnum}-]{1,40})_)?([\\p{Alnum}-]{1,40})_([0-9]{1,6})\\.[^.]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /// Reads a file's name; another form: IllegalArgumentException.
  static PrintFile of(Path path, int resolutionPpi) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException("file=" + path + " " + EXPECTED);
    }
    return new PrintFile(
        path,
        resolutionPpi,
        Optional.ofNullable(name.group(1)),
        name.group(2),
        Integer.parseInt(name.group(3)));
  }

  /// What tells this finger from all others of its folder.
  String fingerKey() {
    return person.map(p -> p + "_").orElse("") + finger;
  }

  static int compareNames(String one, String other) {
    boolean isNumber = NUMBER.matcher(one).matches();
    if (isNumber != NUMBER.matcher(other).matches()) {
      return isNumber ? -1 : 1;
    }
    int byValue = isNumber ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : 0;
    return byValue != 0 ? byValue : one.compareTo(other);
  }
}
