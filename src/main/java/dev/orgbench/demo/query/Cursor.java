package dev.orgbench.demo.query;

/**
 * A result that is read page by page: its ids in order, so that each page costs the same and a row keeps its place
 * whatever is written meanwhile.
 */
record Cursor(QueryRequest request, IdList ids) {}
