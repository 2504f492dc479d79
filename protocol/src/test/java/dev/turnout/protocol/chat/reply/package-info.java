@NullMarked
package dev.turnout.protocol.chat.reply;

import org.jspecify.annotations.NullMarked;
