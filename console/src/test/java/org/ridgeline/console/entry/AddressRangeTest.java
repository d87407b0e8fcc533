package org.ridgeline.console.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.200, true",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8::/32, 2001:db8:1::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "0.0.0.0/0, ::1, false",
    "0.0.0.0/0, localhost, false",
    "::/0, , false"
  })
  void holdsWhatBeginsAlike(String range, String address, boolean isIn) {
    assertThat(AddressRange.of(range).contains(address == null ? "" : address)).isEqualTo(isIn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "proxy.example", "", "::/129"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'192.0.2.7', 192.0.2.7",
    "'198.51.100.1,192.0.2.7', 192.0.2.7",
    "'192.0.2.7,10.0.0.2', 192.0.2.7",
    "'198.51.100.1,192.0.2.7:4711,10.0.0.2', 192.0.2.7",
    "'[2001:db8::7]:443', 2001:db8::7",
    "'2001:db8::7', 2001:db8::7",
    "'unknown', 10.0.0.1",
    "'192.0.2.7,unknown', 10.0.0.1",
    "'192.0.2.7,_hidden,10.0.0.2', 10.0.0.2",
    "'[::1', 10.0.0.1"
  })
  void theClientIsTheNearestWhoIsNoProxyOfOurs(String senders, String client) {
    Forwarding said =
        new Forwarding(List.of(senders.split(",")), Optional.empty(), Optional.empty());
    List<AddressRange> ours = List.of(AddressRange.of("10.0.0.0/8"));
    assertThat(said.client("10.0.0.1", ours)).isEqualTo(client);
  }

  @Test
  void aRangeOfEverythingTrustsTheFirst() {
    Forwarding said =
        new Forwarding(List.of("192.0.2.7", "10.0.0.2"), Optional.empty(), Optional.empty());
    assertThat(said.client("10.0.0.1", List.of(AddressRange.of("0.0.0.0/0"))))
        .isEqualTo("192.0.2.7");
  }
}
