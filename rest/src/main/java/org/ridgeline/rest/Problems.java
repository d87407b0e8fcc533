package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.ridgeline.casework.desk.Reason;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.intake.IntakeResult;
import org.ridgeline.outbox.PassingTrouble;
import org.ridgeline.vocabulary.Finding;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/// Everything that goes wrong at the API, as RFC 9457 problem documents. The one place where kinds
/// and codes become HTTP statuses.
@Component
@RestControllerAdvice(basePackages = "org.ridgeline.rest")
public class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());
  private static final int DATABASE_RETRY_SECONDS = 2;
  private static final String TYPES = "urn:ridgeline:problem:";

  /// Request attribute: what is still being sent is not read past, the connection ends.
  public static final String HANG_UP = Problems.class.getName() + ".hang up";

  private final JsonMapper json;
  private final Callers callers;

  Problems(JsonMapper json, Callers callers) {
    this.json = json;
    this.callers = callers;
  }

  /// 422: the submission or file was refused, for these reasons.
  static ResponseEntity<ProblemDetail> refused(IntakeResult.Refused refused) {
    ProblemDetail problem = findings("refused", refused.findings());
    problem.setDetail(
        "submission " + refused.control() + " is refused; its ERRT is among its answers");
    problem.setInstance(URI.create("/api/v1/submissions/" + refused.control()));
    problem.setProperty("control", refused.control());
    problem.setProperty("tcn", refused.tcn().orElse(null));
    problem.setProperty("state", "REFUSED");
    problem.setProperty("replayed", refused.replayed());
    return of(problem);
  }

  /// 422: a file was not taken.
  static ResponseEntity<ProblemDetail> unusable(List<Finding> findings) {
    return of(findings("unusable", findings));
  }

  /// 413: larger than the limit; nothing was read beyond it and nothing kept.
  static ResponseEntity<ProblemDetail> tooLarge() {
    ProblemDetail problem = problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    problem.setDetail("body larger than " + Limits.SUBMISSION_BYTES_MAX + " bytes");
    problem.setProperty("limit", Limits.SUBMISSION_BYTES_MAX);
    return of(problem);
  }

  /// 408: the sender was too slow; nothing was kept.
  static ResponseEntity<ProblemDetail> tooSlow() {
    ProblemDetail problem = problem(HttpStatus.REQUEST_TIMEOUT, "too-slow");
    problem.setDetail(
        "after "
            + Limits.UPLOAD_PATIENCE.toSeconds()
            + " seconds at least "
            + Limits.UPLOAD_BYTES_PER_SECOND_MIN
            + " bytes a second expected; nothing was kept, send again");
    return of(problem);
  }

  /// 503: come back later; nothing was kept.
  static ResponseEntity<ProblemDetail> busy(int retryAfterSeconds) {
    ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "busy");
    problem.setDetail("too much is waiting; nothing was kept, send again after the time given");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds))
        .body(problem);
  }

  /// 404: there is none, or it is another's; which, a caller does not learn.
  static ResponseEntity<ProblemDetail> notFound(String what) {
    ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "not-found");
    problem.setDetail(what + " is not known to this caller");
    return of(problem);
  }

  private static ProblemDetail findings(String type, List<Finding> findings) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, type);
    problem.setProperty("findings", findings.stream().map(FindingJson::of).toList());
    return problem;
  }

  private static ProblemDetail problem(HttpStatus status, String type) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(TYPES + type));
    problem.setTitle(status.getReasonPhrase());
    return problem;
  }

  private static ResponseEntity<ProblemDetail> of(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /// 403, 404, 409 or 422: casework does not allow the step.
  @ExceptionHandler(RefusedStep.class)
  ResponseEntity<ProblemDetail> refused(
      RefusedStep step, Locale language, HttpServletRequest request) {
    if (status(step.kind()) == HttpStatus.FORBIDDEN) {
      callers.denied(request);
    }
    ProblemDetail problem = problem(status(step.kind()), "refused-step");
    problem.setDetail(step.message(language));
    problem.setProperty("code", step.code().name());
    return of(problem);
  }

  /// The status of a refusal by casework, the same at every door.
  public static HttpStatus status(Reason.Kind kind) {
    return switch (kind) {
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case CONFLICT -> HttpStatus.CONFLICT;
      case INCOMPLETE -> HttpStatus.UNPROCESSABLE_CONTENT;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
    };
  }

  /// The database is away or going: the sender may try again. Anything else is our own fault.
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> database(RuntimeException trouble) {
    if (PassingTrouble.is(trouble)) {
      LOG.log(Level.WARNING, "database away: " + trouble.getMessage());
      return busy(DATABASE_RETRY_SECONDS);
    }
    LOG.log(Level.ERROR, "database refused a statement", trouble);
    ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    problem.setDetail("nothing was kept; the operator's log says more");
    return of(problem);
  }

  /// 401: no token, or nobody's. What is wrong with it stands in the header of RFC 6750, too.
  void noToken(HttpServletResponse response, AuthenticationException why) throws IOException {
    String challenge =
        why instanceof OAuth2AuthenticationException given
            ? "Bearer error=\"" + given.getError().getErrorCode() + "\"" + described(why)
            : "Bearer";
    ProblemDetail problem = problem(HttpStatus.UNAUTHORIZED, "token");
    problem.setDetail("a bearer token of an agency, office or owner expected");
    write(response, problem, challenge);
  }

  /// Why a token that was somebody's is refused; of any other nothing is said.
  private static String described(AuthenticationException why) {
    boolean isToken = why instanceof InvalidBearerTokenException;
    return isToken && !Callers.NOBODYS.equals(why.getMessage())
        ? ", error_description=\"" + why.getMessage() + "\""
        : "";
  }

  /// 403: somebody's token, but not for this.
  void otherToken(HttpServletResponse response) throws IOException {
    ProblemDetail problem = problem(HttpStatus.FORBIDDEN, "role");
    problem.setDetail("this token is for other calls than this one");
    write(response, problem, "Bearer error=\"" + BearerTokenErrorCodes.INSUFFICIENT_SCOPE + "\"");
  }

  /// Writes a problem where Spring Security answers instead of a controller.
  private void write(HttpServletResponse response, ProblemDetail problem, String challenge)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
