package org.ridgeline.rest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/// Who may call what under `/api/`: bearer tokens only, no session, no cookie and so no CSRF token.
@Configuration
public class ApiSecurity {
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Callers callers, Problems problems) {
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new BearerTokenFilter(callers), UsernamePasswordAuthenticationFilter.class)
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
        .exceptionHandling(e ->
            e.authenticationEntryPoint((_, response, _) ->
                    problems.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "a bearer token of an agency, office or owner expected"))
                .accessDeniedHandler((_, response, _) ->
                    problems.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "this token is for other calls than this one")))
        .build();
  }
}
