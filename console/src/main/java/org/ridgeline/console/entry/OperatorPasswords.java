package org.ridgeline.console.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.casework.desk.Reauthentication;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.Operator;
import org.ridgeline.exchange.operator.OperatorStore;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/// How passwords are kept, and whether one is an operator's when it is asked for again at signing.
/// - **Source** iterations: OWASP password storage, 2023
public final class OperatorPasswords implements Reauthentication {
  private static final int SALT_BYTES = 16;
  private static final int ITERATIONS = 600_000;
  private static final int CHARS_MAX = 200;

  private final OperatorStore operators;
  private final LoginTries tries;
  private final PasswordTurns turns;
  private final PasswordEncoder encoder = encoder();
  private final Clock clock;

  public OperatorPasswords(
      OperatorStore operators, LoginTries tries, PasswordTurns turns, Clock clock) {
    this.operators = operators;
    this.tries = tries;
    this.turns = turns;
    this.clock = clock;
  }

  /// PBKDF2 with HMAC-SHA-256; stored hashes name their method, so that another can follow.
  public static PasswordEncoder encoder() {
    String id = "pbkdf2-sha256-600k";
    return new DelegatingPasswordEncoder(
        id,
        Map.of(
            id,
            new Pbkdf2PasswordEncoder(
                "", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
  }

  /// Counts as a try to log in: what holds up and what locks is the same.
  @Override
  public boolean confirms(String name, String password) {
    return turns.inTurn(() -> isRight(name, password));
  }

  private boolean isRight(String name, String password) {
    Instant now = clock.instant();
    Optional<Operator> operator =
        tries.mayTry(name, LoginTries.SESSION, now) && operators.tries(name, now)
            ? operators.entitled(name, now)
            : Optional.empty();
    boolean isRight =
        operator.isPresent()
            && password.length() <= CHARS_MAX
            && encoder.matches(password, operator.get().passwordHash());
    if (isRight) {
      operators.loggedIn(name, now);
      tries.succeeded(name, LoginTries.SESSION, now);
    } else {
      operators.failed(name, now);
    }
    return isRight;
  }
}
