package dev.orgbench.demo.formula;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * What the SQL of formulas calls and SQLite has not. Each gives NULL where an argument is NULL, and where there is no
 * answer: 30 February, a number that is none, what is out of all range.
 */
public final class FormulaFunctions {
    private static final int NULL = 5;

    private final Map<String, Entry> all = new LinkedHashMap<>();

    private record Entry(int arguments, Body body) {}

    /** A function's arguments, none of them NULL. */
    interface Arguments {
        String text(int index) throws SQLException;

        double number(int index) throws SQLException;

        /** Without what comes after the point. */
        int whole(int index) throws SQLException;
    }

    interface Body {
        @Nullable
        Object apply(Arguments arguments) throws SQLException;
    }

    private FormulaFunctions() {}

    /**
     * Adds them to a connection.
     *
     * @param clock what day it is; its zone is the user's
     */
    public static void install(Connection db, Clock clock) throws SQLException {
        FormulaFunctions functions = new FormulaFunctions();
        Numbers.addTo(functions);
        Texts.addTo(functions);
        Dates.addTo(functions, clock);
        for (Map.Entry<String, Entry> function : functions.all.entrySet()) {
            Entry entry = function.getValue();
            // What is told of the time is another thing each time.
            int flags = entry.arguments() == 0 ? 0 : Function.FLAG_DETERMINISTIC;
            Function.create(db, function.getKey(), new Strict(entry.body()), entry.arguments(), flags);
        }
    }

    /** Adds {@code formula_name}. */
    void add(String name, int arguments, Body body) {
        all.put("formula_" + name, new Entry(arguments, body));
    }

    private static final class Strict extends Function implements Arguments {
        private final Body body;

        Strict(Body body) {
            this.body = body;
        }

        @Override
        protected void xFunc() throws SQLException {
            for (int i = 0; i < args(); i++) {
                if (value_type(i) == NULL) {
                    result();
                    return;
                }
            }
            switch (value()) {
                case null -> result();
                case Double number when Double.isFinite(number) -> result(number.doubleValue());
                case Double _ -> result();
                case Boolean flag -> result(flag ? 1 : 0);
                case Object text -> result(text.toString());
            }
        }

        private @Nullable Object value() throws SQLException {
            try {
                return body.apply(this);
            } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
                return null;
            }
        }

        @Override
        public String text(int index) throws SQLException {
            return value_text(index);
        }

        @Override
        public double number(int index) throws SQLException {
            return value_double(index);
        }

        @Override
        public int whole(int index) throws SQLException {
            return (int) value_double(index);
        }
    }
}
