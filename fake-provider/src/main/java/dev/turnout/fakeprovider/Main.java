package dev.turnout.fakeprovider;

/**
 * Runs a fake provider as a process of its own until it is ended: all vendors at one address, each
 * on his paths.
 */
public final class Main {

    private Main() {}

    /**
     * Starts on {@code --port N} (0, or none: a free one), prints one line with the address when it
     * takes requests, and remembers none, so that it can run for days.
     */
    public static void main(String[] args) {
        if (args.length != 0 && !(args.length == 2 && args[0].equals("--port"))) {
            System.err.println("usage: fake-provider [--port N]");
            System.exit(2);
        }
        int port = args.length == 0 ? 0 : Integer.parseInt(args[1]);
        // The server's threads keep the process alive.
        var provider = FakeProvider.start(port, 0);
        System.out.println("fake provider is ready on " + provider.url());
    }
}
