package dev.turnout.acceptance.stack;

/** The configuration's file, whose writing is the push. */
final class ConfigFile {

    private final Home home;
    private final ControlPlane controlPlane;
    private String written;

    ConfigFile(Home home, String document, ControlPlane controlPlane) {
        this.home = home;
        this.written = document;
        this.controlPlane = controlPlane;
    }

    long push(String document) {
        long revision = controlPlane.status().revision();
        if (!document.equals(written)) {
            home.write(document);
            written = document;
            revision++;
        }
        return controlPlane.awaitApplied(revision);
    }

    void awaitApplied() {
        controlPlane.awaitApplied(controlPlane.status().revision());
    }
}
