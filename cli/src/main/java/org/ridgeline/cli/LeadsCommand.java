package org.ridgeline.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// `leads`: a reviewing office's notifications.
@Command(
    name = "leads",
    description = "Lists an office's leads: machine matches that no examiner has verified yet.",
    mixinStandardHelpOptions = true)
final class LeadsCommand implements Callable<Integer> {
  @Mixin private ServerOption server;

  @Option(
      names = "--acknowledge",
      paramLabel = "ID",
      description = "say that the office takes this lead on")
  private Optional<String> acknowledge;

  @Option(names = "--json", description = "print an array of leads")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    ApiClient api = server.client();
    if (acknowledge.isPresent()) {
      check(api.post("/api/v1/leads/" + acknowledge.get() + "/acknowledge", new byte[0]));
    }
    JsonNode leads = check(api.get("/api/v1/leads"));
    if (json) {
      Output.json(leads);
      return ExitCode.DONE;
    }
    for (JsonNode lead : leads) {
      System.out.printf(
          "%s  %s  %s  unverified  %s%n    claims %s%n    known as %s%n",
          lead.path("id").asString(),
          lead.path("control").asString(),
          lead.path("decision").asString(),
          lead.path("acknowledged").asBoolean() ? "acknowledged" : "new",
          lead.path("namesClaimed"),
          lead.path("namesKnown"));
    }
    return ExitCode.DONE;
  }

  private static JsonNode check(ApiClient.Reply reply) throws IOException {
    if (!reply.isDone()) {
      throw new IOException(reply.problem());
    }
    return reply.body();
  }
}
