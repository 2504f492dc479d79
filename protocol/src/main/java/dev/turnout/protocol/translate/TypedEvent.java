package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnout.protocol.json.JsonWriter;
import java.io.ByteArrayOutputStream;

/** Writes an event whose name and the type in its data are the same, as some dialects have them. */
public final class TypedEvent {

    private static final byte[] EVENT = "event: ".getBytes(US_ASCII);
    private static final byte[] DATA = "\ndata: ".getBytes(US_ASCII);
    private static final byte[] END = "\n\n".getBytes(US_ASCII);

    private TypedEvent() {}

    /** Begins one; its data is an object that holds the type, and is to be filled. */
    public static JsonWriter begin(String type, ByteArrayOutputStream out) {
        out.writeBytes(EVENT);
        out.writeBytes(type.getBytes(US_ASCII));
        out.writeBytes(DATA);
        return new JsonWriter(out).startObject().field("type", type);
    }

    /** Ends it. */
    public static void end(JsonWriter json, ByteArrayOutputStream out) {
        json.endObject().finish();
        out.writeBytes(END);
    }
}
