package org.ridgeline.console.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.Reason;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.Words;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.rest.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// What people see when casework does not allow what they tried: why, and what to do. A form that
/// was refused comes back on its page, filled as it was sent ([Refill]); the answer's status says
/// that it was refused.
@ControllerAdvice(basePackages = "org.ridgeline.console")
public class RefusedPage {
  private static final int PASSWORDS_RETRY_SECONDS = 2;

  private final Denials denials;
  private final FormPages pages;

  RefusedPage(Denials denials, FormPages pages) {
    this.denials = denials;
    this.pages = pages;
  }

  @ExceptionHandler(RefusedStep.class)
  ModelAndView refused(RefusedStep step, Locale language, HttpServletRequest request) {
    Optional<Refused> form = Refused.left(request.getAttribute(Refused.key()));
    if (form.isPresent()) {
      // The page of a refused form is refused as well: the form's refusal is what is told.
      return plain(form.get().words(), request);
    }
    if (Problems.status(step.kind()) == HttpStatus.FORBIDDEN) {
      Who.denied(denials, request);
    }
    Refused.Words words =
        new Refused.Words(
            step.message(language), Words.spoken(language).getLanguage(), step.code());
    if (!request.getMethod().equals("POST")) {
      return plain(words, request);
    }
    Refused.of(request, words).leave(request);
    // What is not known has no page of its own.
    return step.kind() == Reason.Kind.UNKNOWN
        ? plain(words, request)
        : pages
            .of(request)
            .map(page -> again(page, step.kind()))
            .orElseGet(() -> plain(words, request));
  }

  private static ModelAndView again(String page, Reason.Kind kind) {
    var again = new ModelAndView(new Again(page));
    again.setStatus(Problems.status(kind));
    return again;
  }

  private static ModelAndView plain(Refused.Words words, HttpServletRequest request) {
    Reason.Kind kind = words.code().kind();
    var page = new ModelAndView("console/refused", Problems.status(kind));
    Optional<Who> who = Who.of(Optional.ofNullable(request.getUserPrincipal()));
    who.ifPresent(known -> page.addObject("who", known));
    return page.addObject("kind", kind.name())
        .addObject("code", words.code().name())
        .addObject("why", words.why())
        .addObject("language", words.language())
        .addObject("back", back(request));
  }

  /// The page that a form stands on, in answer to the form.
  private record Again(String address) implements View {
    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      request.getRequestDispatcher(address).forward(new AsAsked(request), response);
    }
  }

  /// A change of who has access that is not allowed: the same refusal in the console's words.
  @ExceptionHandler(RefusedAct.class)
  ModelAndView refused(RefusedAct act, Locale language, HttpServletRequest request) {
    ConsoleRefusal same = ConsoleRefusal.valueOf(act.why().name());
    return refused(new RefusedStep(same, act.about().toArray()), language, request);
  }

  /// A form that cannot be taken.
  @ExceptionHandler(BindException.class)
  ModelAndView mistyped(BindException wrong, Locale language, HttpServletRequest request) {
    return refused(Typed.refusal(wrong.getBindingResult()), language, request);
  }

  /// Too many passwords wait: nothing was looked at.
  @ExceptionHandler(AuthenticationException.class)
  void busy(HttpServletResponse response) throws IOException {
    busy(response, PASSWORDS_RETRY_SECONDS);
  }

  /// 503: nothing was done, come again.
  public static void busy(HttpServletResponse response, int retrySeconds) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retrySeconds));
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }

  /// The page the refused step belongs to: its address without the step's own name.
  private static String back(HttpServletRequest request) {
    String path = request.getRequestURI();
    int last = path.lastIndexOf('/');
    return request.getMethod().equals("GET") || last <= 0 ? "/" : path.substring(0, last);
  }
}
