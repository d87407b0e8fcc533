package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.DossierDigest.Part;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.determination.Draft;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.HeldRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who holds casework's database role changes a determination between two signatures, or between
/// the signature and the answer: nobody signs, and nothing is sent.
class SignedAsShownIT {
  private static final String ALTERED =
      "update determination set outcome = 'no-action' where determination_id = ?";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static JdbcClient casework;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    token = world.running.activeAgency(TestCards.ORI);
    casework = world.jdbc();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Draft signedOnce(Case one) {
    Paper paper =
        new Paper(
            one.caseId(),
            world.now(one).version(),
            "notify-on-release",
            Optional.empty(),
            "What I decided, and why.",
            world.seen(one));
    world.cases.signing().sign(actor(Role.OFFICER), paper, CaseWorld.PASSWORD);
    return world.cases.determinations().of(one.caseId()).getFirst();
  }

  private static void countersign(Case one, String seen) {
    world
        .cases
        .signing()
        .countersign(
            actor(Role.APPROVER), one.caseId(), world.now(one).version(), seen, CaseWorld.PASSWORD);
  }

  private static void set(UUID determination, String column, Object value) {
    casework
        .sql("update determination set " + column + " = ? where determination_id = ?")
        .params(value, determination)
        .update();
  }

  @Test
  void nobodySignsWhatThePageDidNotShow() throws Exception {
    Case one = world.ready(world.booked(token, 711));
    Draft draft = signedOnce(one);
    UUID id = draft.determinationId();
    String shown = world.seen(one);
    for (List<Object> change :
        List.<List<Object>>of(
            List.of("outcome", "no-action", draft.kind()),
            List.of("narrative", "Other.", draft.basis().narrative()),
            List.of("narrative", "-", draft.basis().narrative()),
            List.of("signed_by", "somebody.else", draft.first().by()),
            List.of("dossier", "0".repeat(64), draft.first().dossier().orElseThrow()))) {
      set(id, (String) change.get(0), change.get(1));
      for (String seen : List.of(shown, world.seen(one))) {
        assertThatThrownBy(() -> countersign(one, seen))
            .as(change.toString())
            .isInstanceOf(RefusedStep.class)
            .hasMessageContaining("not what was signed first");
      }
      set(id, (String) change.get(0), change.get(2));
    }
    casework
        .sql("update determination set second_needed = false where determination_id = ?")
        .param(id)
        .update();
    assertThatThrownBy(() -> countersign(one, shown)).isInstanceOf(RefusedStep.class);
    casework
        .sql("update determination set second_needed = true where determination_id = ?")
        .param(id)
        .update();
    countersign(one, shown);
    world.await(one.caseId(), CaseState.NOTIFIED);
    assertThat(Rooms.of(world.running.server).get(HeldRecords.class).audit((_, _) -> {}).findings())
        .isEmpty();
  }

  @Test
  void whatAPageShowsOfADeterminationIsInItsDigest() throws Exception {
    Case one = world.ready(world.booked(token, 712));
    var before = world.cases.exhibits().of(world.now(one));
    UUID id = signedOnce(one).determinationId();
    var signed = world.cases.exhibits().of(world.now(one));
    assertThat(signed.changed(before)).contains(Part.DETERMINATIONS);
    casework.sql(ALTERED).param(id).update();
    assertThat(world.cases.exhibits().of(world.now(one)).changed(signed))
        .containsExactly(Part.DETERMINATIONS);
    set(id, "outcome", "notify-on-release");
  }

  @Test
  void whatWasChangedAfterTheSignatureIsNotSent() throws Exception {
    Case one = world.ready(world.booked(token, 713));
    UUID id = signedOnce(one).determinationId();
    countersign(one, world.seen(one));
    world.await(one.caseId(), CaseState.NOTIFIED);
    casework.sql(ALTERED).param(id).update();
    casework
        .sql("update outbound_answer set sent_at = null, due_at = now() where case_id = ?")
        .param(one.caseId())
        .update();
    for (int i = 0; i < 300 && lastError(one).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(lastError(one)).contains("is not what was signed").contains("audit verify");
    assertThat(
            casework
                .sql("select count(*) from outbound_answer where case_id = ? and sent_at is null")
                .param(one.caseId())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    casework
        .sql("update outbound_answer set sent_at = now() where case_id = ?")
        .param(one.caseId())
        .update();
    set(id, "outcome", "notify-on-release");
  }

  private static String lastError(Case one) {
    return casework
        .sql("select coalesce(max(last_error), '') from outbound_answer where case_id = ?")
        .param(one.caseId())
        .query(String.class)
        .single();
  }
}
