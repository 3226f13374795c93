package org.ruhu.forms.parameter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters known here. */
public final class Parameters {

    private final Map<String, Parameter> parameters;

    private Parameters(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    /** The tables on the class path, as listed in {@code parameters/index.json}; read once. */
    public static Parameters bundled() {
        return Bundled.PARAMETERS;
    }

    public static Parameters of(List<Parameter> parameters) {
        return new Parameters(Map.of()).with(parameters);
    }

    /**
     * Further parameters, and further values of known ones, which then come later than the values known before.
     *
     * @throws IllegalArgumentException when a known parameter would become one of another type
     */
    public Parameters with(List<Parameter> further) {
        Map<String, Parameter> all = new LinkedHashMap<>(parameters);
        further.forEach(parameter -> all.merge(parameter.name(), parameter, Parameters::joined));
        return new Parameters(all);
    }

    private static Parameter joined(Parameter known, Parameter further) {
        if (known.type() != further.type()) {
            throw new IllegalArgumentException(
                    known.name() + " is a " + known.type().word() + ", not a " + further.type().word());
        }
        return known.followedBy(further.values());
    }

    /** By name, in the order of the tables. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * What holds there and then: among the values valid on the day the one for the longest prefix of the area, of
     * several the newest.
     *
     * @param area a village, or any longer or shorter prefix of one
     */
    public Optional<Resolved> resolve(String name, String area, LocalDate day) {
        return parameter(name).flatMap(parameter -> parameter.value(area, day))
                .map(value -> new Resolved(value.value(), value.source(), value.area(), value.version()));
    }

    /** Read when first asked for. */
    private static final class Bundled {

        static final Parameters PARAMETERS = read();

        private static Parameters read() {
            List<String> problems = new ArrayList<>();
            Map<String, Parameter> all = new LinkedHashMap<>();
            for (String file : ParameterFile.index(resource("index.json"))) {
                for (Parameter parameter : ParameterFile.read(file, resource(file), problems)) {
                    if (all.put(parameter.name(), parameter) != null) {
                        problems.add(file + ": " + parameter.name() + " is in another file too");
                    }
                }
            }
            if (!problems.isEmpty()) {
                throw new ParameterProblem(problems);
            }
            return new Parameters(all);
        }

        private static byte[] resource(String file) {
            try (InputStream stream = Parameters.class.getResourceAsStream("/parameters/" + file)) {
                if (stream == null) {
                    throw new ParameterProblem(List.of("parameters/" + file + " is listed and not there"));
                }
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read parameters/" + file, e);
            }
        }
    }
}
