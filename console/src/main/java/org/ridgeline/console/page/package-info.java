/// What all pages of the console share: who looks and why, words, moments, refusals, paper.
@NullMarked
package org.ridgeline.console.page;

import org.jspecify.annotations.NullMarked;
