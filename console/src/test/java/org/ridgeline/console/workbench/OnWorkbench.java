package org.ridgeline.console.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.ridgeline.fixture.Chromium;

/// Tests before the real workbench page, one examiner's desk for all of a class.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnWorkbench {
  ExaminerDesk desk;

  @BeforeAll
  void start() throws IOException {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: workbench not tested");
    desk = new ExaminerDesk(chromium.get());
  }

  @AfterAll
  void stop() {
    if (desk != null) {
      desk.close();
    }
  }

  @AfterEach
  void forget() {
    if (desk != null) {
      desk.forget();
    }
  }
}
