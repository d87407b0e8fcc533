/// Pages of officers, approvers and supervisors: the queue, a case and its ends, policy.
@NullMarked
package org.ridgeline.console.cases;

import org.jspecify.annotations.NullMarked;
