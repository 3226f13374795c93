package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;
import java.util.stream.Stream;

/** A general JSON Schema validator that knows nothing of forms, with format as an assertion. */
final class Oracle {

    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keywords(Stream.of("x-question", "x-sections", "x-checks", "x-context", "x-unit")
                    .map(NonValidationKeyword::new).toList()).build();

    private final Schema schema;

    private Oracle(Schema schema) {
        this.schema = schema;
    }

    static Oracle of(JsonNode schema) {
        return new Oracle(SchemaRegistry.withDefaultDialect(DIALECT).getSchema(schema.toString(), InputFormat.JSON));
    }

    /** What says whether a JSON Schema is one. */
    static Oracle ofSchemas() {
        return of(FormSource.json("{'$ref': 'https://json-schema.org/draft/2020-12/schema'}"));
    }

    List<Error> errors(JsonNode json) {
        return schema.validate(json, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
