/** What Turnout is deployed by (images, Compose, Kubernetes, Prometheus), read as files. */
@NullMarked
package dev.turnout.manifests;

import org.jspecify.annotations.NullMarked;
