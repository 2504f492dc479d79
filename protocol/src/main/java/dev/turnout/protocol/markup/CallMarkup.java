package dev.turnout.protocol.markup;

import dev.turnout.protocol.conversation.Tool;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one family of models marks calls. */
interface CallMarkup {

    List<Fence> fences();

    /**
     * The calls between the fences of one stretch; null where the text is none, or not whole, or a
     * tool is called that nobody declared.
     *
     * @param tools the declared tool by the name that a model calls it
     */
    @Nullable List<MarkedCall> calls(
            String inside, Function<String, Tool.@Nullable Function> tools);
}
