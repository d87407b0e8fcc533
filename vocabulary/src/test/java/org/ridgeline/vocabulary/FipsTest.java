package org.ridgeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FipsTest {
  @Test
  void aCodeSaysItsStateAndItsKind() {
    assertThat(new Fips("06067").state()).isEqualTo("CA");
    assertThat(new Fips("06067").kind()).isEqualTo(Fips.Kind.COUNTY);
    assertThat(new Fips("48000").kind()).isEqualTo(Fips.Kind.STATE);
    assertThat(new Fips("11000").kind()).isEqualTo(Fips.Kind.TERRITORY);
    assertThat(new Fips("11001").kind()).isEqualTo(Fips.Kind.COUNTY);
    assertThat(new Fips("72000").kind()).isEqualTo(Fips.Kind.TERRITORY);
    assertThat(new Fips("72001").liesInState()).isFalse();
    assertThat(new Fips("56001").liesInState()).isTrue();
  }

  @Test
  void aStateMayStandInTwoDigits() {
    assertThat(Fips.of("06")).isEqualTo(Fips.of("06000")).hasToString("06000");
    assertThat(Fips.of("06067")).hasToString("06067").isGreaterThan(Fips.of("06"));
  }

  @Test
  void refusesWhatIsNoCode() {
    for (String wrong :
        List.of("", "6067", "060670", "0606x", "03001", "00", "99001", "６7001", " 06067")) {
      assertThatThrownBy(() -> Fips.of(wrong)).as(wrong).hasMessageContaining("fips=" + wrong);
    }
  }

  @Test
  void thereAreFiftyStatesTheDistrictAndFiveTerritories() {
    Set<String> states = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    IntStream.range(0, 100)
        .mapToObj(n -> String.format("%02d", n))
        .forEach(prefix -> {
          try {
            Fips whole = Fips.of(prefix);
            (whole.liesInState() ? states : others).add(whole.state());
          } catch (IllegalArgumentException _) {
            assertThat(prefix).isNotEqualTo("06");
          }
        });
    assertThat(states).hasSize(50);
    assertThat(others).containsExactly("AS", "DC", "GU", "MP", "PR", "VI");
  }

  @Test
  void countsOfTwoKindsAreNeverOne() {
    assertThat(new JurisdictionCount(41)).isNotEqualTo(new StateCount(41));
    assertThat(new JurisdictionCount(41)).hasToString("41 jurisdictions");
    assertThat(new StateCount(1)).hasToString("1 state");
    assertThat(new JurisdictionCount(40).plus(new JurisdictionCount(1)))
        .isEqualTo(new JurisdictionCount(41));
    assertThatThrownBy(() -> new StateCount(51)).hasMessageContaining("limit=0..50");
    assertThatThrownBy(() -> new JurisdictionCount(-1)).hasMessageContaining("limit=0..");
  }
}
