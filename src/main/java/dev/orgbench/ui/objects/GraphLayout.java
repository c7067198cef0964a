package dev.orgbench.ui.objects;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerUnzippingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a neighbourhood out from left to right: what the object points to, the object, what points to it. Where many stand
 * on one side they stand in several columns. Takes a while: not for the screen's thread.
 */
final class GraphLayout {
    static final double HEIGHT = 44;
    private static final double NARROWEST = 136;
    private static final double WIDEST = 264;
    private static final double CHARACTER = 7.6;
    private static final int IN_A_COLUMN = 8;

    private GraphLayout() {}

    static Drawing of(Neighbourhood neighbourhood) {
        // Finds ELK's algorithms on the class path; without it their options have no defaults.
        LayoutMetaDataService.getInstance();
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(24));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 8.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 6.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 56.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
        graph.setProperty(LayeredOptions.MERGE_EDGES, true);
        ElkNode centre = node(graph, neighbourhood.object(), itself(neighbourhood));
        List<ElkNode> parents = neighbourhood.parents().stream()
                .map(each -> node(graph, each.object(), each.via()))
                .toList();
        List<ElkNode> children = neighbourhood.children().stream()
                .map(each -> node(graph, each.object(), each.via()))
                .toList();
        parents.forEach(parent -> ElkGraphUtil.createSimpleEdge(parent, centre));
        children.forEach(child -> ElkGraphUtil.createSimpleEdge(centre, child));
        splitColumns(graph, parents);
        splitColumns(graph, children);
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());

        List<Drawing.Box> boxes = new ArrayList<>();
        boxes.add(box(Drawing.Role.CENTRE, centre, neighbourhood.object(), itself(neighbourhood)));
        for (int i = 0; i < parents.size(); i++) {
            Neighbourhood.Neighbour parent = neighbourhood.parents().get(i);
            boxes.add(box(Drawing.Role.PARENT, parents.get(i), parent.object(), parent.via()));
        }
        for (int i = 0; i < children.size(); i++) {
            Neighbourhood.Neighbour child = neighbourhood.children().get(i);
            boxes.add(box(Drawing.Role.CHILD, children.get(i), child.object(), child.via()));
        }
        List<Drawing.Line> lines =
                graph.getContainedEdges().stream().map(GraphLayout::line).toList();
        return new Drawing(graph.getWidth(), graph.getHeight(), boxes, lines);
    }

    /** Many in one column would be far higher than wide. */
    private static void splitColumns(ElkNode graph, List<ElkNode> side) {
        int columns = side.size() <= IN_A_COLUMN ? 1 : (int) Math.max(2, Math.round(Math.sqrt(side.size()) / 2));
        if (columns > 1) {
            graph.setProperty(LayeredOptions.LAYER_UNZIPPING_STRATEGY, LayerUnzippingStrategy.ALTERNATING);
        }
        side.forEach(node -> node.setProperty(LayeredOptions.LAYER_UNZIPPING_LAYER_SPLIT, columns));
    }

    private static String itself(Neighbourhood neighbourhood) {
        return neighbourhood.toItself().isEmpty()
                ? ""
                : "to itself: " + new Neighbourhood.Neighbour("", neighbourhood.toItself()).via();
    }

    private static ElkNode node(ElkNode graph, String title, String via) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        double wanted = Math.max(title.length() * CHARACTER, via.length() * CHARACTER * 0.86) + 24;
        node.setDimensions(Math.clamp(wanted, NARROWEST, WIDEST), HEIGHT);
        return node;
    }

    private static Drawing.Box box(Drawing.Role role, ElkNode node, String title, String via) {
        return new Drawing.Box(role, title, via, node.getX(), node.getY(), node.getWidth(), node.getHeight());
    }

    /** Drawn the other way round than laid out: the arrow stands at what is pointed to, on the left. */
    private static Drawing.Line line(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().getFirst();
        List<Drawing.Point> points = new ArrayList<>();
        points.add(new Drawing.Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Drawing.Point(bend.getX(), bend.getY())));
        points.add(new Drawing.Point(section.getEndX(), section.getEndY()));
        return new Drawing.Line(List.copyOf(points.reversed()));
    }
}
