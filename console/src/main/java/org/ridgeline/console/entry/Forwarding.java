package org.ridgeline.console.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What proxies said of a request: by RFC 7239's `Forwarded` or by the customary `X-Forwarded-*`,
/// one of them: what a proxy does not write it passes on as the client wrote it.
/// - **Shape** `senders` from the first to the last proxy's, as they wrote them; `scheme` and
///   `host` as the last proxy, ours, saw them
record Forwarding(List<String> senders, Optional<String> scheme, Optional<String> host) {
  /// Headers by which something in between may speak.
  static final Set<String> HEADERS =
      Set.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-proto",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-ssl",
          "x-forwarded-prefix",
          "x-real-ip");

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /// Whether any of them is there, trusted or not.
  static boolean isSaid(HttpServletRequest request) {
    return HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
  }

  static Forwarding of(HttpServletRequest request, boolean isStandard) {
    if (isStandard) {
      List<String> standard = values(request, "Forwarded");
      if (standard.isEmpty()) {
        return new Forwarding(List.of(), Optional.empty(), Optional.empty());
      }
      List<String> senders =
          standard.stream().map(one -> parameter(one, "for").orElse("unknown")).toList();
      return new Forwarding(
          senders,
          parameter(standard.getLast(), "proto").flatMap(Forwarding::scheme),
          parameter(standard.getLast(), "host"));
    }
    return new Forwarding(
        values(request, "X-Forwarded-For"),
        last(request, "X-Forwarded-Proto").flatMap(Forwarding::scheme),
        last(request, "X-Forwarded-Host"));
  }

  /// The client: the nearest of the senders who is no proxy of ours; whatever stands before them
  /// they could write themselves.
  /// - **Shape** `peer` who is connected to us, a trusted one
  String client(String peer, List<AddressRange> trusted) {
    String client = peer;
    for (String sender : senders.reversed()) {
      Optional<String> address = address(sender);
      if (address.isEmpty()) {
        return client;
      }
      client = address.get();
      String own = client;
      if (trusted.stream().noneMatch(range -> range.contains(own))) {
        return client;
      }
    }
    return client;
  }

  private static Optional<String> scheme(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(SCHEMES::contains);
  }

  /// An address without port and brackets; empty for names and what is unknown.
  private static Optional<String> address(String sender) {
    String bare = sender;
    if (bare.startsWith("[")) {
      bare = bare.substring(1, Math.max(1, bare.indexOf(']')));
    } else if (bare.indexOf(':') >= 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
      bare = bare.substring(0, bare.indexOf(':'));
    }
    String found = bare;
    boolean isAddress = AddressRange.ANY.stream().anyMatch(range -> range.contains(found));
    return isAddress ? Optional.of(bare) : Optional.empty();
  }

  private static Optional<String> last(HttpServletRequest request, String name) {
    List<String> all = values(request, name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private static List<String> values(HttpServletRequest request, String name) {
    List<String> values = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(name))) {
      for (String value : line.split(",")) {
        if (!value.isBlank()) {
          values.add(value.strip());
        }
      }
    }
    return values;
  }

  private static Optional<String> parameter(String element, String name) {
    for (String pair : element.split(";")) {
      int is = pair.indexOf('=');
      if (is > 0 && pair.substring(0, is).strip().equalsIgnoreCase(name)) {
        return Optional.of(pair.substring(is + 1).strip().replaceAll("^\"|\"$", ""));
      }
    }
    return Optional.empty();
  }
}
