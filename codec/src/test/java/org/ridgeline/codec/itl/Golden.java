package org.ridgeline.codec.itl;

import java.nio.charset.StandardCharsets;

/// Transactions written by hand, byte by byte.
final class Golden {
  private Golden() {}

  /// `|` stands for GS, `~` for RS, `^` for US, `$` for FS.
  static String text(String readable) {
    return readable
        .replace('|', (char) 0x1D)
        .replace('~', (char) 0x1E)
        .replace('^', (char) 0x1F)
        .replace('$', (char) 0x1C);
  }

  static byte[] bytes(String readable) {
    return text(readable).getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A tagged record with the LEN it needs; `rest` starts behind LEN's value.
  static String record(String lenTag, String rest) {
    int length = lenTag.length() + rest.length();
    int len = length + 1;
    while (length + String.valueOf(len).length() != len) {
      len = length + String.valueOf(len).length();
    }
    return lenTag + len + rest;
  }

  static final String HEADER_REST =
      "|1.004:CAR|1.005:20100112|1.007:FBI000000|1.008:CA0340000|1.009:T-1"
          + "|1.011:19.69|1.012:19.69$";

  /// A Type-1, a Type-2, a Type-4 whose data are separators, a Type-14 whose data are separators.
  static byte[] card() {
    String one = record("1.001:", "|1.002:0500|1.003:1^3~2^00~4^01~14^02" + HEADER_REST);
    String two =
        record(
            "2.001:", "|2.002:00|2.018:DOE,JANE|2.019:ROE,JANE~DOE,J|2.047:20100111^THEFT~^FRAUD$");
    String four = "\0\0\0\u0016" + "\1\1\2\u00FF\u00FF\u00FF\u00FF\u00FF" + "\0\0\2\0\2\0" + "$|~^";
    String fourteen =
        record(
            "14.001:",
            "|14.002:02|14.003:1|14.004:CA0340000|14.005:20100112|14.006:2|14.007:2|14.008:1|"
                + "14.009:1000|14.010:1000|14.011:NONE|14.012:8|14.013:3|14.999:$$||$");
    return bytes(one + two + four + fourteen);
  }
}
