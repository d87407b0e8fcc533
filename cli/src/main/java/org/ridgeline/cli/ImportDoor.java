package org.ridgeline.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.intake.EncounterImport;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.rest.FindingJson;
import org.ridgeline.vocabulary.Finding;
import tools.jackson.databind.JsonNode;

/// Where an import's files go: into the data folder, or to a server that has it open.
@FunctionalInterface
interface ImportDoor {
  /// What becomes of a file.
  enum Outcome {
    NEW_PERSON,
    KNOWN_PERSON,
    /// The same bytes were enrolled before; nothing was done now.
    BEFORE,
    REFUSED,
    /// The file itself could not be read.
    UNREADABLE
  }

  /// What became of one file; `findings` as the API has them.
  record Reply(Outcome outcome, Optional<String> personId, List<JsonNode> findings) {}

  /// Takes one file's bytes; several threads may ask at once.
  Reply take(byte[] bytes) throws IOException, InterruptedException;

  static Reply refused(List<Finding> findings) {
    return new Reply(Outcome.REFUSED, Optional.empty(), json(findings));
  }

  private static List<JsonNode> json(List<Finding> findings) {
    return findings.stream()
        .map(finding -> Output.mapper().<JsonNode>valueToTree(FindingJson.of(finding)))
        .toList();
  }

  private static Reply enrolled(Outcome outcome, String person, List<JsonNode> findings) {
    return new Reply(outcome, Optional.of(person), findings);
  }

  private static Outcome outcome(boolean isNew) {
    return isNew ? Outcome.NEW_PERSON : Outcome.KNOWN_PERSON;
  }

  /// Into the data folder.
  static ImportDoor of(EncounterImport importer) {
    return bytes ->
        switch (importer.take(bytes)) {
          case Imported.Done done ->
              enrolled(
                  outcome(done.isNewPerson()), done.personId().toString(), json(done.findings()));
          case Imported.Before before ->
              enrolled(Outcome.BEFORE, before.personId().toString(), List.of());
          case Imported.Refused why -> refused(why.findings());
        };
  }

  /// Over a server.
  static ImportDoor of(ApiClient api, String repository) {
    return bytes -> {
      ApiClient.Reply reply = api.post("/api/v1/repositories/" + repository + "/encounters", bytes);
      JsonNode body = reply.body();
      List<JsonNode> findings = new ArrayList<>();
      body.path("findings").forEach(findings::add);
      if (reply.isDone()) {
        Outcome outcome =
            body.path("before").asBoolean(false)
                ? Outcome.BEFORE
                : outcome(body.path("newPerson").asBoolean(false));
        return enrolled(outcome, body.path("personId").asString(), findings);
      }
      if (body.has("findings")) {
        return new Reply(Outcome.REFUSED, Optional.empty(), findings);
      }
      throw new IOException(reply.problem());
    };
  }
}
