package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Limits;
import org.ridgeline.rest.FindingJson;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `submit`: sends transactions as an agency and, with `--wait`, waits for their answers.
@Command(
    name = "submit",
    description = "Sends ANSI/NIST-ITL files as submissions.",
    mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  @Mixin private ServerOption server;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "ANSI/NIST-ITL files")
  private List<Path> files;

  @Option(names = "--wait", description = "wait until every submission is answered or refused")
  private boolean wait;

  @Option(
      names = "--timeout",
      defaultValue = "600",
      paramLabel = "SECONDS",
      description = "longest wait (default: ${DEFAULT-VALUE})")
  @Between(least = 0)
  private int timeoutSeconds;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write the answers' transactions here, CONTROL-TOT.an2")
  private Optional<Path> out;

  @Option(names = "--json", description = "print one JSON object a file, each on its own line")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    ApiClient api = server.client();
    long until = System.nanoTime() + Duration.ofSeconds(timeoutSeconds).toNanos();
    boolean refused = false;
    List<ObjectNode> sent = new ArrayList<>();
    for (Path file : files) {
      sent.add(send(api, file));
      Output.progress("sent", sent.size(), files.size());
    }
    for (ObjectNode result : sent) {
      boolean kept = result.path("control").isString();
      ObjectNode last = wait && kept ? waitFor(api, result, until) : result;
      if (out.isPresent()) {
        writeAnswers(last, out.get());
      }
      refused |= last.path("state").asString().equals("REFUSED");
      print(last);
    }
    return refused ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private static ObjectNode send(ApiClient api, Path file)
      throws IOException, InterruptedException {
    if (Files.size(file) > Limits.SUBMISSION_BYTES_MAX) {
      return tooLarge(file);
    }
    ApiClient.Reply reply = api.post("/api/v1/submissions", Files.readAllBytes(file));
    if (!reply.isDone() && !reply.body().has("control")) {
      throw new IOException(file + ": " + reply.problem());
    }
    ObjectNode result = Output.mapper().createObjectNode();
    result.put("file", file.toString());
    for (String key : List.of("control", "tcn", "state", "replayed", "findings")) {
      result.set(key, reply.body().path(key).deepCopy());
    }
    result.set("answers", Output.mapper().createArrayNode());
    return result;
  }

  /// The server would say the same, after the file had travelled.
  private static ObjectNode tooLarge(Path file) throws IOException {
    Finding finding =
        Finding.of(
            Severity.ERROR,
            FindingCode.FILE_TOO_LARGE,
            "at most " + Limits.SUBMISSION_BYTES_MAX + " bytes",
            Files.size(file) + " bytes");
    ObjectNode result = Output.mapper().createObjectNode();
    result.put("file", file.toString());
    result.putNull("control").putNull("tcn").put("state", "REFUSED").put("replayed", false);
    result.set("findings", Output.mapper().valueToTree(List.of(FindingJson.of(finding))));
    result.set("answers", Output.mapper().createArrayNode());
    return result;
  }

  private static ObjectNode waitFor(ApiClient api, ObjectNode result, long until)
      throws IOException, InterruptedException {
    String path = "/api/v1/submissions/" + result.path("control").asString();
    while (true) {
      ApiClient.Reply reply = api.get(path);
      if (!reply.isDone()) {
        throw new IOException(path + ": " + reply.problem());
      }
      String state = reply.body().path("state").asString();
      boolean closed = state.equals("ANSWERED") || state.equals("REFUSED");
      if (closed || System.nanoTime() > until) {
        result.put("state", state);
        result.set("hold", reply.body().path("hold").deepCopy());
        result.set("findings", reply.body().path("findings").deepCopy());
        result.set("answers", answers(api, path));
        return result;
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private static ArrayNode answers(ApiClient api, String path)
      throws IOException, InterruptedException {
    ApiClient.Reply reply = api.get(path + "/answers");
    if (!reply.isDone()) {
      throw new IOException(path + "/answers: " + reply.problem());
    }
    return (ArrayNode) reply.body();
  }

  private static void writeAnswers(ObjectNode result, Path folder) throws IOException {
    Files.createDirectories(folder);
    Set<String> names = new HashSet<>();
    for (JsonNode answer : result.path("answers")) {
      if (answer.path("purged").asBoolean(false)) {
        System.err.println(
            "ridgeline: what "
                + answer.path("tot").asString()
                + " said is taken out; nothing is written");
        continue;
      }
      String name = name(result.path("control").asString(), answer, names);
      Files.write(
          folder.resolve(name), Base64.getDecoder().decode(answer.path("transaction").asString()));
    }
  }

  /// CONTROL-TOT.an2; a further answer of the same type is told apart by whose it is, and by
  /// number.
  private static String name(String control, JsonNode answer, Set<String> taken) {
    String first = control + "-" + answer.path("tot").asString();
    String whose = first + "-" + answer.path("repository").asString();
    String name = first;
    for (int number = 1; !taken.add(name); number++) {
      name = number == 1 ? whose : whose + "-" + number;
    }
    return name + ".an2";
  }

  private void print(ObjectNode result) {
    if (json) {
      Output.json(result);
      return;
    }
    System.out.printf(
        "%s  %s  %s%n",
        result.path("control").asString(),
        result.path("state").asString(),
        result.path("file").asString());
    if (result.path("hold").has("until")) {
      System.out.println(
          "    held for quality control until "
              + result.path("hold").path("until").asString()
              + "; it has its control number and will be answered");
    }
    for (JsonNode finding : result.path("findings")) {
      System.out.println("    " + FindingLine.of(finding));
    }
    for (JsonNode answer : result.path("answers")) {
      System.out.printf(
          "    %s: %s (%s) %s%n",
          answer.path("repository").asString(),
          answer.path("outcome").asString(),
          answer.path("tot").asString(),
          answer.path("identifiers").isEmpty() ? "" : answer.path("identifiers").toString());
    }
  }
}
