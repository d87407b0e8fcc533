package org.ridgeline.console.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ridgeline.console.page.Limits;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.Operator;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.vocabulary.NetworkPlace;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Checks an operator's name and password, and counts the tries.
///
/// Unknown, wrong, held up and locked all fail alike and take the same time: a stranger learns
/// nothing about who has a log-in.
@Component
public class OperatorLogin implements AuthenticationProvider {
  private final OperatorStore operators;
  private final LoginTries tries;
  private final PasswordTurns turns;
  private final PasswordEncoder passwords = OperatorPasswords.encoder();
  private final Denials denials;
  private final EntryNotice notice;
  private final Clock clock = Clock.systemUTC();
  private final String nobody;

  OperatorLogin(
      OperatorStore operators,
      LoginTries tries,
      PasswordTurns turns,
      Denials denials,
      EntryNotice notice) {
    this.operators = operators;
    this.tries = tries;
    this.turns = turns;
    this.denials = denials;
    this.notice = notice;
    nobody = turns.inTurn(() -> passwords.encode("nobody has this password"));
  }

  /// - **Error** too many passwords wait: an AuthenticationException, and the try does not count
  @Override
  public Authentication authenticate(Authentication given) {
    if (turns.isFull()) {
      throw new PasswordTurns.TooMany();
    }
    String name = given.getName().strip().toLowerCase(Locale.ROOT);
    if (Operator.isName(name) && tries.mayTry(name, place(given), clock.instant())) {
      return turns.inTurn(() -> checked(name, given));
    }
    // No password is looked at, and a flood of tries that must wait takes no core.
    turns.inVain();
    throw refused(name, given);
  }

  private AuthenticationException refused(String name, Authentication given) {
    denials.login(operators.byName(name).map(Operator::name), from(given));
    return new BadCredentialsException("name or password wrong, or locked");
  }

  private Authentication checked(String name, Authentication given) {
    String password = String.valueOf(given.getCredentials());
    Instant now = clock.instant();
    String place = place(given);
    Optional<Operator> operator =
        operators.tries(name, now) ? operators.entitled(name, now) : Optional.empty();
    boolean isRight =
        password.length() <= Limits.PASSWORD_CHARS_MAX
            && passwords.matches(password, operator.map(Operator::passwordHash).orElse(nobody));
    if (operator.isEmpty() || !isRight) {
      operators.failed(name, now);
      throw refused(name, given);
    }
    operators.loggedIn(name, now, detail(given));
    tries.succeeded(name, place, now);
    return entered(operator.get());
  }

  /// What the ledger keeps of a log-in: where it came from, and what was agreed to.
  private Map<String, String> detail(Authentication given) {
    Map<String, String> detail = new TreeMap<>(Map.of("from", from(given)));
    if (notice.isAsked()) {
      detail.put("notice", notice.sha256());
    }
    return detail;
  }

  /// The address that a log-in comes from.
  private static String from(Authentication given) {
    return given.getDetails() instanceof WebAuthenticationDetails web
        ? web.getRemoteAddress()
        : "this program";
  }

  /// Somebody logged in, as they stand now.
  static Authentication entered(Operator operator) {
    Duty duty = operator.duty();
    var login =
        UsernamePasswordAuthenticationToken.authenticated(
            new Entered(operator.name(), operator.standing().epoch()),
            null,
            List.of(new SimpleGrantedAuthority("ROLE_" + duty.role())));
    login.setDetails(duty);
    return login;
  }

  /// Where a try comes from; within the machine where it came by no request.
  private static String place(Authentication given) {
    return given.getDetails() instanceof WebAuthenticationDetails web
        ? NetworkPlace.of(web.getRemoteAddress()).text()
        : LoginTries.SESSION;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
