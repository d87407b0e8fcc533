package org.ridgeline.vocabulary.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTest {
  @Test
  void everyRecordHasExactlyOneKind() {
    assertThat(Stream.of(Event.Kind.values()).map(kind -> kind.type().getName()))
        .hasSameElementsAs(
            Stream.of(Event.class.getPermittedSubclasses()).map(Class::getName).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void noTwoKindsShareKeyAndVersion() {
    assertThat(Stream.of(Event.Kind.values()).map(kind -> kind.key() + " " + kind.version()))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z-]+\\.[a-z-]+ [1-9]"));
  }

  @Test
  void aFactKnowsItsKind() {
    assertThat(new Event.SubmissionAccepted("R1").kind()).isEqualTo(Event.Kind.SUBMISSION_ACCEPTED);
    assertThat(Event.Kind.of("submission.accepted", 1)).isEqualTo(Event.Kind.SUBMISSION_ACCEPTED);
  }

  @Test
  void refusesAKindOrVersionItDoesNotKnow() {
    assertThatThrownBy(() -> Event.Kind.of("submission.accepted", 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version=9");
  }
}
