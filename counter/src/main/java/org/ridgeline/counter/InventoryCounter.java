package org.ridgeline.counter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.ridgeline.oversight.inventory.InventoryFiles;
import org.ridgeline.oversight.inventory.InventorySource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The public inventory: what this system holds and works by, as it runs, without what is nobody's
/// business outside ([org.ridgeline.oversight.inventory.Inventory#forPublic]).
///
/// It is made at most once in [Limits#INVENTORY_AGE_MAX], however many ask for it.
@Controller
class InventoryCounter {
  private final InventorySource source;
  private final Clock clock;
  private final ReentrantLock making = new ReentrantLock();
  private volatile Optional<Made> made = Optional.empty();

  InventoryCounter(InventorySource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  private record Made(Instant at, SortedMap<String, byte[]> files) {}

  @GetMapping("/public/inventory")
  ResponseEntity<byte[]> page() {
    return file(InventoryFiles.PAGE, new MediaType("text", "html", StandardCharsets.UTF_8));
  }

  @GetMapping("/public/inventory.json")
  ResponseEntity<byte[]> json() {
    return file(InventoryFiles.JSON, MediaType.APPLICATION_JSON);
  }

  @GetMapping("/public/inventory.schema.json")
  ResponseEntity<byte[]> schema() {
    return file(InventoryFiles.SCHEMA, MediaType.APPLICATION_JSON);
  }

  @GetMapping("/public/inventory.pdf")
  ResponseEntity<byte[]> pdf() {
    return file(InventoryFiles.PDF, MediaType.APPLICATION_PDF);
  }

  private ResponseEntity<byte[]> file(String name, MediaType type) {
    Map<String, byte[]> files = files();
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Limits.INVENTORY_AGE_MAX).cachePublic())
        .body(files.get(name));
  }

  /// Who comes while it is made anew gets the one before; only where there is none do they wait.
  private SortedMap<String, byte[]> files() {
    Optional<Made> last = made;
    if (last.filter(this::isFresh).isPresent() || (last.isPresent() && making.isLocked())) {
      return last.get().files();
    }
    making.lock();
    try {
      Optional<Made> meanwhile = made;
      if (meanwhile.filter(this::isFresh).isPresent()) {
        return meanwhile.get().files();
      }
      Instant now = clock.instant();
      Made next = new Made(now, InventoryFiles.of(source.now().forPublic()));
      made = Optional.of(next);
      return next.files();
    } finally {
      making.unlock();
    }
  }

  private boolean isFresh(Made one) {
    return clock.instant().isBefore(one.at().plus(Limits.INVENTORY_AGE_MAX));
  }
}
