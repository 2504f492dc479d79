package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The rules for where an image or a document comes from. */
record AnthropicSource(AnthropicFields fields, AnthropicBlock block) {

    private static final Set<String> OF_IMAGES = Set.of("base64", "url", "file");
    private static final Set<String> OF_DOCUMENTS =
            Set.of("base64", "text", "url", "content", "file");
    private static final Set<String> IMAGES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Set<String> DOCUMENTS = Set.of("application/pdf");
    private static final Set<String> TEXTS = Set.of("text/plain");

    void check() {
        var source = block.json().path("source");
        var place = block.field("source");
        if (!fields.object(source, place)) {
            return;
        }
        boolean image = block.is("image");
        var types = image ? OF_IMAGES : OF_DOCUMENTS;
        var type = source.path("type").asText();
        if (!types.contains(type)) {
            fields.noSuchType(source.path("type"), place, types);
            return;
        }
        var at = place + "." + type;
        switch (type) {
            case "base64" -> data(source, at, image ? IMAGES : DOCUMENTS);
            case "text" -> data(source, at, TEXTS);
            case "url" -> url(source, at);
            case "file" -> {
                fields.known(source, at, Set.of("type", "file_id"));
                fields.text(source.path("file_id"), at + ".file_id");
            }
            default -> fields.known(source, at, Set.of("type", "content"));
        }
    }

    private void data(JsonNode source, String place, Set<String> media) {
        fields.known(source, place, Set.of("type", "media_type", "data"));
        if (fields.text(source.path("media_type"), place + ".media_type")) {
            fields.oneOf(media, source.path("media_type"), place + ".media_type");
        }
        if (fields.text(source.path("data"), place + ".data")
                && source.path("data").textValue().isEmpty()) {
            fields.wrong(place + ".data", "String should have at least 1 character");
        }
    }

    /** What has its bytes in its URL is no URL here. */
    private void url(JsonNode source, String place) {
        fields.known(source, place, Set.of("type", "url"));
        if (fields.text(source.path("url"), place + ".url")
                && !source.path("url").textValue().startsWith("http")) {
            fields.wrong(place + ".url", "Input should be a valid URL");
        }
    }
}
