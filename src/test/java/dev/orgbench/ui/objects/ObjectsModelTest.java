package dev.orgbench.ui.objects;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.kit.VirtualThreads;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ObjectsModelTest {
    private final FakeSchema org = new FakeSchema()
            .object(
                    "Account",
                    "Account",
                    "001",
                    "Id id",
                    "Name string required",
                    "Region__c picklist custom values=EMEA,-APAC")
            .object("Contact", "Contact", "003", "Id id", "AccountId reference to=Account", "Email email")
            .object("Feature_Request__c", "Wünsche 😀 特徴", "a00", "Id id", "Email_of_Owner__c email custom");
    private final Memory memory = Memory.forThisRun();
    private final ByHand feed = new ByHand();
    private final ObjectsModel model = model();

    private ObjectsModel model() {
        return new ObjectsModel(org, "fake", new SameThread(), feed, memory);
    }

    @Test
    void theFirstCustomObjectIsOpenAtFirst_andTheLastOneOpenedInTheNextRun() {
        model.load();
        assertThat(page().name()).isEqualTo("Feature_Request__c");
        assertThat(model.total()).isEqualTo("3 objects, 1 custom");

        model.open("contact");
        assertThat(page().name()).isEqualTo("Contact");
        ObjectsModel nextRun = model();
        nextRun.load();
        assertThat(requireNonNull(nextRun.pageProperty().get()).name()).isEqualTo("Contact");
        assertThat(nextRun.rows()).first().isEqualTo(new ObjectRow.Header("Recent"));
    }

    @Test
    void objectsAreFoundByNameLabelPrefixAndRecordId() {
        model.load();
        for (String typed : List.of("feature_r", "wünsche", "特徴", "😀", "a00", "a005e00000ABCdeAAX")) {
            model.searchProperty().set(typed);
            assertThat(items()).as(typed).containsExactly("Feature_Request__c");
        }
        model.searchProperty().set("");
        model.kindProperty().set(ObjectRow.Kind.STANDARD);
        assertThat(items()).containsExactly("Account", "Contact");
    }

    @Test
    void fieldsOfAllObjectsAppearAsTheyAreRead_andAreReadOnce() {
        model.load();
        model.searchProperty().set("email");
        assertThat(found()).isEmpty();
        feed.runAll();
        assertThat(found()).containsExactly("Contact.Email", "Feature_Request__c.Email_of_Owner__c");
        assertThat(model.reading().isUnderWay()).isFalse();
        int reads = org.described.get();

        model.searchProperty().set("contact.em");
        assertThat(found()).containsExactly("Contact.Email");
        assertThat(org.described.get()).isEqualTo(reads);

        model.open(new FieldIndex.Hit("Contact", "Email", "Email", "email", false));
        assertThat(page().name()).isEqualTo("Contact");
        assertThat(page().wantedFieldProperty().get()).isEqualTo("Email");
    }

    @Test
    void aLargeOrgIsReadOnlyWhenThePersonSaysSo() {
        for (int i = 0; i < ObjectsModel.READ_UNASKED; i++) {
            org.object("Custom" + i + "__c", "Custom " + i, "b" + i, "Rank__c double custom");
        }
        model.load();
        model.searchProperty().set("rank");
        feed.runAll();
        assertThat(found()).isEmpty();

        model.readFields();
        feed.runAll();
        assertThat(found()).hasSize(ObjectsModel.READ_UNASKED);
        assertThat(model.unread()).isEmpty();
    }

    @Test
    void readingIsStopped_andWhatWasFoundStays() throws Exception {
        Background threads = new VirtualThreads(feed);
        FieldIndex index = new FieldIndex();
        FieldReading reading = new FieldReading(org, threads, feed, index::put);
        reading.start(List.of("Account", "Contact"));
        assertThat(reading.isUnderWay()).isTrue();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (org.described.get() < 2 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        reading.stop();
        feed.runAll();

        assertThat(reading.stateProperty().get()).isEqualTo(new FieldReading.State.Idle());
        reading.start(List.of("Feature_Request__c"));
        assertThat(reading.isUnderWay()).isTrue();
        reading.stop();
    }

    @Test
    void anOrgThatIsGoneSaysSo_andWhatWasListedStays() {
        org.failure = FakeSchema.gone();
        model.load();
        assertThat(model.loadingProperty().get()).isInstanceOf(ObjectsModel.Loading.Failed.class);
        assertThat(model.pageProperty().get()).isNull();

        org.failure = null;
        model.load();
        org.failure = FakeSchema.gone();
        model.refresh();

        assertThat(items()).hasSize(3);
        assertThat(page().knownProperty().get()).isNotNull();
        assertThat(page().stateProperty().get())
                .isInstanceOfSatisfying(
                        ObjectPage.State.Failed.class,
                        failed -> assertThat(failed.problem().message()).contains("Nothing answers"));

        model.searchProperty().set("email");
        feed.runAll();
        assertThat(model.reading().stateProperty().get()).isInstanceOf(FieldReading.State.Failed.class);
    }

    @Test
    void oneWalksBackAndForward_andANewStepForgetsWhatLayAhead() {
        model.load();
        model.open("Account");
        model.open("Contact");
        model.back();
        model.back();
        assertThat(page().name()).isEqualTo("Feature_Request__c");
        assertThat(model.trail().mayGoBackProperty().get()).isFalse();
        model.forward();
        assertThat(page().name()).isEqualTo("Account");
        model.open("Feature_Request__c");
        assertThat(model.trail().mayGoForwardProperty().get()).isFalse();
    }

    @Test
    void favouritesStandFirst() {
        model.load();
        model.toggleFavourite("Contact");
        assertThat(model.rows().subList(0, 2))
                .containsExactly(
                        new ObjectRow.Header("Favourites"),
                        new ObjectRow.Item(ObjectSummary.of(org.known("Contact").json())));
        model.toggleFavourite("Contact");
        assertThat(model.rows()).doesNotContain(new ObjectRow.Header("Favourites"));
    }

    private ObjectPage page() {
        return requireNonNull(model.pageProperty().get());
    }

    private List<String> items() {
        return model.rows().stream()
                .filter(ObjectRow.Item.class::isInstance)
                .map(row -> ((ObjectRow.Item) row).object().name())
                .distinct()
                .toList();
    }

    private List<String> found() {
        return model.rows().stream()
                .filter(ObjectRow.Found.class::isInstance)
                .map(row -> ((ObjectRow.Found) row).hit())
                .map(hit -> hit.object() + "." + hit.name())
                .toList();
    }
}
