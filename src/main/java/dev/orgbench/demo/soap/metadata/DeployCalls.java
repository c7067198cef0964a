package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.Sequences;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.signin.Users;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.TakenBack;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.soap.metadata.DeployMessage.Change;
import dev.orgbench.demo.soap.metadata.DeployPlan.Step;
import dev.orgbench.demo.wire.ApiError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code deploy}, {@code checkDeployStatus}, {@code cancelDeploy}. A deployment runs at once, in one transaction; its result
 * waits to be asked for. Tests are not run: there is no Apex.
 */
final class DeployCalls {
    private final Org org;
    private final Changes changes;
    private final Users users;
    private final Recent<Deployment> done = new Recent<>();

    DeployCalls(Org org, Changes changes) {
        this.org = org;
        this.changes = changes;
        this.users = new Users(org);
    }

    List<Xml> deploy(SoapCall call) throws ApiError, SQLException {
        Xml options = call.operation().child("DeployOptions").orElse(Xml.parent("DeployOptions"));
        boolean checkOnly = options.isTrue("checkOnly");
        boolean rollbackOnError = options.isTrue("rollbackOnError");
        String id = org.file().write(db -> Sequences.nextId(db, "0Af"));
        Stamp stamp = org.stamp(call.userId());
        List<DeployMessage> messages = new ArrayList<>();
        boolean rolledBack = false;
        try {
            DeployPlan plan = DeployPlan.of(Archive.read(call.operation().textOf("ZipFile")));
            messages.addAll(plan.messages());
            changes.inTransaction(_ -> {
                for (List<Step> stage : plan.stages()) {
                    messages.addAll(taken(stage, stamp));
                }
                boolean failed = messages.stream().anyMatch(DeployMessage::isFailure);
                if (checkOnly || (rollbackOnError && failed)) {
                    throw new TakenBack();
                }
                return true;
            });
        } catch (TakenBack e) {
            rolledBack = true;
        } catch (Archive.UnreadableException e) {
            rolledBack = true;
            messages.add(
                    DeployMessage.failed("", Archive.MANIFEST, Archive.MANIFEST, 0, 0, String.valueOf(e.getMessage())));
        }
        String userName = String.valueOf(users.row(call.userId()).get("Name"));
        done.keep(
                id,
                new Deployment(
                        id, checkOnly, rollbackOnError, rolledBack, messages, call.userId(), userName, stamp.at()));
        return List.of(AsyncResult.queued(id));
    }

    List<Xml> status(SoapCall call) throws SoapFault {
        Deployment deployment = done.find(call.operation().textOf("asyncProcessId"));
        return List.of(Xml.parent("result", deployment.toXml(call.operation().isTrue("includeDetails"))));
    }

    /** Comes too late, always. */
    List<Xml> cancel(SoapCall call) throws SoapFault {
        Xml sent = call.operation();
        done.find(sent.textOf("asyncProcessId").isEmpty() ? sent.textOf("String") : sent.textOf("asyncProcessId"));
        throw SoapFault.of("INVALID_ID_FIELD", Wording.ALREADY_DONE);
    }

    /** What fails is tried again as long as others succeed: a formula may come before the field that it reads. */
    private List<DeployMessage> taken(List<Step> stage, Stamp stamp) throws SQLException {
        Map<Step, DeployMessage> messages = new LinkedHashMap<>();
        List<Step> left = stage;
        int before;
        do {
            before = left.size();
            List<Step> failed = new ArrayList<>();
            for (Step step : left) {
                DeployMessage message = taken(step, stamp);
                messages.put(step, message);
                if (message.isFailure()) {
                    failed.add(step);
                }
            }
            left = failed;
        } while (!left.isEmpty() && left.size() < before);
        return List.copyOf(messages.values());
    }

    private DeployMessage taken(Step step, Stamp stamp) throws SQLException {
        Component component = step.component();
        String type = component.type().apiName();
        Xml place = component.xml();
        try {
            Change change = changes.asPart(part -> change(part, step, stamp));
            return new DeployMessage(type, component.fullName(), step.file(), change, 0, 0, "");
        } catch (ApiError e) {
            return DeployMessage.failed(
                    type, component.fullName(), step.file(), place.line(), place.column(), e.text());
        }
    }

    private Change change(Connection db, Step step, Stamp stamp) throws ApiError, SQLException {
        Component component = step.component();
        if (step.deletes()) {
            changes.delete(db, component.type(), component.fullName(), stamp);
            return Change.DELETED;
        }
        return changes.upsert(db, component, stamp) ? Change.CREATED : Change.CHANGED;
    }
}
