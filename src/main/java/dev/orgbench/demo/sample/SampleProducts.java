package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the company sells: products, the standard price book and one for partners, and the lines of deals. */
final class SampleProducts {
    private static final double PARTNER_PRICE = 0.85;
    /** Amounts are whole steps, so that quantities divide them without rest. */
    private static final int STEP = 50;

    private static final int MOST_LINES = 3;
    private static final int[] QUANTITIES = {1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200};

    private final RowImport rows;
    private final Stamp stamp;
    private final List<Product> products = new ArrayList<>();
    private String standardBook = "";

    /**
     * @param entry its id in the standard price book
     */
    record Product(String id, String entry, String code, String name, String family, double price) {}

    /** Some of one product, at the price that was agreed. */
    record Line(Product product, int quantity, double unitPrice) {
        double total() {
            return quantity * unitPrice;
        }
    }

    SampleProducts(RowImport rows, Stamp stamp) {
        this.rows = rows;
        this.stamp = stamp;
    }

    /** The standard price book. */
    String standardBook() {
        return standardBook;
    }

    void fill() throws SQLException {
        standardBook = book("Standard Price Book", "The list prices.", true);
        String partnerBook = book("Partner Price Book", "For resellers.", false);
        for (Tsv.Row line : Words.table("products.tsv")) {
            double price = line.number("price");
            String id = rows.add(
                    "Product2",
                    new Row()
                            .set("Name", line.text("name"))
                            .set("ProductCode", line.text("code"))
                            .set("StockKeepingUnit", line.text("code"))
                            .set("Family", line.text("family"))
                            .set("IsActive", true)
                            .values(),
                    stamp);
            String entry = entry(standardBook, id, line, price);
            entry(partnerBook, id, line, Math.round(price * PARTNER_PRICE * 100) / 100.0);
            products.add(new Product(id, entry, line.text("code"), line.text("name"), line.text("family"), price));
        }
    }

    /** Lines that come to exactly {@code amount}, a multiple of 50. */
    List<Line> split(double amount, Chance chance) {
        int steps = (int) Math.round(amount / STEP);
        int count = Math.min(steps, 1 + chance.below(MOST_LINES));
        List<Line> lines = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            int mine = left == 1 ? steps : Math.max(1, Math.min(steps - left + 1, chance.below(2 * steps / left + 1)));
            steps -= mine;
            lines.add(line(chance.of(products), mine * STEP));
        }
        return lines;
    }

    /** As many as bring the agreed price closest to the list price. */
    private static Line line(Product product, int total) {
        int best = 1;
        for (int quantity : QUANTITIES) {
            if (Math.abs((double) total / quantity - product.price())
                    < Math.abs((double) total / best - product.price())) {
                best = quantity;
            }
        }
        return new Line(product, best, (double) total / best);
    }

    private String book(String name, String description, boolean standard) throws SQLException {
        return rows.add(
                "Pricebook2",
                new Row()
                        .set("Name", name)
                        .set("Description", description)
                        .set("IsActive", true)
                        .set("IsStandard", standard)
                        .values(),
                stamp);
    }

    private String entry(String book, String product, Tsv.Row line, double price) throws SQLException {
        return rows.add(
                "PricebookEntry",
                new Row()
                        .set("Pricebook2Id", book)
                        .set("Product2Id", product)
                        .set("Name", line.text("name"))
                        .set("ProductCode", line.text("code"))
                        .set("UnitPrice", price)
                        .set("IsActive", true)
                        .values(),
                stamp);
    }
}
