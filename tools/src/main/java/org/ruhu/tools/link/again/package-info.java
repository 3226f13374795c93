/** Pairs that no blocking rule brings together, but what was linked before does. */
package org.ruhu.tools.link.again;
