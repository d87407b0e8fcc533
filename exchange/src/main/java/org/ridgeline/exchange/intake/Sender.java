package org.ridgeline.exchange.intake;

import java.util.function.Predicate;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;

/// Whose door a submission came through, and how the answers go back.
/// - **Shape** `mayName`: whether it may send under an ORI
record Sender(Agency agency, Channel channel, Predicate<String> mayName) {}
