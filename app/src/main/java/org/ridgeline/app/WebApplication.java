package org.ridgeline.app;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.ridgeline.console.entry.EntryNotice;
import org.ridgeline.console.entry.FirstRun;
import org.ridgeline.console.entry.FrontDoor;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.node.DataFolder;
import org.ridgeline.rest.HealthDoor;
import org.ridgeline.rest.Problems;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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
  FrontDoor frontDoor(DoorSettings doors) {
    return doors.front();
  }

  @Bean
  EntryNotice entryNotice(DoorSettings doors) {
    return doors.notice();
  }

  /// Beside TLS, a plain way in for commands on this machine, which attach to a running server.
  @Bean
  @ConditionalOnProperty("server.ssl.bundle")
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> localDoor() {
    return factory -> {
      Connector local = new Connector();
      local.setPort(0);
      local.setProperty("address", "127.0.0.1");
      factory.addAdditionalConnectors(local);
    };
  }

  /// Ends the connection of a sender who was let go: else what is still to come would be read past,
  /// at the sender's pace.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> hangingUp() {
    return factory -> factory.addEngineValves(new HangUp());
  }

  private static final class HangUp extends ValveBase {
    HangUp() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      getNext().invoke(request, response);
      if (request.getAttribute(Problems.HANG_UP) != null) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  @Bean
  FirstRun firstRun(DataFolder folder, OperatorStore operators, Clock clock) {
    return new FirstRun(folder.root().resolve("first-run-link"), operators, clock);
  }

  /// Beside all other doors.
  @Bean
  FilterRegistrationBean<HealthDoor> healthDoor(
      DataFolder folder, Repositories repositories, @Qualifier("exchangeLedger") Ledger ledger) {
    var door =
        new FilterRegistrationBean<>(new HealthDoor(new Readiness(folder, repositories, ledger)));
    door.addUrlPatterns(HealthDoor.LIVE, HealthDoor.READY);
    door.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return door;
  }

  @Bean
  DatabaseAwayFilter databaseAwayFilter(DataFolder folder) {
    return new DatabaseAwayFilter(folder::isDatabaseAway);
  }
}
