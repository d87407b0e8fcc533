package org.ridgeline.rest;

import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.OfficeStore.Office;
import org.ridgeline.exchange.submission.RepositoryName;

/// Who a bearer token speaks for.
public sealed interface Caller {
  /// A booking agency.
  record OfAgency(Agency agency) implements Caller {}

  /// A reviewing office.
  record OfOffice(Office office) implements Caller {}

  /// The owner of a repository.
  record OfOwner(RepositoryName repository) implements Caller {}
}
