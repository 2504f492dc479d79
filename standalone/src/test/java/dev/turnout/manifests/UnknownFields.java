package dev.turnout.manifests;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields that the API does not have: the model keeps them, where an API server refuses. */
final class UnknownFields {

    private static final String ASIDE = "additionalProperties";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** The paths of all unknown fields in a resource. */
    static List<String> of(Object resource) {
        var fields = new UnknownFields();
        fields.walk("", resource);
        return fields.found;
    }

    private void walk(String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, item) -> walk(path + "." + key, item));
            case Iterable<?> items -> {
                int index = 0;
                for (var item : items) {
                    walk(path + "[" + index++ + "]", item);
                }
            }
            default -> {
                if (value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")
                        && !value.getClass().isEnum()) {
                    properties(path, value);
                }
            }
        }
    }

    private void properties(String path, Object value) {
        try {
            for (var property :
                    Introspector.getBeanInfo(value.getClass()).getPropertyDescriptors()) {
                if (property.getReadMethod() != null && property.getWriteMethod() != null) {
                    property(path, property, value);
                }
            }
        } catch (IntrospectionException | ReflectiveOperationException e) {
            throw new AssertionError(path + " cannot be read", e);
        }
    }

    private void property(String path, PropertyDescriptor property, Object value)
            throws ReflectiveOperationException {
        var content = property.getReadMethod().invoke(value);
        if (!property.getName().equals(ASIDE)) {
            walk(path + "." + property.getName(), content);
        } else if (content instanceof Map<?, ?> unknown) {
            unknown.keySet().forEach(key -> found.add(path + "." + key));
        }
    }
}
