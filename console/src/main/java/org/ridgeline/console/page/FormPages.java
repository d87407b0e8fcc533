package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// On which page a form stands: the one that the browser says it came from, else the nearest above
/// the form's own address.
@Component
class FormPages {
  /// What handlers of whole pages give; others give files and parts.
  private static final Set<Class<?>> PAGES = Set.of(String.class, ModelAndView.class);

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  FormPages(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /// The page's address, with its query; empty where there is none.
  Optional<String> of(HttpServletRequest request) {
    List<PathPattern> pages = pages();
    return from(request)
        .filter(address -> isPage(pages, path(address)))
        .or(() -> above(request.getRequestURI()).filter(path -> isPage(pages, path)).findFirst());
  }

  private List<PathPattern> pages() {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(entry -> isPage(entry.getKey(), entry.getValue()))
        .flatMap(entry -> patterns(entry.getKey()))
        .toList();
  }

  private static Stream<PathPattern> patterns(RequestMappingInfo info) {
    return info.getPathPatternsCondition() == null
        ? Stream.empty()
        : info.getPathPatternsCondition().getPatterns().stream();
  }

  private static boolean isPage(RequestMappingInfo info, HandlerMethod method) {
    return info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
        && PAGES.contains(method.getMethod().getReturnType())
        && method.getBeanType().getPackageName().startsWith("org.ridgeline.console");
  }

  private static boolean isPage(List<PathPattern> pages, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return pages.stream().anyMatch(page -> page.matches(parsed));
  }

  /// Where the browser says the form stood, if that is here.
  private static Optional<String> from(HttpServletRequest request) {
    try {
      return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
          .map(URI::create)
          .filter(
              from -> request.getServerName().equals(from.getHost()) && from.getRawPath() != null)
          .map(from ->
              from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String path(String address) {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  /// The addresses above one, nearest first.
  private static Stream<String> above(String address) {
    return Stream.iterate(
        address.substring(0, Math.max(0, address.lastIndexOf('/'))),
        path -> !path.isEmpty(),
        path -> path.substring(0, path.lastIndexOf('/')));
  }
}
