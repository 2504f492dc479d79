package dev.turnout.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** The modules as the root's pom lists them, the lowest first. */
final class Modules {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Modules() {}

    static Stream<String> all() {
        var names = read(ROOT.resolve("pom.xml")).getElementsByTagName("module");
        return IntStream.range(0, names.getLength())
                .mapToObj(i -> names.item(i).getTextContent().strip());
    }

    static List<String> below(String module) {
        return all().takeWhile(it -> !it.equals(module)).toList();
    }

    static Document pom(String module) {
        return read(ROOT.resolve(module).resolve("pom.xml"));
    }

    /** Where a module's classes are; of one above this module they may not be built yet. */
    static Path classes(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }

    private static Document read(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (Exception e) {
            throw new AssertionError(pom + " cannot be read", e);
        }
    }
}
