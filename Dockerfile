# The images of Turnout. One of the five services, or all of them in one JVM:
#
#   docker build --build-arg SERVICE=gateway -t turnout-gateway:0.1.0 .
#
# SERVICE is gateway, routing, provider-adapter, config, search or standalone. The target `cli` is the command line, which
# makes client keys. Written for the classic builder as well as BuildKit; docs/containers.md says more.
ARG BUILDER=maven:3.9-eclipse-temurin-25
ARG RUNTIME=eclipse-temurin:25-jre

# --- The applications, compiled here unless the context brings them packaged.
FROM ${BUILDER} AS apps
WORKDIR /src
COPY . .
RUN set -eu; \
    services="gateway-service routing-service provider-adapter-service config-service search-service"; \
    if [ ! -e standalone/target/container/quarkus-run.jar ]; then \
      ./mvnw -q -B -ntp -Dquick -Dmaven.test.skip -Dquarkus.package.jar.type=aot-jar \
        -Dquarkus.package.output-directory=container -pl "standalone,cli,$(echo $services | tr ' ' ,)" -am package; \
    fi; \
    mkdir /apps; \
    for module in standalone $services; do cp -rp "$module/target/container" "/apps/${module%-service}"; done; \
    mkdir /apps/cli; \
    cp -rp cli/target/cli.jar cli/target/lib /apps/cli/; \
    chmod -R a+rX /apps

# --- The command line.
FROM ${RUNTIME} AS cli
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="turnout-cli" \
      org.opencontainers.image.description="Turnout's command line: client keys, configuration" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=apps /apps/cli/ /app/
# New volumes that are mounted here belong to whom the image runs as.
RUN install -d -m 0700 -o 10001 -g 10001 /var/lib/turnout \
      /secrets/service /secrets/keys /secrets/pepper /secrets/reasoning \
 && install -d -m 0750 -o 10001 -g 10001 /secrets/database
ENV TURNOUT_HOME=/var/lib/turnout
WORKDIR /app
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "cli.jar:lib/*", "dev.turnout.cli.Main"]

# --- A service.
FROM ${RUNTIME} AS server
ARG SERVICE=standalone
WORKDIR /app
COPY --from=apps /apps/${SERVICE}/ ./

# An AOT cache is of use only to a JVM with the flags that it was trained with: one file for both. Bytes on their way out
# lie beside the heap, and may come to as much as the heap by default: so both together must leave room for the rest.
RUN printf '%s\n' \
      -XX:+UseParallelGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=45 -XX:+ExitOnOutOfMemoryError \
      --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow >jvm.options \
 && printf '%s\n' '#!/bin/bash' \
      '# Whether the management port answers 200 at a path; bash alone, since images have no curl to rely on.' \
      'exec 3<>/dev/tcp/127.0.0.1/9000 && printf "GET %s HTTP/1.0\r\n\r\n" "${1:-/q/health/ready}" >&3' \
      'read -r _ status _ <&3 && [[ $status == 200 ]]' >healthy \
 && chmod 0755 healthy \
 && install -d -m 0700 -o 10001 -g 10001 /var/lib/turnout

# A container that is replaced comes back at another address: names are looked up anew after 5 s, and never on the
# threads that serve requests, as the JDK's own way would do.
ENV QUARKUS_VERTX_USE_ASYNC_DNS=true QUARKUS_VERTX_RESOLVER_CACHE_MAX_TIME_TO_LIVE=5

# From outside of the container; standalone would listen on its loopback address only.
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_MANAGEMENT_HOST=0.0.0.0

# The training run: no other service, no Redis and no PostgreSQL is there, and a service starts all the same. Its heap is
# small, since from 32 GB on (45 % of a big build machine) references have another size, which makes the cache useless.
# The last java says whether it is of use.
RUN set -eu; \
    export TURNOUT_HOME=/tmp/training; \
    mkdir "$TURNOUT_HOME"; \
    head -c 32 /dev/urandom | base64 >"$TURNOUT_HOME/service-secret"; \
    java @jvm.options -Xmx512m -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar >"$TURNOUT_HOME/log" 2>&1 & jvm=$!; \
    for _ in $(seq 240); do \
      ! ./healthy /q/health/live 2>/dev/null || break; \
      kill -0 $jvm 2>/dev/null || break; \
      sleep 0.5; \
    done; \
    ./healthy /q/health/live && ./healthy /q/metrics || { cat "$TURNOUT_HOME/log"; exit 1; }; \
    kill $jvm; \
    wait $jvm || true; \
    test -s app.aot || { cat "$TURNOUT_HOME/log"; exit 1; }; \
    java @jvm.options -XX:AOTCache=app.aot -XX:AOTMode=on -cp quarkus-run.jar -version; \
    rm -rf /tmp/*

ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="turnout-${SERVICE}" \
      org.opencontainers.image.description="Turnout: routes requests of coding clients to models" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"

# Snapshots, revisions and, in standalone, everything else. Beside it only /tmp is written to.
ENV TURNOUT_HOME=/var/lib/turnout
# Requests in flight are finished after SIGTERM; stop grace periods are longer than this.
ENV QUARKUS_SHUTDOWN_TIMEOUT=25s
VOLUME /var/lib/turnout
EXPOSE 9000
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["/app/healthy"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"]
