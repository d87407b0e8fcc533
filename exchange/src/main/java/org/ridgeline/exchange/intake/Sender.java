package org.ridgeline.exchange.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;

/// Whose door a submission came through, and how the answers go back.
/// - **Shape** `mayName`: whether it may send under an ORI; `mayAsk`: for what; `mayCopyTo`: the
///   agencies to which copies of its answers may go, looked up where a card names any
record Sender(
    Agency agency,
    Channel channel,
    Predicate<String> mayName,
    Set<Service> mayAsk,
    Supplier<List<String>> mayCopyTo) {}
