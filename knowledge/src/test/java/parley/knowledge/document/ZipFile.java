package parley.knowledge.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a zip for a test: an office document, a book. */
final class ZipFile {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  ZipFile with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  ZipFile with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** A file of so many zeros. */
  ZipFile withZeros(String path, int count) {
    files.put(path, new byte[count]);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A Word document with this body. */
  static ZipFile word(String body) {
    return new ZipFile()
        .with("[Content_Types].xml", "<Types/>")
        .with(
            "docProps/core.xml",
            """
            <cp:coreProperties xmlns:cp="c" xmlns:dc="d">
            <dc:title>The harbour report</dc:title><dc:creator>Ada Byron</dc:creator>
            </cp:coreProperties>""")
        .with(
            "word/styles.xml",
            """
            <w:styles xmlns:w="w">
            <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="Own"><w:basedOn w:val="berschrift1"/></w:style>
            <w:style w:styleId="Points"><w:name w:val="List Bullet"/><w:pPr><w:numPr/></w:pPr>
            </w:style></w:styles>""")
        .with(
            "word/document.xml",
            "<w:document xmlns:w=\"w\" xmlns:mc=\"m\"><w:body>" + body + "</w:body></w:document>");
  }

  /** An OpenDocument text with this body. */
  static ZipFile openText(String body) {
    return new ZipFile()
        .with("mimetype", "application/vnd.oasis.opendocument.text")
        .with(
            "content.xml",
            """
            <office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s"
              xmlns:table="b" xmlns:draw="d" xmlns:svg="v"><office:automatic-styles>
            <style:style style:name="P1" style:parent-style-name="Title"/>
            </office:automatic-styles><office:body><office:text>"""
                + body
                + "</office:text></office:body></office:document-content>")
        .with(
            "meta.xml",
            """
            <office:document-meta xmlns:office="o" xmlns:dc="d"><office:meta>
            <dc:creator>Ada Byron</dc:creator><dc:language>en-GB</dc:language>
            </office:meta></office:document-meta>""");
  }

  /** A book of two chapters, the second before the first in the zip. */
  static ZipFile book() {
    return new ZipFile()
        .with("mimetype", "application/epub+zip")
        .with(
            "META-INF/container.xml",
            """
            <container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>""")
        .with("OEBPS/text/two.xhtml", "<html><body><h2>Cranes</h2><p>Two work.</p></body></html>")
        .with(
            "OEBPS/text/one 1.xhtml",
            """
            <?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <html><body><h1>The harbour</h1><p>Ships come at&#160;dawn&x;.</p></body></html>""")
        .with("OEBPS/nav.xhtml", "<html><body><p>Contents</p></body></html>")
        .with(
            "OEBPS/book.opf",
            """
            <package xmlns:dc="d"><metadata><dc:title>The harbour</dc:title>
            <dc:creator>Ada Byron</dc:creator><dc:publisher>Port Office</dc:publisher>
            <dc:date>2025-03-04</dc:date><dc:language>en</dc:language></metadata>
            <manifest><item id="n" href="nav.xhtml" properties="nav"/>
            <item id="b" href="text/two.xhtml"/><item id="a" href="text/one%201.xhtml"/></manifest>
            <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>""");
  }
}
