package org.ridgeline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.bench.evaluate.IdentifyReport;
import org.ridgeline.bench.evaluate.MissKind;
import org.ridgeline.bench.evaluate.MissReport;
import org.ridgeline.bench.evaluate.VerifyReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What scripts read of `--json`: keys, their order and the form of numbers, one kind of result a
/// line. However the records are made up, the JSON is flat.
class ResultJsonGoldenTest {
  private static final List<Class<?>> KINDS =
      List.of(
          SearchBench.Result.class,
          IdentifyReport.class,
          VerifyReport.class,
          CodecBench.Result.class,
          WsqBench.Result.class,
          SubmitBench.Result.class,
          MissReport.class,
          DisparityBench.Result.class);

  private static final Map<Type, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(int.class, 1),
          Map.entry(Integer.class, 1),
          Map.entry(long.class, 2L),
          Map.entry(Long.class, 2L),
          Map.entry(double.class, 0.5),
          Map.entry(OptionalInt.class, OptionalInt.of(3)),
          Map.entry(OptionalDouble.class, OptionalDouble.of(0.25)),
          Map.entry(boolean.class, true),
          Map.entry(MissKind.class, MissKind.LOW_QUALITY),
          Map.entry(String.class, "s"));

  private static Object sample(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType many) {
      Object last = sample(many.getActualTypeArguments()[many.getActualTypeArguments().length - 1]);
      return many.getRawType() == Map.class
          ? Map.of("stage", last)
          : many.getRawType() == List.class ? List.of(last) : Optional.of(last);
    }
    Class<?> one = (Class<?>) type;
    if (!one.isRecord()) {
      return Objects.requireNonNull(SAMPLES.get(type), type.getTypeName());
    }
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : one.getRecordComponents()) {
      values.add(sample(component.getGenericType()));
    }
    Class<?>[] head =
        Arrays.stream(one.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return one.getConstructor(head).newInstance(values.toArray());
  }

  @Test
  void theJsonOfEachResultIsAsItWas() throws IOException, ReflectiveOperationException {
    assertThat(lines()).containsExactlyElementsOf(golden("results-3.jsonl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"results.jsonl", "results-2.jsonl"})
  void nothingThatAnEarlierFormatHadIsGone(String format)
      throws IOException, ReflectiveOperationException {
    JsonMapper json = JsonMapper.builder().build();
    List<String> now = lines();
    List<String> first = golden(format);
    assertThat(now).hasSizeGreaterThanOrEqualTo(first.size());
    for (int i = 0; i < first.size(); i++) {
      assertKept(json.readTree(first.get(i)), json.readTree(now.get(i)));
    }
  }

  /// The later has what the earlier had, in its order; it may have more.
  private static void assertKept(JsonNode earlier, JsonNode later) {
    if (earlier.isObject()) {
      List<String> names = List.copyOf(earlier.propertyNames());
      List<String> kept = later.propertyNames().stream().filter(names::contains).toList();
      assertThat(kept).containsExactlyElementsOf(names);
      names.forEach(name -> assertKept(earlier.get(name), later.get(name)));
    } else if (earlier.isArray()) {
      assertThat(later.size()).isEqualTo(earlier.size());
      for (int i = 0; i < earlier.size(); i++) {
        assertKept(earlier.get(i), later.get(i));
      }
    } else {
      assertThat(later).isEqualTo(earlier);
    }
  }

  private static List<String> lines() throws ReflectiveOperationException {
    List<String> lines = new ArrayList<>();
    for (Class<?> kind : KINDS) {
      lines.add(JsonMapper.builder().build().writeValueAsString(sample(kind)));
    }
    return lines;
  }

  private static List<String> golden(String name) throws IOException {
    try (var golden = ResultJsonGoldenTest.class.getResourceAsStream(name)) {
      byte[] text = Objects.requireNonNull(golden).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
