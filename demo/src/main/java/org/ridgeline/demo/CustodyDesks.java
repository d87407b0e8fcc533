package org.ridgeline.demo;

import org.ridgeline.casework.custody.CaseClosing;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.ReferralDesk;
import org.springframework.stereotype.Component;

/// The desks at which the demo's staff follows custody.
@Component
record CustodyDesks(
    CustodyDesk desk, FacilityRegister facilities, ReferralDesk referrals, CaseClosing closing) {}
