/// HTTP: submissions, answers, leads, imports; problem documents.
@NullMarked
package org.ridgeline.app.rest;

import org.jspecify.annotations.NullMarked;
