package dev.orgbench.ui.connect;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.doctor.Check;
import dev.orgbench.connect.doctor.Doctor;
import dev.orgbench.connect.guide.Guide;
import dev.orgbench.connect.guide.Way;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.net.URI;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the doctor saw, check by check as it comes. A new look drops the old one. Screen's thread only. */
public final class DoctorModel {
    private final Doctor doctor;
    private final Background background;
    private final Executor screen;
    private final ObservableList<Check> checks = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Background.Job job = Background.Job.NONE;
    private int look;

    DoctorModel(Doctor doctor, Background background, Executor screen) {
        this.doctor = doctor;
        this.background = background;
        this.screen = screen;
    }

    /** What was seen so far. */
    public ObservableList<Check> checks() {
        return checks;
    }

    /** Whether more is to come. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** Why the look itself failed; null if it did not. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void fail(Problem failure) {
        problem.set(failure);
    }

    void examine(HandedServer server, Guide guide, Way way, @Nullable URI publicBase) {
        job.cancel();
        int mine = ++look;
        checks.clear();
        problem.set(null);
        looking.set(true);
        job = background.run(
                () -> {
                    doctor.examine(
                            new Doctor.Case(server, guide, way, publicBase),
                            check -> screen.execute(() -> {
                                if (mine == look) {
                                    checks.add(check);
                                }
                            }));
                    return true;
                },
                done -> looking.set(false),
                failure -> {
                    looking.set(false);
                    problem.set(Problems.of(failure));
                });
    }
}
