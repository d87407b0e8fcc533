package org.ridgeline.rest;

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
    AuthenticationManager ofTokens = given -> authenticated(callers, given);
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(tokens ->
            tokens
                .authenticationManagerResolver(_ -> ofTokens)
                .authenticationEntryPoint((_, response, e) -> problems.noToken(response, e))
                .accessDeniedHandler((_, response, _) -> problems.otherToken(response)))
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

  /// - **Error** nobody's token: InvalidBearerTokenException
  private static Authentication authenticated(Callers callers, Authentication given) {
    String token = ((BearerTokenAuthenticationToken) given).getToken();
    Caller caller =
        callers.of(token).orElseThrow(() -> new InvalidBearerTokenException("nobody's token"));
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
