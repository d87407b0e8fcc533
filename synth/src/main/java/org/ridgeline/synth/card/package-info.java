/// Ten-print cards of fictional people as ANSI/NIST-ITL files, sound or broken in chosen ways.
/// - **Depends on** codec, synth.people, synth.print
@NullMarked
package org.ridgeline.synth.card;

import org.jspecify.annotations.NullMarked;
