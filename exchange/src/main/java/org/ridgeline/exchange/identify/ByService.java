package org.ridgeline.exchange.identify;

import java.util.Map;
import java.util.Optional;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.submission.SearchRow;

/// A repository's part of whatever was asked for.
final class ByService implements Search {
  private final Bookings bookings;
  private final Map<Service, Search> parts;

  ByService(Bookings bookings, Map<Service, Search> parts) {
    this.bookings = bookings;
    this.parts = Map.copyOf(parts);
  }

  @Override
  public void run(SearchRow row) {
    part(row).run(row);
  }

  @Override
  public void giveUp(SearchRow row) {
    part(row).giveUp(row);
  }

  private Search part(SearchRow row) {
    Service service = bookings.service(row.control());
    return Optional.ofNullable(parts.get(service))
        .orElseThrow(
            () -> new IllegalStateException(service + " asks nothing of " + row.repository()));
  }
}
