/** What an interview is judged with besides its answers: values of its unit, its campaign, tables, other interviews. */
package org.ruhu.server.context;
