package parley.knowledge.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Finds the article in a web page: what is left without menus, notices and other pages' news. */
final class Article {

  private static final String MARKED = "article, main, [role=main], [itemprop=articleBody]";

  private static final String ROLES =
      "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search],"
          + " [role=dialog], [role=alertdialog], [role=menu], [role=menubar], [role=toolbar]";

  /** Words of a class or id that say what an element is there for. */
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:cookies?|consent|gdpr|ccpa|banner|newsletter|subscribe|subscription"
              + "|paywall|sign-?up|login|related|recirc|recommended|read-?more|trending|most-?read"
              + "|share|sharing|social|comments?|disqus|promos?|adverts?|advertisement|ads?|sponsor"
              + "|sponsored|menu|nav|navbar|navigation|breadcrumbs?|sidebar|popup|modal|overlay"
              + "|toolbar|skip|skip-?link|pagination|pager|masthead|footer|site-?header)"
              + "(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> CONTAINERS =
      Set.of("div", "section", "table", "tbody", "tr", "td", "center", "article", "main", "span");

  /** An element with more of the page's text than this is not beside the article. */
  private static final double MOST_OF_PAGE = 0.5;

  /** What holds so much of the prose holds the article. */
  private static final double ARTICLE_SHARE = 0.8;

  /** Shorter paragraphs are as often captions and teasers. */
  private static final int PROSE_CHARACTERS = 80;

  private static final double LINKS_OF_MENU = 0.8;
  private static final int ITEMS_OF_MENU = 3;

  private Article() {}

  /** The article's element; the page is changed: what is beside the article is taken out. */
  static Element of(Document page) {
    Element body = page.body();
    removeFurniture(body);
    return marked(body).orElseGet(() -> unmarked(body));
  }

  private static void removeFurniture(Element body) {
    int all = body.text().length();
    Elements furniture = body.select(ROLES);
    body.getAllElements().stream()
        .filter(element -> FURNITURE.matcher(element.className() + " " + element.id()).find())
        .forEach(furniture::add);
    for (Element element : furniture) {
      boolean holdsArticle = element.equals(body) || !element.select("h1, " + MARKED).isEmpty();
      if (!holdsArticle && element.text().length() <= MOST_OF_PAGE * all) {
        element.remove();
      }
    }
  }

  private static Optional<Element> marked(Element body) {
    return body.select(MARKED).stream()
        .filter(element -> !element.text().isBlank())
        .max(Comparator.comparingInt(element -> element.text().length()));
  }

  private static Element unmarked(Element body) {
    for (Element list : body.select("ul, ol")) {
      if (isMenu(list)) {
        list.remove();
      }
    }
    Element article = body;
    Optional<Element> inner = innerWithProse(article);
    while (inner.isPresent()) {
      article = inner.get();
      inner = innerWithProse(article);
    }
    return article;
  }

  private static boolean isMenu(Element list) {
    int links = list.select("a").eachText().stream().mapToInt(String::length).sum();
    return list.children().size() >= ITEMS_OF_MENU && links >= LINKS_OF_MENU * list.text().length();
  }

  private static Optional<Element> innerWithProse(Element outer) {
    int all = prose(outer);
    return all == 0
        ? Optional.empty()
        : outer.children().stream()
            .filter(element -> CONTAINERS.contains(element.normalName()))
            .filter(element -> prose(element) >= ARTICLE_SHARE * all)
            .findFirst();
  }

  private static int prose(Element element) {
    List<String> paragraphs = element.select("p, li, blockquote, pre, dd").eachText();
    return paragraphs.stream()
        .mapToInt(String::length)
        .filter(length -> length >= PROSE_CHARACTERS)
        .sum();
  }
}
