package vn.phoihop.incident.file;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What is kept of the name that a client gives a file: a name, never a path, and nothing that hides
 * what it is.
 */
public final class FileName {

  private static final int MAX = 200;
  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  // Control and format characters: among them those that turn the direction of writing, fdp.exe
  // into exe.pdf.
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

  private FileName() {}

  public static String clean(String given) {
    String name = FOLDERS.matcher(Normalizer.normalize(given, Normalizer.Form.NFC)).replaceAll("");
    name = EDGES.matcher(HIDDEN.matcher(name).replaceAll("")).replaceAll("");
    int codePoints = name.codePointCount(0, name.length());
    if (codePoints > MAX) {
      // The end tells what kind of file it is.
      name = name.substring(name.offsetByCodePoints(0, codePoints - MAX));
    }
    return name.isEmpty() ? "file" : name;
  }
}
