package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FatalFilterTest {
  private final List<Throwable> told = new ArrayList<>();
  private Thread.UncaughtExceptionHandler before = (_, _) -> {};

  @BeforeEach
  void listen() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> told.add(e));
  }

  @AfterEach
  void leave() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  /// A request or response that nobody looks at.
  private static <T> T nothing(Class<T> kind) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  private static void request(Throwable thrown) throws Exception {
    new FatalFilter()
        .doFilterInternal(
            nothing(HttpServletRequest.class),
            nothing(HttpServletResponse.class),
            (_, _) -> {
              throw new ServletException("dispatch failed", thrown);
            });
  }

  @Test
  void anErrorBehindARequestIsTold() {
    Error error = new NoClassDefFoundError("planned");
    assertThatThrownBy(() -> request(error)).isInstanceOf(ServletException.class);
    assertThat(told).containsExactly(error);
  }

  @Test
  void whatIsTheRequestsOwnTroubleIsNot() {
    assertThatThrownBy(() -> request(new StackOverflowError())).hasRootCauseInstanceOf(Error.class);
    assertThatThrownBy(() -> request(new IllegalStateException("planned")))
        .isInstanceOf(ServletException.class);
    assertThat(told).isEmpty();
  }
}
