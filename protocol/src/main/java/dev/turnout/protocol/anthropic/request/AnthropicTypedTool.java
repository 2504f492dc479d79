package dev.turnout.protocol.anthropic.request;

import org.jspecify.annotations.Nullable;

/**
 * A tool that the client runs and that is declared by its type only, since Claude knows the rest:
 * for other models, what the documentation says of it.
 *
 * @param schema of its input, a JSON Schema as text
 */
record AnthropicTypedTool(String description, String schema) {

    private static final AnthropicTypedTool BASH =
            new AnthropicTypedTool(
                    "Run a command in a bash shell that keeps its state between calls.",
                    """
                    {"type":"object","properties":{
                    "command":{"type":"string","description":"The command to run. Needed unless \
                    restart is true."},
                    "restart":{"type":"boolean","description":"Start the shell anew."}}}""");

    private static final AnthropicTypedTool EDITOR =
            editor(
                    """
                    "view","create","str_replace","insert\"""",
                    "For str_replace: the text to put in its place.",
                    """
                    ,"insert_text":{"type":"string","description":"For insert: the text to \
                    insert."}""");

    /** Up to January 2025, insert took its text from {@code new_str}, and there was an undo. */
    private static final AnthropicTypedTool FORMER_EDITOR =
            editor(
                    """
                    "view","create","str_replace","insert","undo_edit\"""",
                    "For str_replace: the text to put in its place. For insert: the text to insert.",
                    "");

    private static final AnthropicTypedTool MEMORY =
            new AnthropicTypedTool(
                    "Keep notes in files below /memories, across conversations. Look there before"
                            + " you start a task.",
                    """
                    {"type":"object","properties":{
                    "command":{"type":"string",
                    "enum":["view","create","str_replace","insert","delete","rename"]},
                    "path":{"type":"string","description":"Path below /memories; for all but \
                    rename."},
                    "view_range":{"type":"array","items":{"type":"integer"},"description":"For \
                    view of a file: first and last line, counted from 1."},
                    "file_text":{"type":"string","description":"For create: the content of the \
                    file."},
                    "old_str":{"type":"string","description":"For str_replace: the text to \
                    replace, exact and found once."},
                    "new_str":{"type":"string","description":"For str_replace: the text to put in \
                    its place."},
                    "insert_line":{"type":"integer","description":"For insert: the line to insert \
                    behind; 0 for the beginning."},
                    "insert_text":{"type":"string","description":"For insert: the text to insert."},
                    "old_path":{"type":"string","description":"For rename: the path now."},
                    "new_path":{"type":"string","description":"For rename: the path then."}},
                    "required":["command"]}""");

    /** The tool of that type, for example {@code bash_20250124}; null where none is known. */
    static @Nullable AnthropicTypedTool of(String type) {
        return switch (type) {
            case "bash_20241022", "bash_20250124" -> BASH;
            case "text_editor_20250429", "text_editor_20250728" -> EDITOR;
            case "text_editor_20241022", "text_editor_20250124" -> FORMER_EDITOR;
            case "memory_20250818" -> MEMORY;
            default -> null;
        };
    }

    private static AnthropicTypedTool editor(String commands, String newText, String insertText) {
        return new AnthropicTypedTool(
                "View, create and edit text files.",
                """
                {"type":"object","properties":{
                "command":{"type":"string","enum":[%s]},
                "path":{"type":"string","description":"Path of the file; of a file or directory \
                for view."},
                "view_range":{"type":"array","items":{"type":"integer"},"description":"For view \
                of a file: first and last line, counted from 1; -1 is the last line of the file."},
                "file_text":{"type":"string","description":"For create: the content of the file."},
                "old_str":{"type":"string","description":"For str_replace: the text to replace, \
                exact and found once."},
                "new_str":{"type":"string","description":"%s"},
                "insert_line":{"type":"integer","description":"For insert: the line to insert \
                behind; 0 for the beginning."}%s},
                "required":["command","path"]}"""
                        .formatted(commands, newText, insertText));
    }
}
