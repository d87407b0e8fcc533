package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.ridgeline.casework.desk.RefusedStep;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses what is done for good without its tick, whatever form it came from.
@Configuration
class FinalActs implements WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Tick());
  }

  private static final class Tick implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (request.getMethod().equals("POST")
          && FinalAct.isUnconfirmed(
              request.getRequestURI(), sent(request, "step"), sent(request, FinalAct.TICK))) {
        throw new RefusedStep(ConsoleRefusal.NOT_CONFIRMED);
      }
      return true;
    }

    private static Optional<String> sent(HttpServletRequest request, String field) {
      return Optional.ofNullable(request.getParameter(field));
    }
  }
}
