package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a browser got of comparisons, looked at closely: nothing beside the prints, and nothing
/// that tells one comparison from another.
public final class Blindness {
  /// Words that would say what a comparison is about, in what a browser gets of one.
  public static final List<String> TELLING =
      List.of(
          "immigration",
          "criminal",
          "probe",
          "candidate",
          "planted",
          "known",
          "mate",
          "score",
          "quality");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Blindness() {}

  /// The names of all fields.
  public static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.propertyNames().forEach(keys::add);
    node.forEach(child -> keys.addAll(keys(child)));
    return keys;
  }

  /// The kinds of chunks, each once in a row.
  public static List<String> chunks(byte[] png) {
    List<String> kinds = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(png);
    for (int at = 8; at < png.length; at += in.getInt(at) + 12) {
      String kind = new String(png, at + 4, 4, StandardCharsets.US_ASCII);
      if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /// One of the two is planted: same pages but for ids, same headers, same sizes of plates.
  static void alike(List<HttpResponse<byte[]>> one, List<HttpResponse<byte[]>> other) {
    assertThat(one).hasSameSizeAs(other);
    for (int i = 1; i < one.size(); i++) {
      assertThat(one.get(i).headers().map().keySet())
          .isEqualTo(other.get(i).headers().map().keySet());
    }
    assertThat(bare(one.get(1))).isEqualTo(bare(other.get(1)));
    assertThat(sizes(one.get(2))).isEqualTo(sizes(other.get(2)));
  }

  static String bare(HttpResponse<byte[]> page) {
    return new String(page.body(), StandardCharsets.UTF_8)
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("content=\"[^\"]*\"|value=\"[^\"]*\"", "TOKEN");
  }

  static List<String> sizes(HttpResponse<byte[]> work) {
    return JSON.readTree(work.body()).path("fingers").findValuesAsString("widthPx");
  }
}
