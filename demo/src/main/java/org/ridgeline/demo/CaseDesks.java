package org.ridgeline.demo;

import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseExhibits;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.determination.SigningDesk;
import org.springframework.stereotype.Component;

/// The desks at which the demo's staff works on cases.
@Component
record CaseDesks(
    CaseDesk desk,
    CaseExhibits exhibits,
    CaseQueue queue,
    EvidenceDesk evidence,
    SigningDesk signing,
    Shelf shelf) {}
