/** The tools search and fetch, as ChatGPT wants them of a source of knowledge. */
@NullMarked
package dev.orgbench.tools.salesforce.chatgpt;

import org.jspecify.annotations.NullMarked;
