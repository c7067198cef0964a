package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Desk;
import java.util.Objects;
import java.util.function.Consumer;

/** The ways from the open object to other screens. */
final class Ways implements ObjectHead.Actions {
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";
    private static final String CREATE_RECORD = "create_a_salesforce_record";
    private static final String CREATE_OBJECT = "create_a_salesforce_custom_object";

    private final Desk desk;
    private final ObjectsModel model;
    private final CustomFields fields;

    Ways(Desk desk, ObjectsModel model, CustomFields fields) {
        this.desk = desk;
        this.model = model;
        this.fields = fields;
    }

    @Override
    public void select() {
        withKnown(page -> desk.navigator().openQuery(Starters.query(known(page).describe(), page.meant())));
    }

    @Override
    public void describeAsAgent() {
        ObjectPage page = model.pageProperty().get();
        if (page != null) {
            desk.navigator().openTool(DESCRIBE, page.describeArguments());
        }
    }

    @Override
    public void createRecord() {
        withKnown(page -> desk.navigator()
                .openTool(CREATE_RECORD, Starters.newRecord(known(page).describe())));
    }

    @Override
    public void createField() {
        ObjectPage page = model.pageProperty().get();
        if (page != null) {
            fields.create(page);
        }
    }

    @Override
    public void createObject() {
        desk.navigator().openTool(CREATE_OBJECT, null);
    }

    private void withKnown(Consumer<ObjectPage> action) {
        ObjectPage page = model.pageProperty().get();
        if (page != null && page.knownProperty().get() != null) {
            action.accept(page);
        }
    }

    private static ObjectPage.Known known(ObjectPage page) {
        return Objects.requireNonNull(page.knownProperty().get());
    }
}
