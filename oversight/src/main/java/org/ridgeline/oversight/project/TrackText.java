package org.ridgeline.oversight.project;

import org.ridgeline.oversight.track.BookingTrack;
import org.ridgeline.oversight.track.CaseTrack;
import org.ridgeline.oversight.track.JurisdictionTrack;
import org.ridgeline.oversight.track.Track;
import tools.jackson.databind.json.JsonMapper;

/// Tracks as JSON, for this schema alone: a version that reads another form empties and rebuilds.
final class TrackText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TrackText() {}

  static String write(Track track) {
    return JSON.writeValueAsString(track);
  }

  static BookingTrack booking(String body) {
    return JSON.readValue(body, BookingTrack.class);
  }

  static JurisdictionTrack jurisdiction(String body) {
    return JSON.readValue(body, JurisdictionTrack.class);
  }

  static CaseTrack aCase(String body) {
    return JSON.readValue(body, CaseTrack.class);
  }
}
