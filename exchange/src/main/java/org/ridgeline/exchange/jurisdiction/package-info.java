/// The register of jurisdictions: which county, state or territory takes part in the second search,
/// since when, on what legal basis, after which checklist and public notice, and who changed what.
/// Agencies take part by rows of their own, which a wave begins and an end closes.
@NullMarked
package org.ridgeline.exchange.jurisdiction;

import org.jspecify.annotations.NullMarked;
