package org.ridgeline.app.system;

import java.util.List;

/// Values that no page's own form sends, percent-encoded as they go over the wire.
final class Hostile {
  /// For every place.
  static final List<String> VALUES =
      List.of(
          "%00",
          "a%00b",
          "a%07b",
          "%ED%A0%80", // a lone surrogate
          "%FF%FE",
          "%F0%9F%98%80",
          "",
          "%20",
          "-1",
          "9223372036854775808",
          "-99999999999999999999999999",
          "1e400",
          "00000000-0000-0000-0000-000000000000",
          "not-a-uuid",
          "2026-02-30",
          "%2B999999999-12-31",
          "-999999999-01-01",
          "0000-01-01",
          "%2B999999999-12-31T23:59",
          "-999999999-01-01T00:00",
          "%2B1000000000-12-31T23:59:59Z",
          "%27%3B%20drop%20table%20x%3B--",
          "%22%3E%3Cscript%3E",
          "$%7B7*7%7D",
          "%0D%0AX:%20y",
          "%25%32%46",
          "x".repeat(300),
          "x".repeat(5000));

  /// For a place that a role cannot get at: that it cannot is tried once more with each.
  static final List<String> FEW = List.of("%00", "%ED%A0%80", "not-a-uuid", "", "x".repeat(300));

  /// Bodies in the place of JSON.
  static final List<String> JSON =
      List.of(
          "",
          "null",
          "[]",
          "\"text\"",
          "42",
          "{",
          "{}",
          "{\"a\":".repeat(3000),
          "[".repeat(20_000) + "]".repeat(20_000),
          "{\"x\":1e999999999}",
          "\u0000",
          "{\"\u0000\":1}");

  /// Values in the place of one of a JSON body's.
  static final List<String> JSON_VALUES =
      List.of(
          "null",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\"",
          "-1",
          "1e400",
          "99999999999999999999",
          "2147483648",
          "[]",
          "{}",
          "[null]",
          "[{}]",
          "true",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"0000-01-01T00:00:00Z\"",
          "\"" + "x".repeat(100_000) + "\"");

  /// Headers, whole lines.
  static final List<String> HEADERS =
      List.of(
          "Accept: nonsense",
          "Accept: */*;q=banana, text/\u0000",
          "Accept: application/xml",
          "Accept-Language: x-\u00ff;q=2, *, , ;;;",
          "Accept-Language: " + "en-".repeat(1000),
          "Content-Type: nonsense",
          "Content-Type: text/html; charset=no-such",
          "Content-Type: application/xml",
          "Content-Type: multipart/form-data",
          "Content-Type: multipart/form-data; boundary=",
          "Content-Type: multipart/form-data; boundary=x",
          "Content-Type: application/x-www-form-urlencoded; charset=utf-16",
          "Range: bytes=5-2,-,9999999999999999999-",
          "If-None-Match: \"unclosed",
          "If-Modified-Since: yesterday",
          "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
          "Cookie: JSESSIONID=\"; JSESSIONID=x; =; \u00ff",
          "Cookie: __Host-ridgeline=../../x",
          "Referer: \u00ff\u00fe://",
          "Origin: null",
          "Sec-Fetch-Site: cross-site",
          "HX-Request: true",
          "X-HTTP-Method-Override: DELETE",
          "X-Forwarded-For: 1.2.3.4, unknown, [::1",
          "X-Forwarded-Proto: javascript",
          "X-Forwarded-Port: 99999999999",
          "X-Forwarded-Host: evil.test",
          "X-Forwarded-Prefix: /../..",
          "Forwarded: for=\"_x;proto=;;host=\"evil.test",
          "Expect: 200-maybe",
          "Authorization: Bearer",
          "Authorization: Bearer \u00ff\u00fe",
          "Authorization: Basic !!!!",
          "Access-Control-Request-Method: DELETE",
          "Content-Length: -5",
          "Content-Encoding: gzip",
          "Upgrade: h2c",
          "Host: ",
          "Host: evil.test:99999999",
          "X-Long: " + "x".repeat(7000));

  private Hostile() {}
}
