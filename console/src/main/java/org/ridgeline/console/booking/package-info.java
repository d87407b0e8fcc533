/// Pages of operators: submissions with their prints, searches and answers, and leads.
@NullMarked
package org.ridgeline.console.booking;

import org.jspecify.annotations.NullMarked;
