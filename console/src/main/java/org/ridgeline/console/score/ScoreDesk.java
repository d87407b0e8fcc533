package org.ridgeline.console.score;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.verification.Pair;
import org.ridgeline.casework.verification.SeenScores;
import org.ridgeline.chart.comparison.Panels;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Gives pages and pictures of scores to whoever may see them now, and puts each look on record.
@Component
class ScoreDesk {
  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  /// The picture by itself is a page: it may show what lies in it and load and run nothing.
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

  private final ScoreReader reader;
  private final SeenScores scores;
  private final Trail trail;

  ScoreDesk(ScoreReader reader, SeenScores scores, Trail trail) {
    this.reader = reader;
    this.scores = scores;
    this.trail = trail;
  }

  /// Whose score is asked for.
  /// - **Shape** `about`: what the ledger says beside booking, finger and person
  record Asked(String control, RepositoryName repository, Map<String, String> about) {}

  /// - **Shape** `finger` as asked for, empty for the one that scores best
  ScoreView view(Actor actor, Asked asked, String finger) {
    ScoreReader.Pair pair = pair(actor, asked);
    int fgp = finger.isEmpty() ? 0 : finger(pair, finger).probe().finger().fgp();
    ScoreView view = ScoreView.of(reader, pair, fgp);
    String shown = view.shown().map(one -> String.valueOf(one.line().fgp())).orElse("none");
    seen(actor, asked, pair, shown);
    return view;
  }

  ResponseEntity<String> picture(Actor actor, Asked asked, String fgp, boolean isTall) {
    ScoreReader.Pair pair = pair(actor, asked);
    ScoreReader.Finger finger = finger(pair, fgp);
    if (!finger.hasRidges()) {
      throw none();
    }
    String svg = reader.drawn(pair, finger).svg(isTall ? Panels.TALL : Panels.WIDE);
    seen(actor, asked, pair, fgp);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", CONTENT_POLICY)
        .contentType(SVG)
        .body(svg);
  }

  /// The pair, once it is certain that the actor may know of it.
  private ScoreReader.Pair pair(Actor actor, Asked asked) {
    ScoreReader.Pair pair =
        reader.pair(asked.control(), asked.repository()).orElseThrow(ScoreDesk::none);
    scores.show(actor, new Pair(asked.control(), pair.encounterId()));
    return pair;
  }

  private static ScoreReader.Finger finger(ScoreReader.Pair pair, String fgp) {
    if (!fgp.matches("[1-9][0-9]?")) {
      throw none();
    }
    return pair.finger(Integer.parseInt(fgp)).orElseThrow(ScoreDesk::none);
  }

  private void seen(Actor actor, Asked asked, ScoreReader.Pair pair, String fgp) {
    Map<String, String> detail = new TreeMap<>(asked.about());
    detail.put("fgp", fgp);
    detail.put("person", Subject.Kind.PERSON.text(pair.personId()));
    detail.put("encounter", Subject.Kind.ENCOUNTER.text(pair.encounterId()));
    detail.put("score", asked.repository().key());
    trail.person(
        new Trail.Person(actor.name(), actor.duty().role().name(), actor.purpose()),
        Known.PRINT_READ,
        Trail.submission(asked.control()),
        detail);
  }

  static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
