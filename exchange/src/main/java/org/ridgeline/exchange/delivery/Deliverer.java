package org.ridgeline.exchange.delivery;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.vocabulary.Ori;

/// Brings answers to agencies that do not only fetch: into the outbound folder, or to the callback.
/// Tries until the agency's side has taken it; the tries are on the delivery's row.
///
/// A callback is a POST of the transaction's bytes with the headers `Ridgeline-Control` and
/// `Ridgeline-Answer`; any 2xx acknowledges. The same answer may come twice, under the same
/// `Ridgeline-Answer`, when a crash falls between the agency's 2xx and our note of it.
public final class Deliverer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Deliverer.class.getName());
  private static final int DELIVERIES_MAX = 8;
  private static final int LOOK_AGAIN_MS = 1000;

  private final AnswerStore answers;
  private final AgencyStore agencies;
  private final OutboundFolder outbound;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Limits.CALLBACK_TIMEOUT).build();
  private final ExecutorService steps = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(DELIVERIES_MAX);
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean closed;

  public Deliverer(AnswerStore answers, AgencyStore agencies, Path outboundRoot) {
    this.answers = answers;
    this.agencies = agencies;
    outbound = new OutboundFolder(outboundRoot);
  }

  /// Begins to deliver.
  public void start() {
    Thread.ofVirtual().name("deliverer").start(this::loop);
  }

  /// Says that there may be answers.
  public void wake() {
    wake.release();
  }

  private void loop() {
    while (!closed) {
      try {
        for (var delivery : answers.deliveryWork(running.size() + DELIVERIES_MAX)) {
          begin(delivery);
        }
        if (wake.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.log(Level.WARNING, "looking for deliveries", e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(AnswerStore.Delivery delivery) {
    if (running.contains(delivery.answerId()) || !places.tryAcquire()) {
      return;
    }
    running.add(delivery.answerId());
    steps.execute(() -> {
      try {
        deliver(delivery);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "delivery of answer " + delivery.answerId(), e);
      } finally {
        running.remove(delivery.answerId());
        places.release();
      }
    });
  }

  private void deliver(AnswerStore.Delivery delivery) {
    try {
      Answer answer = answers.byId(delivery.answerId()).orElseThrow();
      Agency agency = agencies.ofOri(new Ori(delivery.agencyOri())).orElseThrow();
      switch (delivery.channel()) {
        case FOLDER -> outbound.write(agency, answer);
        case CALLBACK -> post(agency.callback().orElseThrow(), answer);
        case FETCH -> throw new IllegalStateException("an answer to fetch is not delivered");
      }
      answers.acknowledged(delivery.answerId());
    } catch (IOException e) {
      String said = e.getMessage() == null ? e.toString() : e.getMessage();
      answers.failed(delivery.answerId(), said, Limits.retryAfter(delivery.attempts() + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(URI callback, Answer answer) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(callback)
            .timeout(Limits.CALLBACK_TIMEOUT)
            .header("Content-Type", "application/octet-stream")
            .header("Ridgeline-Control", answer.control())
            .header("Ridgeline-Answer", answer.answerId().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(answer.bytes()))
            .build();
    HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(callback + " answered " + response.statusCode() + ", expected 2xx");
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    steps.shutdownNow();
    http.shutdownNow();
  }
}
