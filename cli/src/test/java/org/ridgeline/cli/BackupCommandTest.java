package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.terminal.ExitCode;

/// What a backup wants before anything is read.
class BackupCommandTest {
  @Test
  void aBackupWantsAKeyOrAWord(@TempDir Path temp) {
    Said said = Said.by("backup", "--data", temp.toString(), "--to", temp.toString());
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("--unencrypted");
  }
}
