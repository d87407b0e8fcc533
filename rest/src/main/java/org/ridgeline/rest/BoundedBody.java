package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.ridgeline.exchange.Limits;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Reads request bodies whole, but never more than [Limits#SUBMISSION_BYTES_MAX] of one, nor more
/// than [Limits#UPLOADS_MAX] such at once. Room is taken by bytes that are there, not by senders
/// who may send them; half of it at most by one sender; and whoever sends too slowly is let go.
@Component
class BoundedBody {
  private static final int CHUNK = 64 * 1024;

  private final Room all = new Room((long) Limits.UPLOADS_MAX * Limits.SUBMISSION_BYTES_MAX);
  private final Map<String, Room> bySender = new ConcurrentHashMap<>();

  /// Bytes that are free yet.
  private static final class Room {
    private final long most;
    private long taken;

    Room(long most) {
      this.most = most;
    }

    synchronized boolean takes(long bytes) {
      boolean isFree = taken + bytes <= most;
      taken += isFree ? bytes : 0;
      return isFree;
    }

    synchronized void gives(long bytes) {
      taken -= bytes;
    }
  }

  /// Answers with what `then` makes of the body, or with a problem where it is too large, too slow
  /// or there are too many.
  /// - **Shape** `sender` whose share is used
  ResponseEntity<?> read(
      HttpServletRequest request, String sender, Function<byte[], ResponseEntity<?>> then)
      throws IOException {
    if (request.getContentLengthLong() > Limits.SUBMISSION_BYTES_MAX) {
      return Problems.tooLarge();
    }
    Room own = bySender.computeIfAbsent(sender, _ -> new Room(all.most / 2));
    Upload upload = new Upload(own);
    try {
      return switch (upload.read(request.getInputStream(), System::nanoTime)) {
        case WHOLE -> then.apply(upload.bytes());
        case TOO_LARGE -> Problems.tooLarge();
        case NO_ROOM -> Problems.busy(1);
        case TOO_SLOW -> {
          // What the sender still has to send is not waited for.
          request.setAttribute(Problems.HANG_UP, true);
          yield Problems.tooSlow();
        }
      };
    } finally {
      upload.close();
    }
  }

  /// How reading ended.
  enum End {
    WHOLE,
    TOO_LARGE,
    NO_ROOM,
    TOO_SLOW
  }

  /// Nanoseconds since any one moment.
  interface Ticker {
    long nanos();
  }

  /// Whether so many bytes in such a time are too few.
  static boolean isTooSlow(long bytes, Duration taken) {
    long due = bytes / Limits.UPLOAD_BYTES_PER_SECOND_MIN;
    return taken.compareTo(Limits.UPLOAD_PATIENCE.plusSeconds(due)) > 0;
  }

  /// A body on its way in.
  private final class Upload implements AutoCloseable {
    private final Room own;
    private byte[] bytes = new byte[CHUNK];
    private int count;
    private long taken;

    Upload(Room own) {
      this.own = own;
    }

    End read(InputStream in, Ticker ticker) throws IOException {
      long begun = ticker.nanos();
      while (true) {
        int free = bytes.length - count;
        int read = in.read(bytes, count, free);
        if (read < 0) {
          return End.WHOLE;
        }
        if (isTooSlow(count, Duration.ofNanos(ticker.nanos() - begun))) {
          return End.TOO_SLOW;
        }
        count += read;
        if (count > Limits.SUBMISSION_BYTES_MAX) {
          return End.TOO_LARGE;
        }
        if (!takes(read)) {
          return End.NO_ROOM;
        }
        if (count == bytes.length) {
          long twice = Math.min(2L * count, Limits.SUBMISSION_BYTES_MAX + 1L);
          bytes = java.util.Arrays.copyOf(bytes, (int) twice);
        }
      }
    }

    private boolean takes(int more) {
      if (!own.takes(more)) {
        return false;
      }
      if (!all.takes(more)) {
        own.gives(more);
        return false;
      }
      taken += more;
      return true;
    }

    byte[] bytes() {
      return java.util.Arrays.copyOf(bytes, count);
    }

    @Override
    public void close() {
      own.gives(taken);
      all.gives(taken);
    }
  }
}
