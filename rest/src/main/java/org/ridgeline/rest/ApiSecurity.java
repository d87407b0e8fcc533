package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.agency.ClientCertificate;
import org.ridgeline.exchange.agency.Credentials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/// Who may call what under `/api/`: bearer tokens (RFC 6750) and agencies' certificates only, no
/// session, no cookie and so no CSRF token. Both are looked up here; no other server is asked.
@Configuration
public class ApiSecurity {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private static final String[] OF_AGENCIES = {
    "/api/v1/submissions/**", "/api/v1/copies/**", "/api/v1/custody/**", "/api/v1/booking-counts/**"
  };

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Callers callers, Problems problems) {
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(tokens ->
            tokens
                .authenticationConverter(shown())
                .authenticationManagerResolver(request -> ofTokens(callers, request))
                .authenticationEntryPoint((_, response, e) -> problems.noToken(response, e))
                .accessDeniedHandler((request, response, _) -> {
                  callers.denied(request);
                  problems.otherToken(response);
                }))
        .authorizeHttpRequests(all ->
            all.requestMatchers(OF_AGENCIES)
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

  /// A token, or else the certificate of the connection.
  private static AuthenticationConverter shown() {
    var token = new BearerTokenAuthenticationConverter();
    return request -> {
      Authentication given = token.convert(request);
      return given == null && certificate(request).isPresent()
          ? new PreAuthenticatedAuthenticationToken("certificate", "")
          : given;
    };
  }

  /// What TLS has proven of the client, this connection's own: no header is believed.
  private static Optional<String> certificate(HttpServletRequest request) {
    return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
        ? Optional.of(ClientCertificate.sha256(chain[0]))
        : Optional.empty();
  }

  private static AuthenticationManager ofTokens(Callers callers, HttpServletRequest request) {
    return given -> authenticated(callers, given, request);
  }

  /// - **Error** nobody's token: InvalidBearerTokenException, without a description; one that has
  ///   ended, whose holder is disabled, or that is not enough: the same, which says so
  private static Authentication authenticated(
      Callers callers, Authentication given, HttpServletRequest request) {
    Optional<String> token =
        given instanceof BearerTokenAuthenticationToken bearer
            ? Optional.of(bearer.getToken())
            : Optional.empty();
    Caller caller = callers.of(new Credentials(token, certificate(request)), request);
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
