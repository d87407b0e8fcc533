package org.ridgeline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoringTest {
  @TempDir private Path temp;

  @Test
  void whatARestoreBeganNobodyOpensAndNobodyBeginsAgain() throws Exception {
    Path root = temp.resolve("data");
    DataFolder.beginRestore(root);
    Settings settings = new Settings(root.resolve("ridgeline.properties"), Map.of());
    assertThatThrownBy(() -> DataFolder.use(root, settings))
        .hasMessageContaining("did not come to its end");
    assertThatThrownBy(() -> DataFolder.serve(root, settings))
        .hasMessageContaining("did not come to its end");
    assertThatThrownBy(() -> DataFolder.beginRestore(root)).hasMessageContaining("is not empty");
    assertThat(root.resolve("postgres")).doesNotExist();
  }

  @Test
  void aFolderWithAnythingInItIsLeftAlone() throws Exception {
    Path file = Files.writeString(temp.resolve("somebodys"), "fictional");
    assertThatThrownBy(() -> DataFolder.beginRestore(temp)).hasMessageContaining("is not empty");
    assertThat(temp).isDirectoryContaining(file::equals);
    assertThat(temp.resolve("restoring")).doesNotExist();
  }

  @Test
  void aDiskOfItsOwnIsEmpty() throws Exception {
    Files.createDirectory(temp.resolve("lost+found"));
    DataFolder.beginRestore(temp);
    assertThat(temp.resolve("restoring")).exists();
  }
}
