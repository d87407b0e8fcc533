package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.node.DataFolder;
import org.ridgeline.oversight.disparity.ReviewDesk;

/// Items of studies of disparity as people of oversight see and close them.
class DisparityPageIT {
  @TempDir private static Path temp;
  private static CaseWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Browserless as(Role role) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  private static void open(UUID id) throws Exception {
    world.running.server.get(ReviewDesk.class);
    var data = world.running.server.get(DataFolder.class).databases().oversight();
    try (Connection connection = data.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(
          "insert into review_item (item_id, unit_kind, unit, unit_name, person_group, step,"
              + " direction, says, study_sha256, opened_at) values ('"
              + id
              + "', 'JURISDICTION', '06067', '<b>Dale</b> County', 'SEX=FEMALE', 'MATCHED',"
              + " 'OVER', '<i>says</i>', 'ab', now())");
    }
  }

  @Test
  void anItemIsTakenAndClosedWithWordsByOversightAlone() throws Exception {
    UUID id = UUID.randomUUID();
    open(id);
    String path = "/oversight/disparity";
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.OVERSIGHT))) {
      Browserless other = as(role);
      assertThat(other.get(path).statusCode()).as(role.name()).isEqualTo(403);
      assertThat(other.post(path + "/" + id + "/take", Map.of()).statusCode())
          .as(role.name())
          .isEqualTo(403);
    }
    Browserless oversight = as(Role.OVERSIGHT);
    assertThat(oversight.get(path).body())
        .contains("&lt;b&gt;Dale&lt;/b&gt; County", "&lt;i&gt;says&lt;/i&gt;")
        .contains("It does not say what made it.", "Take it")
        .doesNotContain("<b>Dale", "Close it");
    oversight.post(path + "/" + id + "/take", Map.of());
    assertThat(oversight.get(path).body()).contains("Close it");
    oversight.post(path + "/" + id + "/close", Map.of("finding", "EXPLAINED", "reason", "short"));
    assertThat(oversight.get(path).body()).contains("Close it");
    oversight.post(
        path + "/" + id + "/close",
        Map.of("finding", "EXPLAINED", "reason", "<script>1</script> books for two counties"));
    assertThat(oversight.get(path).body())
        .contains("explained", "&lt;script&gt;1&lt;/script&gt; books for two counties")
        .doesNotContain("Close it", "<script>1");
  }
}
