package org.ridgeline.console.workbench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.ridgeline.casework.verification.Plate;
import org.ridgeline.extract.Extractor;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.json.JsonMapper;

/// One comparison of two fictional ten-prints over HTTP: the real page, scripts and sheets, the
/// agreed JSON, and a record of what the browser sent.
///
/// Finger 1 is the same print on both sides, the right one shifted by `SHIFT`; finger 3 lies on
/// plates as the real server lays it; finger 9 lacks its right print; finger 10 is upright stripes,
/// one dark ridge every `PERIOD` pixels. What is sent is read as the real server reads it.
final class ComparisonServer implements AutoCloseable {
  static final int PERIOD = 10;
  static final int STRIPES = 10;
  static final int SHIFT = 20;
  static final int MISSING = 9;
  static final int PLATED = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WIDTH = 500;
  private static final int HEIGHT = 550;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /// What a path answers instead, until taken away.
  record Answer(int status, String body) {}

  /// What the page's security token is read from.
  record Token(String token) {}

  private final HttpServer http;
  private final Map<String, byte[]> prints = new ConcurrentHashMap<>();
  private final String work;
  final Map<String, Answer> instead = new ConcurrentHashMap<>();
  final List<String> received = new CopyOnWriteArrayList<>();

  ComparisonServer() throws IOException {
    List<String> fingers = new ArrayList<>();
    for (FingerPosition position : FingerPosition.values()) {
      if (position.fgp() <= 10) {
        fingers.add(finger(position));
      }
    }
    work =
        "{\"task\":\"t1\",\"ppi\":500,\"rule\":"
            + JSON.writeValueAsString(WorkJson.Rule.CURRENT)
            + ",\"fingers\":["
            + String.join(",", fingers)
            + "]}";
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::answer);
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private String finger(FingerPosition position) throws IOException {
    int fgp = position.fgp();
    String left;
    String right;
    if (fgp == STRIPES) {
      left = side(fgp, "left", stripes());
      right = side(fgp, "right", stripes());
    } else {
      var finger = FingerMaker.make(7, position);
      GrayImage first = Impression.of(finger, 1, ImpressionStyle.rolled(80));
      GrayImage second = Impression.of(finger, 2, ImpressionStyle.rolled(65));
      left = side(fgp, "left", fgp == PLATED ? plated(first) : first);
      right =
          switch (fgp) {
            case PLATED -> side(fgp, "right", plated(second));
            case 1 -> side(fgp, "right", shifted(first));
            case MISSING -> "null";
            default -> side(fgp, "right", second);
          };
    }
    String label = position.name().charAt(0) + position.name().substring(1).toLowerCase();
    return """
    {"number":%d,"label":"%s","left":%s,"right":%s}\
    """
        .formatted(fgp, label.replace('_', ' '), left, right);
  }

  private String side(int fgp, String side, GrayImage image) throws IOException {
    String path = "/examine/t1/" + fgp + "/" + side + ".png";
    prints.put(path, png(image));
    String minutiae =
        Extractor.extract(image).minutiae().stream()
            .map(ComparisonServer::minutia)
            .collect(Collectors.joining(","));
    return """
    {"widthPx":%d,"heightPx":%d,"image":"%s","minutiae":[%s]}\
    """
        .formatted(image.widthPx(), image.heightPx(), path, minutiae);
  }

  private static String minutia(Minutia minutia) {
    String kind =
        switch (minutia) {
          case Minutia.RidgeEnding _ -> "ending";
          case Minutia.Bifurcation _ -> "bifurcation";
        };
    long degrees = Math.round(360 - minutia.direction() * 360.0 / 65_536) % 360;
    return """
    {"x":%d,"y":%d,"degrees":%d,"kind":"%s"}\
    """
        .formatted(minutia.x(), minutia.y(), degrees, kind);
  }

  private static GrayImage plated(GrayImage image) {
    return Plate.of(image, Extractor.extract(image)).image();
  }

  private static GrayImage stripes() {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % WIDTH % PERIOD < PERIOD / 2 ? 40 : 220);
    }
    return GrayImage.of(WIDTH, HEIGHT, 500, pixels);
  }

  private static GrayImage shifted(GrayImage image) {
    byte[] from = image.pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = i % WIDTH < SHIFT ? (byte) 255 : from[i - SHIFT];
    }
    return GrayImage.of(WIDTH, HEIGHT, 500, to);
  }

  private static byte[] png(GrayImage image) throws IOException {
    BufferedImage out =
        new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
    out.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(out, "png", bytes);
    return bytes.toByteArray();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Answer other = instead.get(path);
    if (other != null) {
      send(exchange, other.status(), "application/problem+json", utf8(other.body()));
    } else if (exchange.getRequestMethod().equals("POST")) {
      String token = exchange.getRequestHeaders().getFirst("X-CSRF-TOKEN");
      received.add(path + " " + token + " " + new String(sent, StandardCharsets.UTF_8));
      if (path.endsWith("/verdict")) {
        JSON.readValue(sent, WorkJson.Sent.class).given();
      } else {
        JSON.readValue(sent, WorkController.Passed.class);
      }
      send(exchange, 200, "application/json", utf8("{\"next\":\"/examine\"}"));
    } else if (path.startsWith("/assets/")) {
      asset(exchange, path);
    } else if (prints.containsKey(path)) {
      send(exchange, 200, "image/png", prints.get(path));
    } else {
      switch (path) {
        case "/examine/t1" -> send(exchange, 200, "text/html; charset=utf-8", utf8(page()));
        case "/examine/t1/work.json" -> send(exchange, 200, "application/json", utf8(work));
        default ->
            send(exchange, 200, "text/html", utf8("<!DOCTYPE html><title>Queue</title><p>Queue"));
      }
    }
  }

  private void asset(HttpExchange exchange, String path) throws IOException {
    try (InputStream file = ComparisonServer.class.getResourceAsStream("/static" + path)) {
      if (file == null) {
        send(exchange, 404, "text/plain", utf8("none"));
        return;
      }
      String kind = path.endsWith("css") ? "text/css" : "text/javascript";
      send(exchange, 200, path.endsWith("svg") ? "image/svg+xml" : kind, file.readAllBytes());
    }
  }

  private static void send(HttpExchange exchange, int status, String kind, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", kind);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String page() {
    var templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setLinkBuilder(
        new StandardLinkBuilder() {
          @Override
          protected String computeContextPath(
              IExpressionContext context, String base, Map<String, Object> parameters) {
            return "";
          }
        });
    Context context = new Context();
    context.setVariable("task", "t1");
    context.setVariable("minutesMax", 60);
    context.setVariable("_csrf", new Token("token-1"));
    return engine.process("console/workbench", context);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
