package org.ridgeline.console.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sees requests as they left their sender: what a trusted proxy says of them holds, what anybody
/// else says is ignored. A request by another name than ours is turned away, 421.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ForwardedFilter extends OncePerRequestFilter {
  private static final String FORWARDED = ForwardedFilter.class.getName();
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final int MISDIRECTED = 421;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final FrontDoor front;

  ForwardedFilter(FrontDoor front) {
    this.front = front;
  }

  /// Whether something in between has said so, trusted or not.
  public static boolean isForwarded(HttpServletRequest request) {
    return request.getAttribute(FORWARDED) != null;
  }

  /// Whether a request comes from this machine, straight, and by this machine's own name: a page
  /// from elsewhere whose name is made to lead here has another.
  public static boolean isFromHere(HttpServletRequest request) {
    return !isForwarded(request)
        && isLoopback(request.getRemoteAddr())
        && (request.getServerName().equalsIgnoreCase("localhost")
            || isLoopback(request.getServerName()));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Forwarding.isSaid(request)) {
      request.setAttribute(FORWARDED, true);
    }
    HttpServletRequest seen = seen(request);
    if (!front.isNamed(seen.getServerName()) && !isFromHere(seen)) {
      response.setStatus(MISDIRECTED);
      response.setContentType("text/plain");
      response.getWriter().println("This server does not answer by that name.");
      return;
    }
    chain.doFilter(seen, response);
  }

  private HttpServletRequest seen(HttpServletRequest request) {
    boolean isProxys = front.trusts(request.getRemoteAddr());
    if (!Forwarding.isSaid(request)) {
      return isProxys ? new Unproven(request) : request;
    }
    return isProxys
        ? new Seen(request, Forwarding.of(request, front.isStandard()), front.proxies())
        : new Silent(request);
  }

  /// Without the certificate of a connection that is a proxy's: it is not its client's.
  private static final class Unproven extends HttpServletRequestWrapper {
    Unproven(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Object getAttribute(String name) {
      return name.equals(CERTIFICATES) ? null : super.getAttribute(name);
    }
  }

  /// Without the headers that nobody may take a word of.
  private static class Silent extends HttpServletRequestWrapper {
    Silent(HttpServletRequest request) {
      super(request);
    }

    private static boolean isHidden(String name) {
      return Forwarding.HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String getHeader(String name) {
      return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      List<String> names = Collections.list(super.getHeaderNames());
      names.removeIf(Silent::isHidden);
      return Collections.enumeration(names);
    }
  }

  /// As the nearest proxy saw it.
  private static final class Seen extends Silent {
    private final String client;
    private final String scheme;
    private final String host;
    private final int port;

    Seen(HttpServletRequest request, Forwarding said, List<AddressRange> trusted) {
      super(new Unproven(request));
      client = said.client(request.getRemoteAddr(), trusted);
      scheme = said.scheme().orElse(request.getScheme());
      String named = said.host().orElse("");
      int colon = named.lastIndexOf(':') > named.lastIndexOf(']') ? named.lastIndexOf(':') : -1;
      host = named.isEmpty() ? request.getServerName() : bare(named, colon);
      port = port(named, colon, request);
    }

    private static String bare(String named, int colon) {
      return colon < 0 ? named : named.substring(0, colon);
    }

    private int port(String named, int colon, HttpServletRequest request) {
      String digits = colon < 0 ? "" : named.substring(colon + 1);
      if (digits.matches("[0-9]{1,5}")) {
        return Integer.parseInt(digits);
      }
      boolean isOurs = named.isEmpty() && scheme.equals(request.getScheme());
      return isOurs ? request.getServerPort() : usualPort();
    }

    private int usualPort() {
      return isSecure() ? HTTPS : HTTP;
    }

    @Override
    public String getRemoteAddr() {
      return client;
    }

    @Override
    public String getRemoteHost() {
      return client;
    }

    @Override
    public String getScheme() {
      return scheme;
    }

    @Override
    public boolean isSecure() {
      return scheme.equals("https");
    }

    @Override
    public String getServerName() {
      return host;
    }

    @Override
    public int getServerPort() {
      return port;
    }

    @Override
    public StringBuffer getRequestURL() {
      String at = port == usualPort() ? "" : ":" + port;
      return new StringBuffer(scheme).append("://").append(host).append(at).append(getRequestURI());
    }
  }
}
