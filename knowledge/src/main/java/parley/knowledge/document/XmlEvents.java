package parley.knowledge.document;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through XML that nobody vouches for: with no DTD, no entity, nothing from elsewhere. */
final class XmlEvents {

  private XmlEvents() {}

  /** Hears of an XML's elements and text. */
  interface Listener {

    void start(String element, Attributes attributes);

    void text(String text);

    void end(String element);
  }

  /** The attributes of the element just begun, by their names without prefix. */
  @FunctionalInterface
  interface Attributes {
    @Nullable String get(String name);
  }

  /**
   * Reads all of it. Names come without their prefixes.
   *
   * @param name of the file, for messages
   * @throws DocumentException if it is not well-formed, or uses entities
   */
  static void read(String name, byte[] xml, Listener listener) {
    try {
      XMLStreamReader reader = reader(xml);
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamReader.START_ELEMENT ->
              listener.start(reader.getLocalName(), wanted -> attribute(reader, wanted));
          case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
              listener.text(reader.getText());
          case XMLStreamReader.END_ELEMENT -> listener.end(reader.getLocalName());
          default -> {}
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw new DocumentException(name + " is damaged or uses XML entities: save it anew", e);
    }
  }

  private static @Nullable String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** By a factory of its own: the JDK does not say that one may be shared. */
  private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is read from elsewhere");
        });
    return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
  }
}
