package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.telegram.Answered.buttons;

import org.junit.jupiter.api.Test;

class LanguageMenuTest {

  @Test
  void offersEachLanguageByItsOwnName() {
    TelegramMessage menu = LanguageMenu.of(Phrases.in("uk"));
    assertThat(menu.html()).isEqualTo("Якою мовою мені з Вами розмовляти?");
    assertThat(buttons(menu.keyboard()))
        .isEqualTo(
            """
            English → l:en | ✓ Українська → l:uk
            Français → l:fr | Deutsch → l:de
            Polski → l:pl | Русский → l:ru""");
  }
}
