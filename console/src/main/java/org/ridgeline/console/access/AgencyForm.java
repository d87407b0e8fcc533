package org.ridgeline.console.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.vocabulary.Ori;

/// What the forms of an agency send.
record AgencyForm(
    @Pattern(regexp = "[A-Z0-9]{9}", message = "AGENCY_ENTRY") String ori,
    @Size(min = 1, max = 200, message = "AGENCY_ENTRY") String name,
    @Pattern(regexp = "[A-Z]{2}", message = "AGENCY_ENTRY") String state,
    @Pattern(regexp = "[0-9]{5}", message = "AGENCY_ENTRY") String fips,
    @Size(max = 200, message = "AGENCY_ENTRY") String county,
    @Nullable Boolean secondAnswer,
    @NotNull(message = "NOT_ON_LIST") Channel channel,
    String callback) {
  AgencyForm {
    ori = upper(ori);
    name = Typed.text(name);
    state = upper(state);
    fips = Typed.text(fips);
    county = Typed.text(county);
    callback = Typed.text(callback);
  }

  private static String upper(@Nullable String typed) {
    return Typed.text(typed).toUpperCase(Locale.ROOT);
  }

  Agency read() {
    Optional<URI> url = Optional.of(callback).filter(text -> !text.isEmpty()).map(AgencyForm::url);
    try {
      return new Agency(
          new Ori(ori), name, state, fips, county, Typed.isTicked(secondAnswer), channel, url);
    } catch (IllegalArgumentException e) {
      throw new RefusedStep(ConsoleRefusal.AGENCY_ENTRY);
    }
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedStep(ConsoleRefusal.AGENCY_CALLBACK, text);
    }
  }

  static AgencyForm of(Agency agency) {
    return new AgencyForm(
        agency.ori().value(),
        agency.name(),
        agency.state(),
        agency.fips(),
        agency.county(),
        agency.secondAnswer(),
        agency.channel(),
        agency.callback().map(URI::toString).orElse(""));
  }

  static AgencyForm empty() {
    return new AgencyForm("", "", "", "", "", false, Channel.FETCH, "");
  }
}
