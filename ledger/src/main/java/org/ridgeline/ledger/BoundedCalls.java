package org.ridgeline.ledger;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls over HTTP whose answer is bounded in size and, its body included, in time: whoever answers
/// is not ours.
public final class BoundedCalls implements AutoCloseable {
  private static final int OK = 200;

  private final Duration patience;
  private final int bytesMax;
  private final HttpClient http;

  /// - **Limit** an answer longer than `bytesMax` or not whole after `patience` is a failure
  public BoundedCalls(Duration patience, int bytesMax) {
    this.patience = patience;
    this.bytesMax = bytesMax;
    http = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  /// The body of the answer.
  /// - **Error** none, one that is too slow or too long, or another status than 200: IOException
  ///   that says which
  public byte[] answered(HttpRequest request) throws IOException, InterruptedException {
    // A request's own timeout ends with the headers; the body may come a byte an hour.
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax));
    try {
      HttpResponse<byte[]> answer = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != OK) {
        throw new IOException(answer.statusCode() + " " + words(answer.body()));
      }
      return answer.body();
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + patience.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(said(e.getCause() == null ? e : e.getCause()), e);
    } finally {
      call.cancel(true);
    }
  }

  /// Of no connection the JDK says nothing but the kind.
  private static String said(Throwable cause) {
    if (cause instanceof ConnectException) {
      return "no connection to it (is it running, and does its name resolve here?)";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /// What somebody else wrote, fit for a log.
  private static String words(byte[] body) {
    String text =
        new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() > Limits.ANSWER_SAID_CHARS_MAX
        ? text.substring(0, Limits.ANSWER_SAID_CHARS_MAX)
        : text;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
