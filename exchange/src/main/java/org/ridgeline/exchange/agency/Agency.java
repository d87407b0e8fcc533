package org.ridgeline.exchange.agency;

import java.net.URI;
import java.util.Optional;
import org.ridgeline.vocabulary.Ori;

/// An agency that books people, and how it is answered.
/// - **Shape** `fips`: five digits, state and county; `secondAnswer`: whether it can receive the
///   answer of the second repository
/// - **Error** malformed state or FIPS, or a callback channel without address:
///   IllegalArgumentException
public record Agency(
    Ori ori,
    String name,
    String state,
    String fips,
    String county,
    boolean secondAnswer,
    Channel channel,
    Optional<URI> callback) {
  public Agency {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("name \"" + name + "\" expected=1..200 characters");
    }
    if (!state.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("state \"" + state + "\" expected=two letters A..Z");
    }
    if (!fips.matches("[0-9]{5}")) {
      throw new IllegalArgumentException("fips \"" + fips + "\" expected=five digits");
    }
    if (channel == Channel.CALLBACK && callback.isEmpty()) {
      throw new IllegalArgumentException("callback missing, expected=a URL for channel CALLBACK");
    }
  }
}
