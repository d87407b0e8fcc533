package org.ridgeline.console.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.ridgeline.rest.PlainText;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads what a page is asked and sent before anybody works with it, and turns away what cannot be
/// read or is no text: 400, or 413 where it is too much.
///
/// The API's bodies are not forms and not read here. What strangers write to the public pages is
/// taken as it comes; that form leaves out what cannot be read.
@Component
@Order(FormGuard.ORDER)
final class FormGuard extends OncePerRequestFilter {
  /// Before Spring Security (-100), which reads the form's token.
  static final int ORDER = -110;

  private static final int FINE = 0;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int fault = request.getRequestURI().startsWith("/api/") ? FINE : fault(request);
    if (fault == FINE) {
      chain.doFilter(request, response);
    } else if (!response.isCommitted()) {
      // Where the sender went away, nobody hears.
      response.sendError(fault);
    }
  }

  private static int fault(HttpServletRequest request) throws IOException {
    try {
      boolean isPlain = texts(request.getParameterMap()).allMatch(PlainText::isPlain);
      boolean mayBeAny = request.getRequestURI().startsWith("/public/");
      return (isPlain || mayBeAny) && partsAreNamed(request)
          ? FINE
          : HttpServletResponse.SC_BAD_REQUEST;
    } catch (InvalidParameterException e) {
      return e.getErrorCode();
    } catch (ServletException | RuntimeException e) {
      // How a container says that parts cannot be read is its own affair.
      return HttpServletResponse.SC_BAD_REQUEST;
    }
  }

  private static Stream<String> texts(Map<String, String[]> parameters) {
    return parameters.entrySet().stream()
        .flatMap(one -> Stream.concat(Stream.of(one.getKey()), Stream.of(one.getValue())));
  }

  private static boolean partsAreNamed(HttpServletRequest request)
      throws IOException, ServletException {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")) {
      return true;
    }
    for (Part part : request.getParts()) {
      // What Spring cannot read later is no input either.
      ContentDisposition.parse(part.getHeader(HttpHeaders.CONTENT_DISPOSITION));
      boolean isPlain =
          Stream.of(part.getName(), part.getSubmittedFileName(), part.getContentType())
              .allMatch(text -> text == null || PlainText.isPlain(text));
      if (!isPlain) {
        return false;
      }
    }
    return true;
  }
}
