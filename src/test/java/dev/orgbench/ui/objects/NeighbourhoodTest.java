package dev.orgbench.ui.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class NeighbourhoodTest {
    private final FakeSchema org = new FakeSchema()
            .object(
                    "Account",
                    "Account",
                    "001",
                    "ParentId reference to=Account",
                    "OwnerId reference to=User",
                    "CreatedById reference to=User",
                    "Primary__c reference to=Contact",
                    "Billing__c reference to=Contact")
            .child("Account", "Contact", "AccountId")
            .child("Account", "Contact", "Billing__c")
            .child("Account", "AccountHistory", "AccountId")
            .child("Account", "Invoice__Share", "Account__c")
            .child("Account", "Account", "ParentId");

    @Test
    void neighboursAreToldApart_andSystemReferencesAreHiddenUntilAskedFor() {
        Neighbourhood usual = Neighbourhood.of(org.known("Account"), false);
        assertThat(usual.parents())
                .containsExactly(new Neighbourhood.Neighbour("Contact", List.of("Primary__c", "Billing__c")));
        assertThat(usual.children())
                .containsExactly(new Neighbourhood.Neighbour("Contact", List.of("AccountId", "Billing__c")));
        assertThat(usual.toItself()).containsExactly("ParentId");
        assertThat(usual.noise()).isEqualTo(4);

        Neighbourhood all = Neighbourhood.of(org.known("Account"), true);
        assertThat(all.names()).containsExactlyInAnyOrder("User", "Contact", "AccountHistory", "Invoice__Share");
        assertThat(all.noise()).isZero();
    }

    @Test
    void moreThanSixtyNeighboursAreCut_andItIsSaid() {
        IntStream.range(0, 90).forEach(i -> org.child("Account", "Child" + i + "__c", "Account__c"));
        Neighbourhood many = Neighbourhood.of(org.known("Account"), false);
        assertThat(many.parents().size() + many.children().size()).isEqualTo(Neighbourhood.MOST);
        assertThat(many.leftOut()).isEqualTo(32);
    }

    @Test
    void sixtyBoxesStandApart_parentsOnTheLeftChildrenOnTheRight() {
        IntStream.range(0, 90)
                .forEach(i -> org.child("Account", "A_Child_With_A_Long_Name_" + i + "__c", "Account__c"));
        Drawing drawing = GraphLayout.of(Neighbourhood.of(org.known("Account"), true));

        List<Drawing.Box> boxes = drawing.boxes();
        assertThat(boxes).hasSize(61);
        for (int i = 0; i < boxes.size(); i++) {
            Drawing.Box one = boxes.get(i);
            assertThat(one.x()).isBetween(0.0, drawing.width() - one.width());
            assertThat(one.y()).isBetween(0.0, drawing.height() - one.height());
            for (Drawing.Box other : boxes.subList(i + 1, boxes.size())) {
                boolean apart = one.x() + one.width() <= other.x()
                        || other.x() + other.width() <= one.x()
                        || one.y() + one.height() <= other.y()
                        || other.y() + other.height() <= one.y();
                assertThat(apart).as("%s and %s", one, other).isTrue();
            }
        }
        Drawing.Box centre = boxes.getFirst();
        assertThat(boxes).filteredOn(box -> box.role() == Drawing.Role.PARENT).allMatch(box -> box.x() < centre.x());
        assertThat(boxes).filteredOn(box -> box.role() == Drawing.Role.CHILD).allMatch(box -> box.x() > centre.x());
        assertThat(drawing.width() / drawing.height()).isBetween(0.7, 3.0);
    }

    @Test
    void anObjectWithoutNeighboursIsDrawnAlone() {
        org.object("Lonely__c", "Lonely", "a09", "Id id");
        Drawing drawing = GraphLayout.of(Neighbourhood.of(org.known("Lonely__c"), true));
        assertThat(drawing.boxes()).singleElement().satisfies(box -> assertThat(box.words("Lonely__c"))
                .isEqualTo("Lonely__c, the object in the middle"));
        assertThat(drawing.lines()).isEmpty();
    }

    @Test
    void theSvgIsXmlWithAllNames_whateverTheyHold() throws Exception {
        Neighbourhood odd = new Neighbourhood(
                "A<b>&\"c\"", List.of(new Neighbourhood.Neighbour("注文 😀", List.of("x"))), List.of(), List.of(), 0, 0);
        String svg = SvgPicture.of(GraphLayout.of(odd), SvgPicture.Colours.DARK);
        var texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("text");
        assertThat(IntStream.range(0, texts.getLength())
                        .mapToObj(i -> texts.item(i).getTextContent()))
                .containsExactly("A<b>&\"c\"", "注文 😀", "x");
        assertThat(svg).contains(SvgPicture.Colours.DARK.ground());
    }
}
