package org.ridgeline.oversight.project;

import java.util.Comparator;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.Place;
import org.ridgeline.oversight.track.Split;

/// The one order of counts: in rows, in files, on every machine.
public final class Order {
  /// Of cells. Written out, as there are millions of them.
  public static final Comparator<Cell> CELLS = Order::compare;

  private Order() {}

  private static int compare(Cell one, Cell other) {
    Place place = one.place();
    Place its = other.place();
    int order = one.month().compareTo(other.month());
    order = order != 0 ? order : place.fips().compareTo(its.fips());
    order = order != 0 ? order : one.measure().compareTo(other.measure());
    order = order != 0 ? order : one.detail().compareTo(other.detail());
    order = order != 0 ? order : place.state().compareTo(its.state());
    return order != 0 ? order : compare(one.split(), other.split());
  }

  private static int compare(Split one, Split other) {
    int order = one.atBooking().compareTo(other.atBooking());
    order = order != 0 ? order : one.atDetermination().compareTo(other.atDetermination());
    order = order != 0 ? order : one.charged().compareTo(other.charged());
    order = order != 0 ? order : one.facility().compareTo(other.facility());
    return order != 0 ? order : one.programme().compareTo(other.programme());
  }
}
