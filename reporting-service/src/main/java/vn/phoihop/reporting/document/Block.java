package vn.phoihop.reporting.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of the letter's body. */
record Block(Kind kind, String text, @Nullable Grid grid) {

  enum Kind {
    HEADING,
    TEXT,
    NOTE,
    GRID
  }

  static Block heading(String text) {
    return new Block(Kind.HEADING, text, null);
  }

  static Block text(String text) {
    return new Block(Kind.TEXT, text, null);
  }

  /** Small print under a table. */
  static Block note(String text) {
    return new Block(Kind.NOTE, text, null);
  }

  static Block grid(String caption, Grid grid) {
    return new Block(Kind.GRID, caption, grid);
  }

  /**
   * A table.
   *
   * @param last whether the last row is a sum
   */
  record Grid(List<Column> columns, List<List<String>> rows, boolean last) {}

  /**
   * A column.
   *
   * @param width in millimetres
   */
  record Column(String title, int width, Align align) {}

  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }
}
