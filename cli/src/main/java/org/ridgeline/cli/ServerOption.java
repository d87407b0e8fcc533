package org.ridgeline.cli;

import picocli.CommandLine.Option;

/// The running server a command calls, and as whom.
final class ServerOption {
  @Option(names = "--url", required = true, description = "base URL of a running server")
  private String url;

  @Option(
      names = "--token",
      required = true,
      description = "the caller's token, as its add command printed it")
  private String token;

  ApiClient client() {
    return new ApiClient(url, token);
  }
}
