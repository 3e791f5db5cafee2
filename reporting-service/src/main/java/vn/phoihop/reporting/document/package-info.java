/**
 * The official document of a consolidated report, in Vietnamese, laid out as Decree 30/2020 asks:
 * the same words as PDF, DOCX and, as numbers, XLSX. Values in, a file out; the same values give
 * the same bytes.
 */
@NullMarked
package vn.phoihop.reporting.document;

import org.jspecify.annotations.NullMarked;
