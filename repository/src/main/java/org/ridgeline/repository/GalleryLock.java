package org.ridgeline.repository;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The turn of whoever changes whom the gallery has: enrolments, amendments and renewals wait for
/// each other here and nowhere else.
final class GalleryLock {
  private GalleryLock() {}

  /// Waits for the turn and holds it to the transaction's end. To be taken before any row is held.
  static void take(JdbcClient jdbc) {
    jdbc.sql("select gallery_lock()").query((_, _) -> true).list();
  }
}
