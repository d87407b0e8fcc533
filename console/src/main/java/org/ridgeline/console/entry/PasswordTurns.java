package org.ridgeline.console.entry;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes few passwords at a time, and lets few more wait: half a second of a core each, asked for
/// by anybody who finds the log-in, must not take the machine from those who work. Tokens of the
/// API are looked up by SHA-256 and do not come here.
public final class PasswordTurns implements PasswordEncoder {
  /// Passwords that wait at one time; beyond, [TooMany].
  static final int WAITING_MAX = 16;

  /// When to come again.
  static final int RETRY_SECONDS = 2;

  /// Tries that wait in vain at one time.
  private static final int VAIN_MAX = 64;

  private final PasswordEncoder encoder;
  private final Semaphore hashing;
  private final Semaphore inside;
  private final Semaphore vain = new Semaphore(VAIN_MAX);
  private final AtomicLong lastNanos = new AtomicLong();

  /// - **Shape** `atOnce` passwords hashed at one time, at least 1
  public PasswordTurns(PasswordEncoder encoder, int atOnce) {
    this.encoder = encoder;
    hashing = new Semaphore(atOnce, true);
    inside = new Semaphore(atOnce + WAITING_MAX);
  }

  /// Half of the machine's cores.
  public static PasswordTurns ofMachine(PasswordEncoder encoder) {
    return new PasswordTurns(encoder, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  /// Too many passwords wait already: nothing was looked at, come again.
  static final class TooMany extends AuthenticationException {
    TooMany() {
      super("too many passwords wait");
    }
  }

  @Override
  public String encode(CharSequence password) {
    return inTurn(() -> encoder.encode(password));
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    return inTurn(() -> encoder.matches(password, hash));
  }

  @Override
  public boolean upgradeEncoding(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /// Whether nobody more is let in now.
  public boolean isFull() {
    return inside.availablePermits() == 0;
  }

  /// Does some hashing when its turn comes. Within it the encoder is used as it is.
  /// - **Error** too many wait: an AuthenticationException, at once
  public <T> T inTurn(Supplier<T> work) {
    if (!inside.tryAcquire()) {
      throw new TooMany();
    }
    long began = System.nanoTime();
    try {
      hashing.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        hashing.release();
      }
    } finally {
      inside.release();
      lastNanos.set(System.nanoTime() - began);
    }
  }

  /// Takes as long as the last password took, and nothing of the machine: whoever must wait anyway
  /// is to learn nothing by the time.
  /// - **Error** too many wait: an AuthenticationException, at once
  void inVain() {
    if (!vain.tryAcquire()) {
      throw new TooMany();
    }
    try {
      TimeUnit.NANOSECONDS.sleep(lastNanos.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      vain.release();
    }
  }
}
