package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a log-in who types addresses and sends forms by hand, its CSRF token included.
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String url;
  private String token = "";
  private String language = "en";

  private Visitor(String url) {
    this.url = url;
  }

  static Visitor of(String url, String name, String password)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor(url);
    visitor.takeToken(visitor.get("/login"));
    HttpResponse<String> in =
        visitor.post("/login", Map.of("username", name, "password", password));
    assertThat(in.headers().firstValue("Location").orElse("")).as(name).doesNotContain("login");
    visitor.takeToken(visitor.get("/no-such-page"));
    visitor.takeToken(visitor.get("/login"));
    return visitor;
  }

  /// The same, whose browser asks for another language.
  public Visitor speaking(String code) {
    language = code;
    return this;
  }

  /// Somebody who is not logged in.
  public static Visitor stranger(String url) throws IOException, InterruptedException {
    Visitor visitor = new Visitor(url);
    visitor.takeToken(visitor.get("/login"));
    return visitor;
  }

  /// Slips into one of a demo's staff.
  public void become(String name) throws IOException, InterruptedException {
    assertThat(become(name, Map.of()).statusCode()).as(name).isEqualTo(302);
  }

  /// Tries to slip into one of a demo's staff by a stop of its tour.
  public HttpResponse<String> become(String name, Map<String, String> stop)
      throws IOException, InterruptedException {
    takeToken(get("/demo"));
    return post("/demo/as/" + name, stop);
  }

  private void takeToken(HttpResponse<String> page) {
    Matcher found = TOKEN.matcher(page.body());
    if (found.find()) {
      token = found.group(1);
    }
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path)).header("Accept-Language", language).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> sent = new TreeMap<>(fields);
    if (!path.startsWith("/activation")) {
      // Sets every tick, as people who read what they do.
      sent.putIfAbsent("confirmed", "true");
    }
    String body =
        sent.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return http.send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Accept-Language", language)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
