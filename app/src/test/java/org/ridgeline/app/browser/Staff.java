package org.ridgeline.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.operator.Role.Scope;

/// One fictional operator of every role, with a log-in.
final class Staff {
  static final String PASSWORD = "correct horse battery";

  private final World world;
  private final OperatorStore operators;
  private final Map<Role, String> names = new EnumMap<>(Role.class);

  Staff(World world, OperatorStore operators) {
    this.world = world;
    this.operators = operators;
    for (Role role : Role.values()) {
      String scope =
          role.scope() == Scope.ORI ? World.ACTIVE : role.scope() == Scope.STATE ? "CA" : "";
      names.put(role, add(role.name().toLowerCase(Locale.ROOT), new Duty(role, scope)));
    }
  }

  /// Adds somebody more; gives the name.
  String add(String name, Duty duty) {
    operators.add(
        name,
        org.ridgeline.console.entry.OperatorPasswords.encoder().encode(PASSWORD),
        duty,
        Instant.now());
    return name;
  }

  String name(Role role) {
    return names.get(role);
  }

  /// A window in which somebody of the role is logged in.
  Page page(Role role, int width, boolean dark) {
    return page(names.get(role), width, dark);
  }

  /// A window in which somebody is logged in.
  Page page(String name, int width, boolean dark) {
    Page page = world.page(width, dark);
    page.navigate(world.url() + "/login");
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(PASSWORD);
    page.getByLabel("Password").press("Enter");
    assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
    return page;
  }
}
