package dev.orgbench.tools;

import java.util.List;

/** Lets a call pass to the objects that its server allows, for one kind of access and on behalf of one argument. */
public final class ObjectGate {
    private final ObjectScope scope;
    private final Access access;
    private final String argument;

    ObjectGate(ObjectScope scope, Access access, String argument) {
        this.scope = scope;
        this.access = access;
        this.argument = argument;
    }

    /** Whether {@link #pass} would let it pass. */
    public boolean admits(String object) {
        return scope.allows(access, object);
    }

    /**
     * Passes an object that the argument names.
     *
     * @param object its API name in any case
     * @throws Refusal the same for an object that the org has and for one that it has not
     */
    public void pass(String object) throws Refusal {
        pass(object, "");
    }

    /**
     * Passes an object that something in the argument leads to.
     *
     * @param by what leads there, as {@code Owner.Name}
     */
    public void pass(String object, String by) throws Refusal {
        if (admits(object)) {
            return;
        }
        String name = Quoted.text(object) + (by.isEmpty() ? "" : " (" + Quoted.text(by) + ")");
        String refused = scope.mayRead(object)
                ? "This server does not let " + name + " be changed. It lets " + named(Access.WRITE) + " be changed."
                : "This server does not give access to " + name + ". It gives access to " + named(Access.READ) + ".";
        String meant = DidYouMean.sentence(DidYouMean.closest(object, scope.allowed(access)));
        throw Refusal.notInScope("`" + argument + "`: " + refused + meant);
    }

    private String named(Access access) {
        List<String> names = scope.allowed(access);
        return names.isEmpty() ? "no object" : Quoted.choices(names);
    }

    /** A refusal because it cannot be told which objects the argument leads to. */
    public Refusal unclear(String why) {
        return Refusal.ofArguments("`" + argument + "`: This server gives access to " + named(Access.READ)
                + " only, and it cannot be told whether this asks for more: " + why);
    }
}
