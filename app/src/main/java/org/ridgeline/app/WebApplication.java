package org.ridgeline.app;

import java.time.Clock;
import org.ridgeline.console.entry.FirstRun;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.node.DataFolder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/// What Spring scans: the doors. The rooms behind them are plain Java, wired by [Services].
@SpringBootApplication(
    proxyBeanMethods = false,
    scanBasePackages = {"org.ridgeline.rest", "org.ridgeline.console", "org.ridgeline.counter"})
class WebApplication {
  /// Before all others: nothing may swallow what it looks for.
  @Bean
  FilterRegistrationBean<FatalFilter> fatalErrors() {
    var first = new FilterRegistrationBean<>(new FatalFilter());
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  @Bean
  FirstRun firstRun(DataFolder folder, OperatorStore operators, Clock clock) {
    return new FirstRun(folder.root().resolve("first-run-link"), operators, clock);
  }

  @Bean
  DatabaseAwayFilter databaseAwayFilter(DataFolder folder) {
    return new DatabaseAwayFilter(folder::isDatabaseAway);
  }
}
