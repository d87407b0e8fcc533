package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.StatedPurpose;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Why somebody looks at people's submissions and leads: asked once a session, before the first
/// such page, and kept in the ledger with every read.
@Configuration
public class ConsolePurposes implements WebMvcConfigurer {
  /// Usual purposes; others are typed.
  static final List<String> USUAL =
      List.of(
          "operating the exchange",
          "answering an agency's question",
          "handing leads to their offices",
          "looking into a fault");

  /// Where the list of submissions asks for its newer content, which is nobody's record.
  public static final String LIVE = "/submissions/live";

  private static final String KEY = "purpose of the console";
  private static final String[] PEOPLE = {"/leads", "/submissions/*", "/submissions/*/**"};

  /// The purpose stated in this session.
  static Optional<StatedPurpose> of(HttpServletRequest request) {
    return Optional.ofNullable((StatedPurpose) request.getSession().getAttribute(KEY));
  }

  /// The purpose of a page that is not shown without one.
  public static String needed(HttpServletRequest request) {
    return of(request)
        .map(StatedPurpose::text)
        .orElseThrow(() -> new RefusedStep(ConsoleRefusal.RECORDS_PURPOSE_UNSTATED));
  }

  /// States it.
  public static void state(HttpServletRequest request, String purpose) {
    StatedPurpose stated = Purposes.checked(purpose, ConsoleRefusal.RECORDS_PURPOSE_LENGTH);
    request.getSession().setAttribute(KEY, stated);
  }

  /// Whether a page asks for a purpose first: no address elsewhere is gone to afterwards.
  static boolean isAsked(String path) {
    return path.matches("/(leads|submissions/[A-Za-z0-9/.-]{1,80})");
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Gate()).addPathPatterns(PEOPLE);
  }

  /// Sends a page's reader to say why first; a picture or a part of a page is refused.
  private static final class Gate implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      String path = request.getRequestURI();
      if (!request.getMethod().equals("GET") || path.equals(LIVE) || of(request).isPresent()) {
        return true;
      }
      if (isAsked(path) && !path.matches(".*\\.(png|svg)")) {
        response.sendRedirect("/purpose?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
      } else {
        response.sendError(HttpStatus.FORBIDDEN.value());
      }
      return false;
    }
  }
}
