package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
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

/// What people see when casework does not allow what they tried: why, and what to do.
@ControllerAdvice(basePackages = "org.ridgeline.console")
public class RefusedPage {
  private static final int PASSWORDS_RETRY_SECONDS = 2;

  private final Denials denials;

  RefusedPage(Denials denials) {
    this.denials = denials;
  }

  @ExceptionHandler(RefusedStep.class)
  ModelAndView refused(RefusedStep step, Locale language, HttpServletRequest request) {
    HttpStatus status = Problems.status(step.kind());
    if (status == HttpStatus.FORBIDDEN) {
      Who.denied(denials, request);
    }
    var page = new ModelAndView("console/refused", status);
    Optional<Who> who = Who.of(Optional.ofNullable(request.getUserPrincipal()));
    who.ifPresent(known -> page.addObject("who", known));
    return page.addObject("kind", step.kind().name())
        .addObject("code", step.code().name())
        .addObject("why", step.message(language))
        .addObject("language", Words.spoken(language).getLanguage())
        .addObject("back", back(request));
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
