package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingsTest {

    private final FakeProvider provider = FakeProvider.start();
    private final Client client = Client.of(provider);

    @AfterEach
    void close() {
        client.close();
        provider.close();
    }

    @Test
    void eachTextHasAVectorOfItsOwn() throws Exception {
        // When
        var answer = ask("\"input\":[\"one\",\"two\",\"one\"]");

        // Then
        assertThat(answer.path("object").asText()).isEqualTo("list");
        assertThat(answer.path("model").asText()).isEqualTo("embedding-fake-1");
        assertThat(answer.at("/data/2/object").asText()).isEqualTo("embedding");
        assertThat(answer.at("/data/2/index").asInt()).isEqualTo(2);
        assertThat(answer.at("/data/2/embedding")).isEqualTo(answer.at("/data/0/embedding"));
        assertThat(answer.at("/data/1/embedding")).isNotEqualTo(answer.at("/data/0/embedding"));
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(3);
        assertThat(answer.at("/usage/total_tokens").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"one\"'              | 1",
                "'[\"one\"]'            | 1",
                "'[1, 2, 3]'            | 1",
                "'[[1, 2], [3]]'        | 2"
            })
    void inputIsTextOrTokensOneOrSeveral(String input, int vectors) throws Exception {
        // When
        var answer = ask("\"input\":" + input);

        // Then
        assertThat(answer.path("data")).hasSize(vectors);
    }

    @Test
    void base64HoldsTheSameNumbers() throws Exception {
        // Given
        var numbers = ask("\"input\":\"one\"").at("/data/0/embedding");

        // When
        var base64 =
                ask("\"input\":\"one\",\"encoding_format\":\"base64\"").at("/data/0/embedding");

        // Then
        var floats =
                ByteBuffer.wrap(Base64.getDecoder().decode(base64.textValue()))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        assertThat(floats.remaining()).isEqualTo(8);
        for (int i = 0; i < 8; i++) {
            assertThat(floats.get(i)).isEqualTo(numbers.get(i).floatValue());
        }
    }

    @Test
    void vectorsAreAsLongAsAskedAndOfUnitLength() throws Exception {
        // When
        var vector = ask("\"input\":\"one\",\"dimensions\":16").at("/data/0/embedding");

        // Then
        double square = 0;
        for (var number : vector) {
            square += number.asDouble() * number.asDouble();
        }
        assertThat(vector).hasSize(16);
        assertThat(square).isCloseTo(1, within(1e-5));
    }

    @Test
    void aScriptThatFailsFailsHereToo() throws Exception {
        // When
        var response =
                client.post("/v1/embeddings", "{\"model\":\"fake-status-503\",\"input\":\"one\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Client.json(response).at("/error/type").asText()).isEqualTo("server_error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json                                               | parse the JSON",
                "{'input':'one'}                                       | model",
                "{'model':'m'}                                         | input",
                "{'model':'m','input':''}                              | '$.input' is invalid",
                "{'model':'m','input':[]}                              | '$.input' is invalid",
                "{'model':'m','input':['one','']}                      | '$.input' is invalid",
                "{'model':'m','input':{'text':'one'}}                  | '$.input' is invalid",
                "{'model':'m','input':'one','encoding_format':'int8'}  | int8",
                "{'model':'m','input':'one','dimensions':0}            | dimensions",
                "{'model':'m','input':'one','input_type':'query'}      | input_type"
            },
            quoteCharacter = '`')
    void whatTheVendorRefusesIsRefused(String body, String words) throws Exception {
        // When
        var response = client.post("/v1/embeddings", body.replace('\'', '"'));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).at("/error/message").asText()).contains(words);
    }

    private JsonNode ask(String fields) throws Exception {
        var body = "{\"model\":\"embedding-fake-1\"," + fields + "}";
        return Client.json(client.post("/v1/embeddings", body));
    }
}
