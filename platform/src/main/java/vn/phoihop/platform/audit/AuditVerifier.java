package vn.phoihop.platform.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks exports of the audit trail without the product: {@code java AuditVerifier.java [--key KEY]
 * FILE…} needs a JDK and nothing else, and shares no code with what seals. Files of one chain are
 * held against each other, the older first: a batch that was seen once must stay what it was.
 */
public final class AuditVerifier {

  private static final Pattern BATCH =
      Pattern.compile(
          "\\{\"header\":(\\{\"at\":\"[^\"]+\",\"chain\":\"([a-z]+)\",\"first\":(\\d+),\"key\":\"([A-Za-z0-9+/=]+)\","
              + "\"n\":(\\d+),\"prev\":\"([0-9a-f]{64})\",\"root\":\"([0-9a-f]{64})\",\"size\":(\\d+)\\}),"
              + "\"signature\":\"([A-Za-z0-9+/=]+)\",\"type\":\"batch\"\\}");
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\{\"action\":.*,\"chain\":\"([a-z]+)\",.*,\"seq\":(\\d+),.*,\"type\":\"entry\"\\}");
  private static final Pattern HEAD =
      Pattern.compile(
          "\\{\"head\":(\\{\"at\":\"([^\"]+)\",\"batches\":(\\d+),\"chain\":\"([a-z]+)\",\"entries\":(\\d+),"
              + "\"hash\":\"([0-9a-f]{64})\",\"key\":\"([A-Za-z0-9+/=]+)\"\\}),"
              + "\"signature\":\"([A-Za-z0-9+/=]+)\",\"type\":\"head\"\\}");

  /**
   * What was found in one file.
   *
   * @param faults empty where the file is what was sealed
   * @param hashes of its batches, in their order
   */
  record Report(String chain, long entries, String key, List<String> hashes, List<String> faults) {}

  private final Set<String> trusted;
  private final Map<String, Report> seen = new HashMap<>();

  /**
   * @param trusted public keys in base64; empty: the first file's key is held to be genuine
   */
  AuditVerifier(Set<String> trusted) {
    this.trusted = new HashSet<>(trusted);
  }

  /**
   * Checks arguments as the command does; exits 0 where all is well, 1 at a fault, 2 at a wrong
   * call.
   */
  public static void main(String[] args) throws IOException {
    Set<String> keys = new HashSet<>();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--key") && i + 1 < args.length) {
        keys.add(args[++i]);
      } else {
        files.add(Path.of(args[i]));
      }
    }
    if (files.isEmpty()) {
      System.err.println("usage: audit verify [--key PUBLIC-KEY] FILE…");
      System.exit(2);
    }
    AuditVerifier verifier = new AuditVerifier(keys);
    boolean sound = true;
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        System.err.println(file + ": there is no such file, or it may not be read");
        System.exit(2);
      }
      Report report = verifier.verify(file);
      sound &= report.faults().isEmpty();
      report.faults().forEach(fault -> System.out.println(file + ": " + fault));
      if (report.faults().isEmpty()) {
        System.out.printf(
            "%s: sound. %s, %d batches, %d entries, head %s%n",
            file, report.chain(), report.hashes().size(), report.entries(), last(report.hashes()));
        System.out.println("  signed with " + report.key());
      }
    }
    if (keys.isEmpty() && sound) {
      System.out.println(
          "The key was taken from the files: compare it with the one that was published, or give --key.");
    }
    System.exit(sound ? 0 : 1);
  }

  Report verify(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Report report = new Reading(trusted).of(lines);
      if (report.faults().isEmpty()) {
        trusted.add(report.key());
        Report earlier = seen.put(report.chain(), report);
        if (earlier != null) {
          compare(earlier, report);
        }
      }
      return report;
    }
  }

  private static void compare(Report earlier, Report later) {
    for (int i = 0; i < earlier.hashes().size(); i++) {
      if (i >= later.hashes().size()) {
        later.faults().add("ends before batch " + (i + 1) + ", which an earlier file has");
        return;
      }
      if (!earlier.hashes().get(i).equals(later.hashes().get(i))) {
        later.faults().add("batch " + (i + 1) + " is another one than in an earlier file");
        return;
      }
    }
  }

  private static String last(List<String> hashes) {
    return hashes.isEmpty() ? "none" : hashes.get(hashes.size() - 1);
  }

  /** One pass over a file. It stops at the first fault: behind it nothing is proved. */
  private static final class Reading {
    private final Set<String> trusted;
    private final List<String> hashes = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private String chain = "";
    private String key = "";
    private String prev = "0".repeat(64);
    private String root = "";
    private long entries;
    private long size;
    private boolean ended;

    Reading(Set<String> trusted) {
      this.trusted = trusted;
    }

    Report of(BufferedReader lines) throws IOException {
      List<String> faults = new ArrayList<>();
      int number = 0;
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          read(line);
        }
        if (!ended) {
          throw new Fault("the file is cut off: its signed last line is missing");
        }
      } catch (Fault fault) {
        faults.add("line " + number + ": " + fault.getMessage());
      } catch (GeneralSecurityException | IllegalArgumentException | IOException unreadable) {
        faults.add("line " + number + ": cannot be read: " + unreadable.getMessage());
      }
      return new Report(chain, entries, key, hashes, faults);
    }

    private void read(String line) throws Fault, GeneralSecurityException {
      if (ended) {
        throw new Fault("something stands behind the end");
      }
      if (line.endsWith("\"type\":\"entry\"}")) {
        entry(line);
      } else if (line.endsWith("\"type\":\"batch\"}")) {
        endBatch();
        batch(line);
      } else {
        endBatch();
        head(line);
      }
    }

    private void batch(String line) throws Fault, GeneralSecurityException {
      Matcher batch = match(BATCH, line, "batch");
      String header = "phoihop audit batch v1\n" + batch.group(1);
      sameChain(batch.group(2));
      long n = Long.parseLong(batch.group(5));
      if (n != hashes.size() + 1L) {
        throw new Fault("batch " + n + " stands where batch " + (hashes.size() + 1) + " belongs");
      }
      if (Long.parseLong(batch.group(3)) != entries + 1) {
        throw new Fault("batch " + n + " does not begin with entry " + (entries + 1));
      }
      if (!batch.group(6).equals(prev)) {
        throw new Fault("batch " + n + " does not follow on the batch before it");
      }
      checkSignature(header, batch.group(4), batch.group(9), "batch " + n);
      root = batch.group(7);
      size = Long.parseLong(batch.group(8));
      prev = HexFormat.of().formatHex(sha256(header.getBytes(StandardCharsets.UTF_8)));
      hashes.add(prev);
    }

    private void entry(String line) throws Fault, GeneralSecurityException {
      Matcher entry = match(ENTRY, line, "entry");
      sameChain(entry.group(1));
      if (Long.parseLong(entry.group(2)) != entries + 1) {
        throw new Fault(
            "entry " + entry.group(2) + " stands where entry " + (entries + 1) + " belongs");
      }
      entries++;
      leaves.add(sha256(new byte[] {0}, line.getBytes(StandardCharsets.UTF_8)));
    }

    private void endBatch() throws Fault, GeneralSecurityException {
      if (leaves.size() != size) {
        throw new Fault(
            "batch " + hashes.size() + " sealed " + size + " entries, here are " + leaves.size());
      }
      if (size > 0 && !HexFormat.of().formatHex(merkle(leaves)).equals(root)) {
        throw new Fault("an entry of batch " + hashes.size() + " is not what was sealed");
      }
      leaves.clear();
      size = 0;
    }

    private void head(String line) throws Fault, GeneralSecurityException {
      Matcher head = match(HEAD, line, "line");
      sameChain(head.group(4));
      checkSignature(
          "phoihop audit head v1\n" + head.group(1), head.group(7), head.group(8), "the last line");
      if (Long.parseLong(head.group(3)) != hashes.size()
          || Long.parseLong(head.group(5)) != entries
          || !head.group(6).equals(prev)) {
        throw new Fault("the chain is shorter than its signed last line says");
      }
      ended = true;
    }

    private void checkSignature(String signed, String by, String signature, String what)
        throws Fault, GeneralSecurityException {
      if (!key.isEmpty() && !key.equals(by) && !trusted.contains(by)) {
        throw new Fault(what + " is signed with another key than the batches before");
      }
      if (!trusted.isEmpty() && !trusted.contains(by)) {
        throw new Fault(what + " is signed with a key that is not trusted: " + by);
      }
      PublicKey open =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(by)));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(open);
      check.update(signed.getBytes(StandardCharsets.UTF_8));
      if (!check.verify(Base64.getDecoder().decode(signature))) {
        throw new Fault("the signature of " + what + " is not genuine");
      }
      key = by;
    }

    private void sameChain(String name) throws Fault {
      if (chain.isEmpty()) {
        chain = name;
      } else if (!chain.equals(name)) {
        throw new Fault("belongs to the chain " + name + ", not to " + chain);
      }
    }

    private static Matcher match(Pattern pattern, String line, String what) throws Fault {
      Matcher matcher = pattern.matcher(line);
      if (!matcher.matches()) {
        throw new Fault("is no " + what + " of an export");
      }
      return matcher;
    }

    /** RFC 6962 §2.1. */
    private static byte[] merkle(List<byte[]> nodes) throws GeneralSecurityException {
      if (nodes.size() == 1) {
        return nodes.get(0);
      }
      int left = 1;
      while (left * 2 < nodes.size()) {
        left *= 2;
      }
      return sha256(
          new byte[] {1},
          merkle(nodes.subList(0, left)),
          merkle(nodes.subList(left, nodes.size())));
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    }
  }

  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message);
    }
  }
}
