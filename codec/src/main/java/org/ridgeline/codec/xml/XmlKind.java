package org.ridgeline.codec.xml;

/// How a value of the traditional encoding is written in XML.
sealed interface XmlKind {
  /// A value by itself, in another notation or none.
  enum Plain implements XmlKind {
    TEXT,
    /// CCYYMMDD as CCYY-MM-DD; what is no date as it is.
    DATE,
    /// CCYYMMDDHHMMSSZ as CCYY-MM-DDTHH:MM:SSZ.
    GMT,
    /// Y and N as true and false.
    BOOL,
    /// S (in the standard's format) and U as true and false.
    STANDARD,
    /// Nine digits as 000-00-0000.
    SSN,
    /// Only read: further text of the value, after a space.
    READ,
    /// A polygon, in elements of its own: [XmlShapes].
    POLYGON,
    /// Image data, base64.
    DATA,
    /// Data of a signature in vectors, in elements of their own: [XmlShapes].
    VECTORS,
    /// The list of records.
    CNT;

    String toXml(String value) {
      return switch (this) {
        case DATE ->
            value.matches("[0-9]{8}") ? value.replaceFirst("(....)(..)(..)", "$1-$2-$3") : value;
        case GMT ->
            value.replaceFirst(
                "^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})Z$",
                "$1-$2-$3T$4:$5:$6Z");
        case BOOL -> value.equals("Y") ? "true" : value.equals("N") ? "false" : value;
        case STANDARD -> value.equals("S") ? "true" : value.equals("U") ? "false" : value;
        case SSN -> value.replaceFirst("^([0-9]{3})([0-9]{2})([0-9]{4})$", "$1-$2-$3");
        case TEXT, READ, POLYGON, DATA, VECTORS, CNT -> value;
      };
    }

    private static boolean isTrue(String text) {
      return text.equals("true") || text.equals("1");
    }

    private static boolean isFalse(String text) {
      return text.equals("false") || text.equals("0");
    }

    /// Whether a value comes back from its notation as it was: 1 in place of Y does not.
    boolean keeps(String value) {
      return this == POLYGON ? XmlShapes.isPolygon(value) : fromXml(toXml(value)).equals(value);
    }

    String fromXml(String text) {
      return switch (this) {
        case DATE -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? text.replace("-", "") : text;
        case GMT ->
            text.replaceFirst("\\.[0-9]+(?=Z$)", "").matches("[0-9-]{10}T[0-9:]{8}Z")
                ? text.replaceFirst("\\.[0-9]+(?=Z$)", "").replaceAll("[-:T]", "")
                : text;
        case BOOL -> isTrue(text) ? "Y" : isFalse(text) ? "N" : text;
        case STANDARD -> isTrue(text) ? "S" : isFalse(text) ? "U" : text;
        case SSN -> text.replace("-", "");
        case TEXT, READ, POLYGON, DATA, VECTORS, CNT -> text;
      };
    }
  }

  /// Some characters of the value; the parts stand in order.
  record Part(int from, int to) implements XmlKind {}

  /// A word of the value, counted from 1; the words stand in order.
  record Word(int nth) implements XmlKind {}

  /// A text that goes with the value in XML and says nothing.
  record Constant(String text) implements XmlKind {}

  /// A part of "SURNAME,GIVEN MIDDLE".
  enum Name implements XmlKind {
    SUR,
    GIVEN,
    MIDDLE,
    /// Only read: names of lesser importance, after the middle one.
    MORE;

    String toXml(String value) {
      int comma = value.indexOf(',');
      String surname = comma < 0 ? value : value.substring(0, comma);
      String rest = comma < 0 ? "" : value.substring(comma + 1);
      int space = rest.indexOf(' ');
      return switch (this) {
        case SUR -> surname;
        case GIVEN -> space < 0 ? rest : rest.substring(0, space);
        case MIDDLE -> space < 0 ? "" : rest.substring(space + 1);
        case MORE -> "";
      };
    }
  }

  /// One side of "CODE-NUMBER".
  enum Dash implements XmlKind {
    BEFORE,
    AFTER;

    String toXml(String value) {
      int dash = value.indexOf('-');
      return switch (this) {
        case BEFORE -> dash < 0 ? "" : value.substring(0, dash);
        case AFTER -> dash < 0 ? value : value.substring(dash + 1);
      };
    }
  }

  static XmlKind parse(String word) {
    if (word.startsWith("part:")) {
      String[] ends = word.substring(5).split("-");
      return new Part(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }
    if (word.startsWith("word:")) {
      return new Word(Integer.parseInt(word.substring(5)));
    }
    if (word.startsWith("const:")) {
      return new Constant(word.substring(6));
    }
    return switch (word) {
      case "text" -> Plain.TEXT;
      case "date" -> Plain.DATE;
      case "gmt" -> Plain.GMT;
      case "bool" -> Plain.BOOL;
      case "standard" -> Plain.STANDARD;
      case "read" -> Plain.READ;
      case "ssn" -> Plain.SSN;
      case "polygon" -> Plain.POLYGON;
      case "data" -> Plain.DATA;
      case "vectors" -> Plain.VECTORS;
      case "cnt" -> Plain.CNT;
      case "sur" -> Name.SUR;
      case "given" -> Name.GIVEN;
      case "middle" -> Name.MIDDLE;
      case "more" -> Name.MORE;
      case "before-dash" -> Dash.BEFORE;
      case "after-dash" -> Dash.AFTER;
      default -> throw new IllegalArgumentException("kind " + word);
    };
  }

  /// What to write of a value; "" for nothing.
  default String write(String value) {
    return switch (this) {
      case Plain plain -> plain == Plain.READ || !plain.keeps(value) ? "" : plain.toXml(value);
      case Part part ->
          value.substring(
              Math.min(part.from(), value.length()), Math.min(part.to(), value.length()));
      case Word word -> {
        String[] words = value.split(" ");
        yield word.nth() <= words.length ? words[word.nth() - 1] : "";
      }
      case Constant constant -> constant.text();
      case Name name -> name.toXml(value);
      case Dash dash -> dash.toXml(value);
    };
  }

  /// The value so far, with what an element adds to it.
  default String read(String soFar, String text) {
    return switch (this) {
      case Plain plain -> soFar.isEmpty() ? plain.fromXml(text) : soFar + " " + text;
      case Part _ -> soFar + text;
      case Word _ -> soFar.isEmpty() ? text : soFar + " " + text;
      case Constant _ -> soFar;
      case Name name ->
          switch (name) {
            // Elements come given, middle, surname: the comma is where the surname ends.
            case SUR -> text + "," + soFar;
            case GIVEN, MIDDLE, MORE -> withGiven(soFar, text);
          };
      case Dash dash ->
          switch (dash) {
            case BEFORE -> text + "-" + soFar;
            case AFTER -> soFar + text;
          };
    };
  }

  private static String withGiven(String soFar, String text) {
    return soFar.isEmpty() || soFar.endsWith(",") ? soFar + text : soFar + " " + text;
  }
}
