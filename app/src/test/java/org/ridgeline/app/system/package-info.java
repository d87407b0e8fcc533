/// The whole system over real parts: managed PostgreSQL, HTTP, child processes, files.
@NullMarked
package org.ridgeline.app.system;

import org.jspecify.annotations.NullMarked;
