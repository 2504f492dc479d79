package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final String QUERY = "/search?q=z%C3%BCrich+weather&format=json";

    private final FakeProvider provider = FakeProvider.start();
    private final Client client = Client.of(provider);

    @AfterEach
    void close() {
        client.close();
        provider.close();
    }

    @Test
    void usuallyThereAreFiveHitsAndAlwaysTheSame() throws Exception {
        // When
        var response = client.get(QUERY);

        // Then
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        var page = Client.json(response);
        assertThat(page.path("query").asText()).isEqualTo("zürich weather");
        assertThat(page.path("results")).hasSize(5);
        assertThat(page.at("/results/0/title").asText()).isEqualTo("Result 1 for zürich weather");
        assertThat(page.at("/results/0/url").asText()).isEqualTo("https://example.com/result/1");
        assertThat(page.at("/results/4/content").asText())
                .isEqualTo("What page 5 says of zürich weather.");
        assertThat(client.get(QUERY).body()).isEqualTo(response.body());
    }

    @Test
    void aScriptDecidesWhatIsFound() throws Exception {
        // Given
        provider.answerSearch(
                request ->
                        SearchPage.of(
                                request,
                                List.of(new Hit("A title", "https://a.example/", "Some words."))));

        // When
        var page = Client.json(client.get(QUERY));

        // Then
        assertThat(page.path("results")).hasSize(1);
        assertThat(page.at("/results/0/title").asText()).isEqualTo("A title");
        assertThat(page.at("/results/0/url").asText()).isEqualTo("https://a.example/");
        assertThat(page.at("/results/0/content").asText()).isEqualTo("Some words.");
        assertThat(page.at("/results/0/engines/0").asText()).isEqualTo("fake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=x", "/search?q=x&format=html", "/search?q=x&format=csv"})
    void asInstalledItRefusesOtherFormats(String path) throws Exception {
        // When
        var response = client.get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?format=json", "/search?q=+&format=json"})
    void nothingIsNotSearched(String path) throws Exception {
        // When
        var response = client.get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).path("error").asText()).isEqualTo("No query");
    }

    @Test
    void aScriptCanFail() throws Exception {
        // Given
        provider.answerSearch(request -> new Answer.Html(429));

        // When
        var response = client.get(QUERY);

        // Then
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).asString(StandardCharsets.UTF_8).contains("<html>");
    }

    @Test
    void aLateAnswerIsStillThatAnswer() throws Exception {
        // Given
        provider.answerSearch(
                request -> new Answer.Late(Duration.ofMillis(5), SearchPage.usual(request)));

        // When
        var page = Client.json(client.get(QUERY));

        // Then
        assertThat(page.path("results")).hasSize(5);
    }

    @Test
    void aClientThatDoesNotWaitForALateAnswerIsSeen() throws Exception {
        // Given
        var hour = Duration.ofHours(1);
        provider.answerSearch(request -> new Answer.Late(hour, new Answer.Html(200)));
        var received = provider.next(request -> request.path().equals("/search"));
        var waiting =
                client.http()
                        .sendAsync(
                                HttpRequest.newBuilder(provider.url().resolve(QUERY)).build(),
                                HttpResponse.BodyHandlers.discarding());
        var request = received.get(5, TimeUnit.SECONDS);

        // When
        waiting.cancel(true);

        // Then
        assertThat(request.clientLeft().get(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(request.sent()).isEmpty();
    }
}
