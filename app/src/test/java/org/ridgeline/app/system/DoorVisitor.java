package org.ridgeline.app.system;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who knocks at doors: with a session, with a token, or with nothing.
/// - **Shape** `headers` whole lines sent with each request; `csrf` empty where there is no session
record DoorVisitor(String name, List<String> headers, String csrf) {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  static DoorVisitor withToken(String name, String token) {
    return new DoorVisitor(name, List.of("Authorization: Bearer " + token), "");
  }

  /// A stranger with a session of nobody, so that forms carry a token.
  static DoorVisitor stranger(RawHttp http) throws IOException {
    RawHttp.Got page = http.send(RawHttp.Sent.get("/login"));
    return new DoorVisitor("nobody", List.of(cookie(page).orElseThrow()), csrf(page));
  }

  static DoorVisitor loggedIn(RawHttp http, String name, String password) throws IOException {
    DoorVisitor before = stranger(http);
    RawHttp.Got in =
        http.send(before.form("/login", Map.of("username", name, "password", password)));
    String session =
        cookie(in).orElseThrow(() -> new AssertionError(name + " cannot log in: " + in.status()));
    RawHttp.Got page = http.send(RawHttp.Sent.get("/login", session));
    return new DoorVisitor(name, List.of(session), csrf(page));
  }

  /// A form, sent with the session's token.
  RawHttp.Sent form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
                .map(
                    f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
            + "&_csrf="
            + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
    return new RawHttp.Sent("POST", path, List.of(FORM), body.getBytes(StandardCharsets.ISO_8859_1))
        .with(headers);
  }

  private static Optional<String> cookie(RawHttp.Got got) {
    return got.header("set-cookie").map(line -> "Cookie: " + line.split(";", 2)[0]);
  }

  private static String csrf(RawHttp.Got page) {
    Matcher found = CSRF.matcher(page.body());
    return found.find() ? found.group(1) : "";
  }
}
