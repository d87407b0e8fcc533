package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.fixture.TestAuthority;
import picocli.CommandLine;

/// A mistyped data folder is said to hold no installation, by every command but those that may be
/// the first; nothing is made in it.
class NothingIsMadeTest {
  /// What begins an installation: servers, and commands that enter something.
  private static final Set<String> MAY_BE_FIRST =
      Set.of(
          "serve",
          "demo",
          "restore",
          "agency add",
          "agency add-bureau",
          "office add",
          "jurisdiction import",
          "operator invite",
          "repository import",
          "repository token",
          "known-pairs add");

  /// All others, each with all that it must be given; `FILE` is there, `PEM` is a certificate.
  private static final String OTHERS =
      """
      agency activate --ori CA0010000 --from DAY
      agency add-certificate --ori CA0010000 PEM
      agency change --ori CA0010000
      agency completeness
      agency deactivate --ori CA0010000 --from DAY --reason moved
      agency disable --ori CA0010000 --reason moved
      agency enable --ori CA0010000
      agency end-tokens --ori CA0010000 --reason moved
      agency list
      agency permit --ori CA0010000 --sends-as CA0020000
      agency permit-copy --ori CA0010000 --to CA0020000
      agency permit-service --ori CA0010000 --service rapid
      agency remove --ori CA0010000 --reason moved
      agency remove-bureau --state CA --ori CA0020000
      agency remove-certificate --ori CA0010000 --reason moved PEM
      agency require-certificate --ori CA0010000
      agency revoke-permit --ori CA0010000 --sends-as CA0020000
      agency revoke-copy --ori CA0010000 --to CA0020000
      agency revoke-service --ori CA0010000 --service rapid
      agency tell-bookings FILE
      agency rotate-token --ori CA0010000
      backup --to out --unencrypted
      audit accept --reason restored
      audit export --subject person:00000000-0000-0000-0000-000000000001
      audit new-key --reason lost
      audit prove --entry 1
      audit rotate-key
      audit verify
      jurisdiction basis --fips 06067 --kind order --status mandatory --title Order \
        --document FILE --from DAY --reason signed
      jurisdiction counts
      jurisdiction deactivate --fips 06067 --from DAY --reason moved
      jurisdiction export
      jurisdiction list
      jurisdiction log
      jurisdiction notice --fips 06067 --text printed --published DAY
      jurisdiction ready --fips 06067
      jurisdiction show --fips 06067
      jurisdiction wave activate --name spring
      jurisdiction wave list
      jurisdiction wave plan --name spring --day DAY --fips 06067 --notice printed --published DAY
      report --month 2011-04 --out out
      report correct --month 2011-04 --why corrected
      report disparity --out out
      report evidence --month 2011-04 --out out
      report list
      report recount
      inventory --out out
      known-pairs count
      known-pairs retire --source fictional
      office change --name Office
      office disable --name Office --reason moved
      office enable --name Office
      office end-tokens --name Office --reason moved
      office list
      office remove --name Office --reason moved
      office rotate-token --name Office
      operator change-role --role OFFICER somebody
      operator disable --reason moved somebody
      operator enable somebody
      operator expire somebody
      operator list
      operator release somebody
      operator remove --reason moved somebody
      operator reset somebody
      repository amend again FILE
      repository amend approve --name criminal --id ID --as somebody
      repository amend ask --name criminal --kind unlink --id ID --order 7 --reason moved --as me
      repository amend decline --name criminal --id ID --as somebody
      repository amend list --name criminal
      repository amend receipt --name criminal --id ID
      repository export list
      repository export run --id ID --out FILE
      repository prove-erased --file FILE
      repository renew-templates --name criminal
      repository sweep
      retention hold --reason court R0c34f562-29d3
      retention holds
      retention plan
      retention receipts R0c34f562-29d3
      retention release --reason court R0c34f562-29d3
      retention run
      """;

  @TempDir private Path dir;

  static Stream<String> others() {
    return OTHERS.lines();
  }

  @ParameterizedTest
  @MethodSource("others")
  void aFolderThatIsNotThereStaysSo(String line) throws Exception {
    Path nowhere = dir.resolve("mistyped");
    Path file = Files.writeString(dir.resolve("file"), "fictional");
    if (line.endsWith("PEM")) {
      Files.write(file, new TestAuthority(dir, "Dale Jail").own().pem());
    }
    String words =
        line.replaceAll("FILE|PEM", file.toString())
            .replace("DAY", "2010-01-12")
            .replace("ID", "00000000-0000-0000-0000-000000000001");
    Said said = Said.by((words + " --data " + nowhere).split(" +"));
    assertThat(said.err()).contains("no installation in " + nowhere);
    assertThat(said.exitCode()).isEqualTo(ExitCode.TROUBLE);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void everyCommandOnADataFolderIsOneOrTheOther() {
    Set<String> all = new TreeSet<>();
    collect(Ridgeline.commands(), "", all);
    Set<String> known = new TreeSet<>(MAY_BE_FIRST);
    for (String command : all) {
      if (others().anyMatch(line -> (line + " ").startsWith(command + " "))) {
        known.add(command);
      }
    }
    assertThat(known).hasSize(MAY_BE_FIRST.size() + (int) others().count());
    assertThat(all).isEqualTo(known);
  }

  private static void collect(CommandLine at, String words, Set<String> all) {
    if (at.getCommandSpec().optionsMap().containsKey("--data")) {
      all.add(words);
    }
    at.getSubcommands().forEach((name, sub) -> collect(sub, (words + " " + name).trim(), all));
  }
}
