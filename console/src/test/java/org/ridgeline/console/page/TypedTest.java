package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.operator.Role;
import org.springframework.core.ResolvableType;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.validation.DataBinder;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/// What a form's binding comes to where it is not understood.
class TypedTest {
  record Form(
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime at,
      Role role,
      UUID id,
      @NotNull @PositiveOrZero Integer version,
      @NotBlank(message = "SOURCE_MISSING") String source) {}

  private static final Map<String, String> GOOD =
      Map.of(
          "day",
          "2026-11-20",
          "at",
          "2026-11-20T14:30",
          "role",
          "OFFICER",
          "version",
          "3",
          "source",
          "jail system");

  private record Sent(Map<String, String> fields) implements DataBinder.ValueResolver {
    @Override
    public @Nullable Object resolveValue(String name, Class<?> type) {
      return fields.get(name);
    }

    @Override
    public Set<String> getNames() {
      return fields.keySet();
    }
  }

  private static DataBinder bound(String field, String value) {
    Map<String, String> sent = new HashMap<>(GOOD);
    sent.put(field, value);
    DataBinder binder = new DataBinder(null, "form");
    binder.setTargetType(ResolvableType.forClass(Form.class));
    binder.setConversionService(new DefaultFormattingConversionService());
    try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
      validator.afterPropertiesSet();
      binder.addValidators(validator);
      binder.construct(new Sent(sent));
      if (!binder.getBindingResult().hasErrors()) {
        binder.validate();
      }
    }
    return binder;
  }

  private static String refused(String field, String value) {
    return Typed.refusal(bound(field, value).getBindingResult()).getMessage();
  }

  @Test
  void whatIsUnderstoodIsTyped() {
    DataBinder binder = bound("id", "00000000-0000-0000-0000-000000000007");
    assertThat(binder.getBindingResult().getAllErrors()).isEmpty();
    assertThat(binder.getTarget())
        .isEqualTo(
            new Form(
                LocalDate.of(2026, 11, 20),
                LocalDateTime.of(2026, 11, 20, 14, 30),
                Role.OFFICER,
                new UUID(0, 7),
                3,
                "jail system"));
  }

  @Test
  void whatIsNotSaysWhatIsExpected() {
    assertThat(refused("day", "soon")).startsWith("That is not a date. Write it like 2026-11-20.");
    assertThat(refused("day", "")).startsWith("That is not a date.");
    assertThat(refused("at", "noon")).startsWith("That is not a date and time.");
    assertThat(refused("role", "KING")).startsWith("Nothing is chosen");
    assertThat(refused("id", "7")).startsWith("Nothing is chosen");
    assertThat(refused("source", " ")).startsWith("The source is missing.");
    assertThat(refused("version", "x".repeat(50)))
        .startsWith("The field \"version\" is \"" + "x".repeat(40) + "…\", which is not");
    assertThat(refused("version", "-1")).startsWith("The field \"version\" is \"-1\", which is");
    assertThat(refused("version", "")).startsWith("The field \"version\" is \"\", which is not");
  }
}
