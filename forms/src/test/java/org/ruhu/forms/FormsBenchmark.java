package org.ruhu.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CPU and memory of judging one household of four, and one interview of a form of 500 questions, beside a general JSON
 * Schema validator and the parsing of the same bytes. Run as the README says; prints tables and asserts nothing.
 */
public final class FormsBenchmark {

    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 1_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static Object sink;

    private FormsBenchmark() {}

    public static void main(String[] args) throws Exception {
        for (FormVersion form : Catalogue.bundled().forms()) {
            if (form.id().name().equals("household-census")) {
                Example household = Example.of(form.id(), "base");
                print(form, household.given(), Context.of(household.context()));
            }
        }
        print(LargeForm.FORM, LargeForm.answers(), Context.none());
    }

    private static void print(FormVersion form, Answers answers, Context context) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        byte[] bytes = mapper.writeValueAsBytes(answers.values());
        Oracle general = Oracle.of(form.standalone());

        Map<String, Supplier<Object>> work = new LinkedHashMap<>();
        work.put("parse " + bytes.length + " bytes of JSON", () -> parsed(mapper, bytes));
        work.put("schema, json-schema-validator", () -> general.errors(answers.values()));
        work.put("schema, compiled here", () -> form.misfits(answers));
        work.put("relevance and calculations", () -> form.interview(answers, context));
        work.put("  and " + form.checks().size() + " checks", () -> form.confront(answers, context));
        work.put("schema and all checks", () -> form.misfits(answers).size() + form.confront(answers, context).size());
        work.put("what is sent (cleaned)", () -> form.interview(answers, context).cleaned());
        work.put("canonical text of the answers", () -> Canonical.text(answers.values()));
        work.put("  and its digest", () -> Canonical.digest(answers.values()));

        System.out.printf("%n%s, %d questions, %d rosters, %d bytes of answers%n", form.id(), form.questions().size(),
                form.rosters().size(), bytes.length);
        System.out.printf("%-36s %12s %12s%n", "", "CPU us/op", "bytes/op");
        work.forEach(FormsBenchmark::measure);
    }

    private static Object parsed(ObjectMapper mapper, byte[] bytes) {
        try {
            return mapper.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best of several rounds: what disturbs a round only makes it slower. */
    private static void measure(String name, Supplier<Object> work) {
        double best = Double.MAX_VALUE;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long operations = 0;
            long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            long cpu = THREADS.getCurrentThreadCpuTime();
            long end = System.nanoTime() + ROUND_NANOS;
            while (System.nanoTime() < end) {
                for (int i = 0; i < 50; i++) {
                    sink = work.get();
                }
                operations += 50;
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - cpu) / 1000.0 / operations);
            bytes = (THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated) / operations;
        }
        System.out.printf("%-36s %12.1f %12d%n", name, best, bytes);
    }
}
