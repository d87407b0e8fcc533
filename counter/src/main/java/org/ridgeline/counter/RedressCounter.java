package org.ridgeline.counter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.redress.ClaimKind;
import org.ridgeline.casework.redress.Opening;
import org.ridgeline.casework.redress.Receipt;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.redress.RedressItem;
import org.ridgeline.vocabulary.NetworkPlace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public pages: what can be asked for, the form, and how an item stands. A receipt never
/// stands in an address.
@Controller
@RequestMapping("/public/redress")
class RedressCounter {
  private final Redress redress;
  private final FormStamp stamps = new FormStamp();
  private final Tally opened = new Tally(Limits.OPENED_MAX, Clock.systemUTC());
  private final Tally lookedUp = new Tally(Limits.LOOKED_UP_MAX, Clock.systemUTC());

  RedressCounter(Redress redress) {
    this.redress = redress;
  }

  @GetMapping
  ModelAndView start(HttpServletRequest request) {
    return page("start", request, HttpStatus.OK)
        .addObject("rows", redress.counts().rows())
        .addObject("notices", redress.counts().notices());
  }

  @GetMapping("/new")
  ModelAndView form(HttpServletRequest request) {
    return form(request, RedressForm.EMPTY, stamps.make(), List.of());
  }

  @PostMapping("/new")
  ModelAndView open(RedressForm given, RedressForm.Stamp sent, HttpServletRequest request) {
    String stamp = sent.stamp();
    Optional<Receipt> receipt = stamps.receipt(stamp);
    if (receipt.isEmpty()) {
      return form(request, given, stamps.make(), List.of("fault.old"));
    }
    Opening opening = given.opening(words(request).code());
    List<String> faults =
        opening.faults().stream()
            .map(f -> "fault." + f.field() + "." + f.problem().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toList());
    if (given.claim().isEmpty()) {
      faults.addFirst("fault.kind.missing");
    }
    if (sent.isTrapped()) {
      faults.add("fault.trap");
    }
    if (!faults.isEmpty()) {
      return form(request, given, stamp, faults);
    }
    return take(opening, receipt.get(), request, form(request, given, stamp, List.of()));
  }

  /// - **Shape** `again`: the form as it was filled in, shown where nothing can be taken now
  private ModelAndView take(
      Opening opening, Receipt receipt, HttpServletRequest request, ModelAndView again) {
    if (redress.counter().of(receipt).isEmpty() && !opened.mayOnceMore(place(request))) {
      return with(HttpStatus.TOO_MANY_REQUESTS, again.addObject("faults", List.of("fault.often")));
    }
    try {
      RedressItem item = redress.counter().open(opening, receipt);
      return page("receipt", request, HttpStatus.OK)
          .addObject("item", item)
          .addObject("receipt", receipt.shown());
    } catch (RefusedStep e) {
      return with(HttpStatus.SERVICE_UNAVAILABLE, again.addObject("faults", List.of("fault.full")));
    }
  }

  private static String place(HttpServletRequest request) {
    return NetworkPlace.of(request.getRemoteAddr()).text();
  }

  private static ModelAndView with(HttpStatus status, ModelAndView page) {
    page.setStatus(status);
    return page;
  }

  @GetMapping("/status")
  ModelAndView ask(HttpServletRequest request) {
    return page("status", request, HttpStatus.OK).addObject("fault", "");
  }

  @PostMapping("/status")
  ModelAndView status(@RequestParam(defaultValue = "") String receipt, HttpServletRequest request) {
    if (!lookedUp.mayOnceMore(place(request))) {
      return page("status", request, HttpStatus.TOO_MANY_REQUESTS)
          .addObject("fault", "fault.often");
    }
    Optional<Receipt> typed = Receipt.ofTyped(receipt);
    if (typed.isEmpty()) {
      return page("status", request, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("fault", "fault.receipt.typed");
    }
    Optional<RedressItem> item = redress.counter().of(typed.get());
    return item.map(one ->
            page("status", request, HttpStatus.OK).addObject("fault", "").addObject("item", one))
        .orElseGet(() ->
            page("status", request, HttpStatus.NOT_FOUND)
                .addObject("fault", "fault.receipt.unknown"));
  }

  private ModelAndView form(
      HttpServletRequest request, RedressForm given, String stamp, List<String> faults) {
    HttpStatus status = faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return page("form", request, status)
        .addObject("given", given)
        .addObject("stamp", stamp)
        .addObject("faults", faults)
        .addObject("kinds", ClaimKind.values());
  }

  private static Words words(HttpServletRequest request) {
    return Words.of(
        Optional.ofNullable(request.getParameter("lang")),
        Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  private static ModelAndView page(String name, HttpServletRequest request, HttpStatus status) {
    return new ModelAndView("public/" + name, status)
        .addObject("w", words(request))
        .addObject("languages", Words.languages())
        .addObject("here", request.getRequestURI());
  }
}
