@NullMarked
package dev.turnout.protocol.chat.request;

import org.jspecify.annotations.NullMarked;
