package org.ridgeline.app.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody logged in over plain HTTP: gets pages and posts forms with the session's token.
final class Browserless {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String csrf = "";

  private Browserless(String url) {
    this.url = url;
  }

  static Browserless loggedIn(String url, String name, String password) throws Exception {
    Browserless one = new Browserless(url);
    one.get("/login");
    HttpResponse<String> in = one.post("/login", Map.of("username", name, "password", password));
    if (in.statusCode() != 302
        || in.headers().firstValue("location").orElse("").contains("failed")) {
      throw new AssertionError(name + " cannot log in: " + in.statusCode());
    }
    one.get("/leads");
    one.refresh();
    return one;
  }

  /// The token changes at log-in; any page with a form has the new one.
  private void refresh() throws IOException, InterruptedException {
    HttpResponse<String> page = get("/login");
    remember(page.body());
  }

  private void remember(String body) {
    Matcher found = CSRF.matcher(body);
    if (found.find()) {
      csrf = found.group(1);
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> page =
        http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    remember(page.body());
    return page;
  }

  HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return postFrom("", path, form);
  }

  /// Posts a form that stood on another page, as a browser says; empty where it does not.
  HttpResponse<String> postFrom(String page, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(form);
    all.put("_csrf", csrf);
    if (!path.startsWith("/activation")) {
      // Sets every tick it sees, as people who read what they sign.
      all.putIfAbsent("confirmed", "true");
    }
    String body =
        all.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Referer", page.isEmpty() ? "about:blank" : url + page)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /// Posts JSON as a page's script does.
  HttpResponse<String> postJson(String path, String json) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", csrf)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }
}
