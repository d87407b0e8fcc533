package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.ridgeline.exchange.Limits;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Reads request bodies whole, but never more than [Limits#SUBMISSION_BYTES_MAX] of one, nor more
/// than [Limits#UPLOADS_MAX] such at once, nor more than a third of the heap holds with all that is
/// made of them. Room is taken by bytes that are there, not by senders who may send them; half of
/// it at most by one sender; and whoever sends too slowly is let go.
@Component
class BoundedBody {
  private static final int CHUNK = 64 * 1024;

  /// What the largest body takes.
  private static final long LARGEST = (long) Limits.UPLOAD_COPIES * Limits.SUBMISSION_BYTES_MAX;

  private final Room all;
  private final Map<String, Room> bySender = new ConcurrentHashMap<>();

  BoundedBody() {
    this(Runtime.getRuntime().maxMemory());
  }

  /// For a heap of so many bytes: however small, the largest body has room.
  BoundedBody(long heap) {
    long third = Math.min(heap / 3, Limits.UPLOADS_MAX * LARGEST);
    all = new Room(Math.max(third, LARGEST));
  }

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
    Room own = bySender.computeIfAbsent(sender, _ -> new Room(Math.max(all.most / 2, LARGEST)));
    Upload upload = new Upload(own);
    try {
      return switch (upload.read(request.getInputStream(), System::nanoTime)) {
        case WHOLE -> then.apply(upload.whole());
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
    private final Deque<byte[]> full = new ArrayDeque<>();
    private byte[] chunk = new byte[CHUNK];
    private int inChunk;
    private int count;
    private long taken;

    Upload(Room own) {
      this.own = own;
    }

    End read(InputStream in, Ticker ticker) throws IOException {
      long begun = ticker.nanos();
      while (true) {
        int read = in.read(chunk, inChunk, CHUNK - inChunk);
        if (read < 0) {
          return End.WHOLE;
        }
        if (isTooSlow(count, Duration.ofNanos(ticker.nanos() - begun))) {
          return End.TOO_SLOW;
        }
        count += read;
        inChunk += read;
        if (count > Limits.SUBMISSION_BYTES_MAX) {
          return End.TOO_LARGE;
        }
        if (!takes((long) Limits.UPLOAD_COPIES * read)) {
          return End.NO_ROOM;
        }
        if (inChunk == CHUNK) {
          full.add(chunk);
          chunk = new byte[CHUNK];
          inChunk = 0;
        }
      }
    }

    private boolean takes(long more) {
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

    /// The body; its pieces are let go while it is put together.
    byte[] whole() {
      byte[] whole = new byte[count];
      System.arraycopy(chunk, 0, whole, count - inChunk, inChunk);
      for (int at = 0; !full.isEmpty(); at += CHUNK) {
        System.arraycopy(full.remove(), 0, whole, at, CHUNK);
      }
      return whole;
    }

    @Override
    public void close() {
      own.gives(taken);
      all.gives(taken);
    }
  }
}
