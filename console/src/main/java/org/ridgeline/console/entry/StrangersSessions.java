package org.ridgeline.console.entry;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Sessions of people who have not logged in: a form's token each, asked for by anybody. Beyond so
/// many the oldest ends; whoever has logged in meanwhile keeps theirs.
/// - **Limit** [#MOST]
@Component
final class StrangersSessions implements HttpSessionListener {
  static final int MOST = 20_000;

  private final Set<HttpSession> strangers = new LinkedHashSet<>();

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    oldest(event.getSession()).ifPresent(StrangersSessions::end);
  }

  /// Adds one; gives the one that has to go for it.
  private synchronized Optional<HttpSession> oldest(HttpSession added) {
    strangers.add(added);
    if (strangers.size() <= MOST) {
      return Optional.empty();
    }
    Iterator<HttpSession> first = strangers.iterator();
    HttpSession oldest = first.next();
    first.remove();
    return Optional.of(oldest);
  }

  private static void end(HttpSession session) {
    try {
      if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
          == null) {
        session.invalidate();
      }
    } catch (IllegalStateException e) {
      // It has ended by itself.
      return;
    }
  }

  @Override
  public synchronized void sessionDestroyed(HttpSessionEvent event) {
    strangers.remove(event.getSession());
  }
}
