package org.ridgeline.counter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/// The public pages: no log-in, no session, no script. A form carries no rights, so there is
/// nothing for another site to ride on; forms from other sites are refused all the same.
@Configuration
class PublicSecurity {
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /// A published report is one file, and so is the inventory: its style is in it. No script runs.
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'none';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Bean
  @Order(-1)
  SecurityFilterChain files(HttpSecurity http) {
    return open(
        http, REPORT_POLICY, "/public/statistics/**", "/public/inventory", "/public/inventory.*");
  }

  @Bean
  @Order(0)
  SecurityFilterChain open(HttpSecurity http) {
    return open(http, CONTENT_POLICY, "/public/**");
  }

  private static SecurityFilterChain open(HttpSecurity http, String content, String... paths) {
    return http.securityMatcher(paths)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /// First of all filters: those behind it read forms.
  @Bean
  FilterRegistrationBean<?> publicDoor() {
    FilterRegistrationBean<Door> door = new FilterRegistrationBean<>(new Door());
    door.addUrlPatterns("/public/*");
    door.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return door;
  }

  /// Turns away what is too large or comes from another site, before any of it is read.
  private static final class Door extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      boolean isForm = request.getMethod().equals("POST");
      if (isForm && request.getContentLengthLong() < 0) {
        response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
      } else if (isForm && request.getContentLengthLong() > Limits.FORM_BYTES_MAX) {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      } else if (isForm && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
      } else {
        chain.doFilter(request, response);
      }
    }
  }
}
