package dev.turnout.search.domain;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.kit.log.RequestLog;
import java.util.regex.Pattern;

/**
 * One entry of a list of domains, as Anthropic's web search tool reads it: {@code example.com} is
 * the host and all below it, {@code docs.example.com} not the one above; a path narrows it to pages
 * below that path, and may hold one {@code *}.
 *
 * @param host in lower case and ASCII
 * @param path empty, or with a slash in front and none at the end
 */
public record DomainRule(String host, String path) {

    private static final int LONGEST = 512;
    private static final Pattern SHAPE = Pattern.compile("([^/:?#@\\\\\\s*]+)(/[^?#\\\\\\s]*)?");

    /** Reads an entry; a problem {@code INVALID_REQUEST} that says how it has to look. */
    static DomainRule of(String written) {
        var parts = SHAPE.matcher(written);
        if (written.length() > LONGEST || !parts.matches()) {
            throw refused(written);
        }
        var path = parts.group(2) == null ? "" : parts.group(2);
        if (path.indexOf('*') != path.lastIndexOf('*')) {
            throw refused(written);
        }
        var host = WebAddress.host(parts.group(1)).orElseThrow(() -> refused(written));
        return new DomainRule(
                host, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static ProblemException refused(String written) {
        return Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "\"%s\" is no domain to search in: write example.com or example.com/blog, without https://, and * at most once and only in the path."
                                .formatted(RequestLog.printable(written)))
                .asException();
    }

    boolean covers(WebAddress page) {
        return coversHost(page.host()) && coversPath(page.path());
    }

    private boolean coversHost(String actual) {
        return actual.equals(host) || actual.endsWith("." + host);
    }

    private boolean coversPath(String actual) {
        int star = path.indexOf('*');
        if (star < 0) {
            return actual.startsWith(path) && segmentEnds(actual, path.length());
        }
        var before = path.substring(0, star);
        var behind = path.substring(star + 1);
        if (!actual.startsWith(before)) {
            return false;
        }
        for (int at = actual.indexOf(behind, star); at >= 0; at = actual.indexOf(behind, at + 1)) {
            if (behind.isEmpty() || segmentEnds(actual, at + behind.length())) {
                return true;
            }
        }
        return false;
    }

    /** So that {@code /blog} does not cover {@code /blogger}. */
    private static boolean segmentEnds(String path, int at) {
        return at == path.length() || path.charAt(at) == '/';
    }

    /** The operator that search engines know; wider than the rule where that has a {@code *}. */
    String operator() {
        int star = path.indexOf('*');
        var known = star < 0 ? path : path.substring(0, path.lastIndexOf('/', star));
        return "site:" + host + known;
    }

    @Override
    public String toString() {
        return host + path;
    }
}
