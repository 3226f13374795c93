/** Where the values come from that {@code x-context} asks for: parameter tables, other interviews, an original one. */
package org.ruhu.forms.outside;
