package org.ridgeline.console.page;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import org.ridgeline.rest.PlainText;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// How forms become records, at every door: by their constructors and nothing else, with days and
/// moments of the years there can be.
@ControllerAdvice
class FormBinding {
  @InitBinder
  void bind(WebDataBinder binder) {
    binder.setDeclarativeBinding(true);
    binder.registerCustomEditor(LocalDate.class, new InReach(LocalDate::parse));
    binder.registerCustomEditor(
        LocalDateTime.class,
        new InReach(text -> LocalDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME)));
  }

  private static final class InReach extends PropertyEditorSupport {
    private final Function<String, TemporalAccessor> parsing;

    InReach(Function<String, TemporalAccessor> parsing) {
      this.parsing = parsing;
    }

    @Override
    public void setAsText(String text) {
      if (text == null || text.isBlank()) {
        setValue(null);
        return;
      }
      TemporalAccessor moment;
      try {
        moment = parsing.apply(text.strip());
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(e);
      }
      if (!PlainText.isInReach(moment)) {
        throw new IllegalArgumentException(
            "year expected from " + PlainText.YEAR_MIN + " to " + PlainText.YEAR_MAX);
      }
      setValue(moment);
    }
  }
}
