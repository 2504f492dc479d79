package dev.turnout.protocol.fuzz;

/**
 * Where Jazzer, a fuzzer that is led by coverage, comes in; see {@code .ci/fuzz}. The system
 * property {@code turnout.target} names the target.
 */
public final class JazzerEntry {

    private static final String NAME = System.getProperty("turnout.target", "sse");

    private static final FuzzTarget TARGET =
            FuzzTarget.all().stream()
                    .filter(target -> target.name().equals(NAME))
                    .findFirst()
                    .orElseThrow();

    private JazzerEntry() {}

    /** Prints the names of all targets. */
    public static void main(String[] none) {
        FuzzTarget.all().forEach(System.out::println);
    }

    /** Called for each input; whatever it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.take().accept(input);
    }
}
