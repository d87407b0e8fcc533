package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/// Who may call what under `/api/`: bearer tokens (RFC 6750) only, no session, no cookie and so no
/// CSRF token. Tokens are our own and looked up here; no other server is asked.
@Configuration
public class ApiSecurity {
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Callers callers, Problems problems) {
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(tokens ->
            tokens
                .authenticationManagerResolver(request -> ofTokens(callers, request))
                .authenticationEntryPoint((_, response, e) -> problems.noToken(response, e))
                .accessDeniedHandler((request, response, _) -> {
                  callers.denied(request);
                  problems.otherToken(response);
                }))
        .authorizeHttpRequests(all ->
            all.requestMatchers("/api/v1/submissions/**", "/api/v1/custody/**")
                .hasRole("AGENCY")
                .requestMatchers("/api/v1/leads/**")
                .hasRole("OFFICE")
                .requestMatchers("/api/v1/corrections/**")
                .hasAnyRole("AGENCY", "OFFICE")
                .requestMatchers("/api/v1/repositories/**")
                .hasRole("OWNER")
                .anyRequest()
                .denyAll())
        .build();
  }

  private static AuthenticationManager ofTokens(Callers callers, HttpServletRequest request) {
    return given -> authenticated(callers, given, request);
  }

  /// - **Error** nobody's token: InvalidBearerTokenException, without a description; one that has
  ///   ended, or whose holder is disabled: the same, which says so
  private static Authentication authenticated(
      Callers callers, Authentication given, HttpServletRequest request) {
    String token = ((BearerTokenAuthenticationToken) given).getToken();
    Caller caller =
        callers
            .of(token)
            .orElseThrow(() -> new InvalidBearerTokenException(callers.refused(token, request)));
    return UsernamePasswordAuthenticationToken.authenticated(
        caller, null, List.of(new SimpleGrantedAuthority(role(caller))));
  }

  private static String role(Caller caller) {
    return switch (caller) {
      case Caller.OfAgency _ -> "ROLE_AGENCY";
      case Caller.OfOffice _ -> "ROLE_OFFICE";
      case Caller.OfOwner _ -> "ROLE_OWNER";
    };
  }
}
