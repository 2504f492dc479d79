package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a message or of reasoning, as it stands in its item.
 *
 * @param type {@code output_text}, {@code refusal}, {@code summary_text} or {@code reasoning_text}
 * @param citations of pages on the web
 */
record ResponsesPart(String type, String text, List<Hit> citations) {

    private static final String CITATION = "url_citation";

    /** Reads an array of parts; one that is none has none. */
    static List<ResponsesPart> all(JsonScan scan) {
        var parts = new ArrayList<ResponsesPart>(1);
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                parts.add(read(scan));
            }
        }
        return parts;
    }

    /** Reads an array of sources or annotations; those that are no pages are passed over. */
    static List<Hit> pages(JsonScan scan) {
        var pages = new ArrayList<Hit>(0);
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                page(scan, pages);
            }
        }
        return pages;
    }

    boolean isRefusal() {
        return type.equals("refusal");
    }

    private static ResponsesPart read(JsonScan scan) {
        var type = "";
        var text = "";
        List<Hit> citations = List.of();
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> type = scan.string();
                    case "text", "refusal" -> text = scan.string();
                    case "annotations" -> citations = pages(scan);
                    default -> {}
                }
            }
        }
        return new ResponsesPart(type, text, citations);
    }

    private static void page(JsonScan scan, List<Hit> pages) {
        var type = CITATION;
        var title = "";
        var url = "";
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "title" -> title = scan.string();
                case "url" -> url = scan.string();
                default -> {}
            }
        }
        boolean page = type.equals(CITATION) || type.equals("url");
        var found = url;
        if (page && !url.isEmpty() && pages.stream().noneMatch(hit -> hit.url().equals(found))) {
            pages.add(new Hit(title.isBlank() ? url : title, url, null));
        }
    }
}
