package org.ridgeline.exchange.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.outbox.Fatal;
import org.ridgeline.outbox.Shares;
import org.ridgeline.outbox.WorkLoop;
import org.ridgeline.vocabulary.Ori;

/// Brings answers to agencies that do not only fetch: into the outbound folder, or to the callback.
/// Tries until the agency's side has taken it; the tries are on the delivery's row.
///
/// A callback is a POST of the transaction's bytes with the headers `Ridgeline-Control` and
/// `Ridgeline-Answer`; any 2xx acknowledges. The same answer may come twice, under the same
/// `Ridgeline-Answer`, when a crash falls between the agency's 2xx and our note of it.
public final class Deliverer implements AutoCloseable {
  private static final int DELIVERIES_MAX = 8;

  /// Of one agency: an agency that never answers holds up its own answers only.
  private static final int DELIVERIES_OF_ONE_MAX = 2;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final AnswerStore answers;
  private final AgencyStore agencies;
  private final OutboundFolder outbound;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Limits.CALLBACK_TIMEOUT).build();
  private final WorkLoop loop = new WorkLoop("deliverer", LOOK_AGAIN, this::look);
  private final Semaphore places = new Semaphore(DELIVERIES_MAX);

  /// Folders do not wait behind callbacks.
  private final Semaphore folders = new Semaphore(DELIVERIES_OF_ONE_MAX);

  private final Shares shares = new Shares(loop, DELIVERIES_OF_ONE_MAX);

  public Deliverer(AnswerStore answers, AgencyStore agencies, Path outboundRoot) {
    this.answers = answers;
    this.agencies = agencies;
    outbound = new OutboundFolder(outboundRoot);
  }

  /// Begins to deliver.
  public void start() {
    loop.start();
  }

  /// Says that there may be answers.
  public void wake() {
    loop.wake();
  }

  private void look() {
    for (var delivery : answers.deliveryWork(loop.underWay() + DELIVERIES_MAX)) {
      Semaphore free = delivery.channel() == Channel.FOLDER ? folders : places;
      Object key = delivery.answerId() + " " + delivery.agencyOri();
      shares.begin(delivery.agencyOri(), key, free, () -> deliver(delivery));
    }
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
      answers.acknowledged(delivery.answerId(), delivery.agencyOri());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      Fatal.check(e);
      // Whatever it fails of, it is counted and waits longer each time.
      String said = e.getMessage() == null ? e.toString() : e.getMessage();
      answers.failed(delivery, said, WorkLoop.retryAfter(delivery.attempts() + 1));
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
    // Whatever is in the body is not waited for: the status is the answer.
    HttpResponse<Void> response = http.send(request, _ -> new NoBody());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(callback + " answered " + response.statusCode() + ", expected 2xx");
    }
  }

  /// Hangs up where a body begins.
  private static final class NoBody implements HttpResponse.BodySubscriber<Void> {
    private final CompletableFuture<Void> body = new CompletableFuture<>();

    @Override
    public CompletionStage<Void> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
      body.complete(null);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {}

    @Override
    public void onError(Throwable throwable) {
      body.complete(null);
    }

    @Override
    public void onComplete() {
      body.complete(null);
    }
  }

  @Override
  public void close() {
    loop.close();
    http.shutdownNow();
  }
}
