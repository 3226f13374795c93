package org.ruhu.tools.dataset.parquet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.ruhu.tools.dataset.Formats;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;

/** The columns of a file, as its writer needs them and as its end tells them. */
final class Schema {

    private static final int VERSION = 1;

    private final Table table;
    private final MessageType message;

    Schema(Table table) {
        this.table = table;
        this.message = new MessageType(table.name(), table.variables().stream()
                .<org.apache.parquet.schema.Type>map(variable -> column(variable.type(), variable.name())).toList());
    }

    MessageType message() {
        return message;
    }

    private static PrimitiveType column(ValueType type, String name) {
        return switch (type) {
            case TEXT, CODE, CODES -> Types.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType()).named(name);
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case DATE -> Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
            case DATETIME -> Types.optional(PrimitiveTypeName.INT64).as(LogicalTypeAnnotation.timestampType(true,
                    LogicalTypeAnnotation.TimeUnit.MILLIS)).named(name);
        };
    }

    /** The same type by its name in the file format. */
    static Type named(PrimitiveTypeName type) {
        return type == PrimitiveTypeName.BINARY ? Type.BYTE_ARRAY : Type.valueOf(type.name());
    }

    private static SchemaElement element(ValueType type, String name) {
        SchemaElement element = new SchemaElement(name).setRepetition_type(FieldRepetitionType.OPTIONAL);
        return switch (type) {
            case TEXT, CODE, CODES -> element.setType(Type.BYTE_ARRAY).setConverted_type(ConvertedType.UTF8)
                    .setLogicalType(LogicalType.STRING(new StringType()));
            case INTEGER -> element.setType(Type.INT64);
            case NUMBER -> element.setType(Type.DOUBLE);
            case BOOLEAN -> element.setType(Type.BOOLEAN);
            case DATE -> element.setType(Type.INT32).setConverted_type(ConvertedType.DATE)
                    .setLogicalType(LogicalType.DATE(new DateType()));
            case DATETIME -> element.setType(Type.INT64).setConverted_type(ConvertedType.TIMESTAMP_MILLIS)
                    .setLogicalType(LogicalType.TIMESTAMP(new TimestampType(true,
                            TimeUnit.MILLIS(new MilliSeconds()))));
        };
    }

    /** The end of the file: where its parts are and what they mean. */
    void footer(List<RowGroup> groups, long rows, OutputStream out) throws IOException {
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(new SchemaElement(table.name()).setNum_children(table.variables().size()));
        table.variables().forEach(variable -> elements.add(element(variable.type(), variable.name())));
        Util.writeFileMetaData(new FileMetaData(VERSION, elements, rows, groups).setCreated_by("ruhu")
                .setColumn_orders(Collections.nCopies(table.variables().size(),
                        ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())))
                .setKey_value_metadata(List.of(new KeyValue("ruhu.columns").setValue(meanings().toString()))), out);
    }

    private ArrayNode meanings() {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (Variable variable : table.variables()) {
            ObjectNode column = columns.addObject().put("name", variable.name()).put("type", variable.type().word());
            Formats.LANGUAGES.forEach(language ->
                    column.withObject("/label").put(language, variable.label(language)));
            if (!variable.unit().isEmpty()) {
                column.put("unit", variable.unit());
            }
            variable.list().ifPresentOrElse(list -> column.put("list", list), () -> variable.options()
                    .forEach(option -> option(column.withArray("options").addObject(), option)));
        }
        return columns;
    }

    private static void option(ObjectNode json, Option option) {
        json.put("value", option.value());
        Formats.LANGUAGES.forEach(language -> json.withObject("/label").put(language, option.label(language)));
    }
}
