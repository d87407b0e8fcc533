package org.ridgeline.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpokenTest {
  @Test
  void countsWhatSaysSomething() {
    assertThat(Spoken.count("")).isZero();
    assertThat(Spoken.count(" .,-!?\n… ")).isZero();
    assertThat(Spoken.count("xxxxxxxxxxxxxxxxxxxx")).isEqualTo(1);
    assertThat(Spoken.count("n/a")).isEqualTo(2);
    assertThat(Spoken.count("Pasaporte n.º 7")).isEqualTo(12);
  }

  @Test
  void takesALeastLengthAndNothingBelowIt() {
    int least = Limits.REASON_CHARS_MIN;
    String text = "0123456789".substring(0, least);
    assertThat(Spoken.enough(Field.REASON, text, least)).isEqualTo(text);
    assertThat(Spoken.enough(Field.REASON, text + "a", least)).isEqualTo(text + "a");
    assertThatThrownBy(() -> Spoken.enough(Field.REASON, text.substring(1) + "....", least))
        .isInstanceOf(RefusedStep.class)
        .hasMessage(
            "The reason says too little: 9 letters and digits, at least 10 are needed. Say why in"
                + " one or two sentences; others read it.");
  }
}
