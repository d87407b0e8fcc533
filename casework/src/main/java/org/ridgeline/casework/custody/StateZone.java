package org.ridgeline.casework.custody;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// The time zone most of a state lies in: what counts until a facility says its own.
final class StateZone {
  private static final Map<String, String> ZONES = new HashMap<>();

  static {
    put("America/New_York", "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV");
    put("America/Chicago", "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI");
    put("America/Denver", "CO ID MT NM UT WY");
    put("America/Los_Angeles", "CA NV OR WA");
    put("America/Phoenix", "AZ");
    put("America/Anchorage", "AK");
    put("Pacific/Honolulu", "HI");
    put("America/Puerto_Rico", "PR VI");
    put("Pacific/Guam", "GU MP");
    put("Pacific/Pago_Pago", "AS");
  }

  private StateZone() {}

  private static void put(String zone, String states) {
    for (String state : states.split(" ")) {
      ZONES.put(state, zone);
    }
  }

  /// The zone of a state; UTC for one that does not exist.
  static ZoneId of(String state) {
    return ZoneId.of(ZONES.getOrDefault(state, "UTC"));
  }
}
