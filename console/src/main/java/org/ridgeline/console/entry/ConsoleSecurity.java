package org.ridgeline.console.entry;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.ridgeline.console.page.RefusedPage;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.operator.OperatorStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;

/// Who may see what of the console: everything needs a log-in but the log-in itself, the one-time
/// links and what pages are drawn with. Forms carry CSRF tokens; the browser may load nothing from
/// elsewhere and run no script written into a page.
@Configuration
class ConsoleSecurity {
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /// Among them a demo's pages: without a running demo there is nothing there.
  private static final String[] OPEN = {
    "/login",
    "/setup/*",
    "/setup/*/password",
    "/public/**",
    "/demo",
    "/demo/as/*",
    "/tour",
    "/assets/**",
    "/webjars/**",
    "/favicon.ico"
  };

  private static final String ADMINISTRATOR = "ADMINISTRATOR";

  /// Longest address that is come back to after log-in.
  private static final int ADDRESS_CHARS_MAX = 500;

  /// Who has access, and who takes part.
  private static final String[] REGISTERS = {
    "/operators/**",
    "/agencies/**",
    "/offices/**",
    "/activation/end",
    "/activation/jurisdictions",
    "/activation/jurisdictions/**"
  };

  /// Pages of the exchange itself, names and machine scores among them.
  private static final String[] EXCHANGE = {
    "/submissions", "/submissions/**", "/leads/**", "/activation/**", "/purpose"
  };

  @Bean
  @Order(2)
  SecurityFilterChain console(
      HttpSecurity http, OperatorStore operators, Denials denials, EntryNotice notice) {
    return http.authorizeHttpRequests(all ->
            all.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(REGISTERS)
                .hasRole(ADMINISTRATOR)
                .requestMatchers("/submissions/*/scores/**")
                .hasRole(ADMINISTRATOR)
                .requestMatchers("/cases/*/scores/**")
                .hasRole("SUPERVISOR")
                .requestMatchers(EXCHANGE)
                .hasAnyRole(ADMINISTRATOR, "OPERATOR")
                .requestMatchers("/examine/**")
                .hasAnyRole("EXAMINER", "SUPERVISOR")
                .requestMatchers("/cases/**")
                .hasAnyRole("OFFICER", "APPROVER", "SUPERVISOR")
                .requestMatchers("/agency/**")
                .hasRole("BOOKING_AGENCY")
                .requestMatchers("/bureau/**")
                .hasRole("STATE_BUREAU")
                .requestMatchers("/redress/**")
                .hasRole("REDRESS_OFFICER")
                .requestMatchers("/oversight/**")
                .hasRole("OVERSIGHT")
                .requestMatchers("/quality/**")
                .hasRole("QUALITY")
                .requestMatchers("/records/**")
                .hasRole("RECORDS_OFFICER")
                .requestMatchers("/", "/logout", "/account/**")
                .authenticated()
                .anyRequest()
                .denyAll())
        .exceptionHandling(e ->
            e.defaultAuthenticationEntryPointFor(toLogin(), ConsoleSecurity::isPart)
                .accessDeniedHandler(denied(denials)))
        .formLogin(form -> form.loginPage("/login").failureHandler(loginFailed()))
        .logout(out -> out.logoutSuccessUrl("/login?out"))
        .requestCache(cache -> cache.requestCache(pages()))
        .addFilterBefore(new IdleFilter(), SecurityContextHolderFilter.class)
        .addFilterBefore(
            new StandingFilter(operators), SecurityContextHolderAwareRequestFilter.class)
        .addFilterBefore(new NoticeFilter(notice), UsernamePasswordAuthenticationFilter.class)
        .headers(ConsoleSecurity::guard)
        .build();
  }

  /// Who asks for a page that is not theirs is refused, and on record.
  private static AccessDeniedHandler denied(Denials denials) {
    AccessDeniedHandler page = new AccessDeniedHandlerImpl();
    return (request, response, e) -> {
      Who.denied(denials, request);
      page.handle(request, response, e);
    };
  }

  /// What a browser is told not to do with a page.
  private static void guard(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(_ -> {})
        .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=(), usb=()"));
  }

  /// After log-in people come to the page they asked for, not to a picture or a piece of a page.
  /// Their browser keeps which: strangers ask for anything, and nothing of it is remembered here.
  private static CookieRequestCache pages() {
    CookieRequestCache cache = new CookieRequestCache();
    cache.setRequestMatcher(request ->
        request.getMethod().equals("GET")
            && !isPart(request)
            && address(request) <= ADDRESS_CHARS_MAX
            && !request.getRequestURI().contains("."));
    return cache;
  }

  /// Wrong, unknown and held up look alike; where too many passwords wait, it says when to come.
  private static AuthenticationFailureHandler loginFailed() {
    var failed = new SimpleUrlAuthenticationFailureHandler("/login?failed");
    return (request, response, e) -> {
      if (e instanceof PasswordTurns.TooMany) {
        RefusedPage.busy(response, PasswordTurns.RETRY_SECONDS);
      } else {
        failed.onAuthenticationFailure(request, response, e);
      }
    };
  }

  private static int address(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI().length() + (query == null ? 0 : query.length());
  }

  private static boolean isPart(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }

  /// A page that updates itself after its session has ended goes to the log-in as a whole.
  private static AuthenticationEntryPoint toLogin() {
    return (_, response, _) -> {
      response.setHeader("HX-Redirect", "/login?ended");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    };
  }
}
