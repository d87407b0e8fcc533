/// `evaluate`, `bench` and `synth`: measuring, and fictional data.
@NullMarked
package org.ridgeline.cli.lab;

import org.jspecify.annotations.NullMarked;
