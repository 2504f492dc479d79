/** Takes calls, from this process or over the data hop, and starts what each of them asks for. */
@NullMarked
package dev.turnout.adapter.call;

import org.jspecify.annotations.NullMarked;
