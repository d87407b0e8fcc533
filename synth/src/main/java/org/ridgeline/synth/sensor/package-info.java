/// Sensors, and what they make of one finger touched again and again.
///
/// A series of prints is taken by one sensor: its ground, contrast, noise and window. Each finger
/// has skin of its own (dry or wet, worn, creased), each touch a place, a turn, a bend, a pressure.
/// With every print comes the truth: where each of its pixels lies on the finger.
/// - **Depends on** print, vocabulary
/// - **Rule** all chance by seed, [StrictMath] and a fixed order: the same bytes on every machine
@NullMarked
package org.ridgeline.synth.sensor;

import org.jspecify.annotations.NullMarked;
