package org.ridgeline.oversight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// That docs/definitions.md says what the program does.
class DefinitionsTest {
  @Test
  void thePageIsTheOneInDocs() throws IOException {
    Path page = Path.of("..", "docs", "definitions.md");
    if (Boolean.getBoolean("definitions.write")) {
      Files.writeString(page, Definitions.page());
    }
    assertThat(Files.readString(page)).isEqualTo(Definitions.page());
  }

  @Test
  void everyIdIsUsedOnce() {
    assertThat(Definitions.all()).extracting(Definitions.Definition::id).doesNotHaveDuplicates();
  }
}
