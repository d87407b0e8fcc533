package org.ridgeline.oversight.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ridgeline.outbox.EventCodec;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.oversight.track.FactsAtRandom;
import org.ridgeline.vocabulary.event.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// That a line says what its fact says, but for what names a booking, a case or a thing in it.
class PseudonymsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private final Pseudonyms pseudonyms = new Pseudonyms("a key of tests");

  /// What every release must write of this fact: seals are made of it.
  @Test
  void aLineNeverChangesItsForm() {
    Fact fact =
        new Fact(
            java.time.Instant.parse("2011-04-01T00:00:00.5Z"),
            new Event.LeadMade(new UUID(1, 2), "R1", "06067", "CA", "HIT"));
    assertThat(pseudonyms.line(fact)).isEqualTo(GOLDEN);
  }

  private static final String GOLDEN =
      """
      {"at":"2011-04-01T00:00:00Z","kind":"lead.made","version":1,"body":\
      {"leadId":"8bd59a26-0152-210c-4ab5-f0a7af988ce7","control":"P73a8d7bc59019252c3eaffa8",\
      "fips":"06067","state":"CA","decision":"HIT"}}\
      """;

  @Test
  void norDoTheLinesOfAllKinds() {
    Seal seal = Seal.empty();
    FactsAtRandom.of(200, 21).all().forEach(fact -> seal.add(pseudonyms.line(fact)));
    assertThat(seal.toString())
        .isEqualTo("f4afa305244f8e699feee5aced422345530e8c34b4849b24136bee3c941cc770");
  }

  @Test
  void allElseStaysAsItIs() {
    TreeSet<String> kinds = new TreeSet<>();
    for (Fact fact : FactsAtRandom.of(200, 21).all()) {
      JsonNode line = JSON.readTree(pseudonyms.line(fact));
      JsonNode body = JSON.readTree(EventCodec.write(fact.event()));
      kinds.add(line.path("kind").asString());
      assertThat(line.path("body").propertyNames()).isEqualTo(body.propertyNames());
      for (Map.Entry<String, JsonNode> member : line.path("body").properties()) {
        JsonNode own = body.path(member.getKey());
        if (member.getKey().equals("control")) {
          assertThat(member.getValue().asString()).matches("P[0-9a-f]{24}");
        } else if (own.isString() && own.asString().matches(UUID_FORM)) {
          assertThat(member.getValue().asString()).matches(UUID_FORM).isNotEqualTo(own.asString());
        } else {
          assertThat(member.getValue()).as(member.getKey()).isEqualTo(own);
        }
      }
    }
    assertThat(kinds).hasSizeGreaterThan(10);
  }

  @Test
  void oneThingHasOneNameInAllItsFacts() {
    Fact came = new Fact(java.time.Instant.EPOCH, new Event.SubmissionAccepted("R1"));
    Fact refused =
        new Fact(
            java.time.Instant.EPOCH, new Event.CaseOpened(new UUID(3, 4), "R1", "06067", "CA"));
    assertThat(name(came)).isEqualTo(name(refused));
    assertThat(new Pseudonyms("another key").line(came)).isNotEqualTo(pseudonyms.line(came));
    assertThat(Optional.of(name(came))).isNotEqualTo(Optional.of("R1"));
  }

  private String name(Fact fact) {
    return JSON.readTree(pseudonyms.line(fact)).path("body").path("control").asString();
  }
}
