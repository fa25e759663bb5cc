#include "words/common.h"

#include <map>
#include <set>

namespace sable::words {

namespace {

using Set = std::set<std::string_view>;

// Cuts a list at its blanks.
Set words_of(std::string_view list) {
  Set words;
  for (size_t at = 0; at < list.size();) {
    const size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.insert(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

struct Lists {
  Set common, articles, calendar;
};

Lists lists(std::string_view articles, std::string_view calendar, std::string_view others) {
  Lists made{words_of(others), words_of(articles), words_of(calendar)};
  made.common.insert(made.articles.begin(), made.articles.end());
  return made;
}

const std::map<std::string_view, Lists>& languages() {
  static const std::map<std::string_view, Lists> all = {
      {"en",
       lists("a an the",
             "january february march april may june july august september october november "
             "december monday tuesday wednesday thursday friday saturday sunday",
             "about above after again all also am among and any are as at be because been before "
             "being below between both but by can could did do does during each either else for "
             "from had has have he her here hers him his how i if in into is it its itself may me "
             "might more most must my no nor not of off on once one only or other our ours out "
             "over own per same shall she should since so some such than that their theirs them "
             "then there these they this those through to too under until up upon us very via "
             "was we were what when where whether which while who whom whose why will with "
             "within without would yes yet you your")},
      {"de",
       lists("der die das des dem den ein eine eines einem einen einer",
             "januar janner februar marz april mai juni juli august september oktober november "
             "dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
             "ab aber alle allem allen aller alles als also am an ander andere anderen auch auf "
             "aus bei beim bin bis bist da damit dann dass dein denn deren dessen dies diese "
             "diesem diesen dieser dieses doch dort du durch er es etwas fur gegen hat hatte "
             "hatten haben hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins "
             "ist ja je jede jedem jeden jeder jedes jene kann kein keine keinen konnen mal man "
             "mehr mein mit muss nach nein nicht noch nun nur ob oder ohne schon sehr sein seine "
             "seinem seinen seiner seit sich sie sind so sollte sondern sowie uber um und uns "
             "unser unter vom von vor war waren was weil welche wenn wer werden wie wieder wir "
             "wird wo wurde wurden zu zum zur zwischen")},
      {"fr",
       lists("le la les l un une des du d",
             "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
             "decembre lundi mardi mercredi jeudi vendredi samedi dimanche",
             "a afin ainsi alors apres au aussi autre autres aux avant avec c car ce ceci cela "
             "celle celles celui ces cet cette ceux chez comme contre dans de depuis dont elle "
             "elles en encore entre est et etaient etait etc ete etre eux fait il ils j je jusqu "
             "leur leurs lors lorsque lui m ma mais me meme mes moi moins mon n ne ni non nos "
             "notre nous on ont or ou par parce pas pendant peu plus pour pourquoi qu quand que "
             "quel quelle quels qui s sa sans se sera ses si soit son sont sous sur t ta te tes "
             "toi ton tous tout toute toutes tres tu un vers voici vos votre vous y")},
      {"es",
       lists("el la los las lo un una unos unas",
             "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
             "diciembre lunes martes miercoles jueves viernes sabado domingo",
             "a al algo ante antes aqui asi aun aunque cada como con contra cual cuando de del "
             "desde donde dos durante e el ella ellas ellos en entre era eran es esa esas ese "
             "eso esos esta estaba estan estas este esto estos fue fueron ha habia han hasta hay "
             "le les mas me mi mientras muy ni no nos nosotros o otra otras otro otros para pero "
             "por porque pues que quien se ser si sin sobre son su sus tambien te tiene tienen "
             "todo todos tras tu un y ya yo")},
      {"it",
       lists("il lo la i gli le l un uno una",
             "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
             "dicembre lunedi martedi mercoledi giovedi venerdi sabato domenica",
             "a ad agli ai al alla alle allo anche ancora c che chi ci come con cui d da dagli "
             "dai dal dalla dalle dallo degli dei del della delle dello di dopo dove e ed era "
             "erano essere fino fra fu ha hanno in io loro lui ma me mi molto ne negli nei nel "
             "nella nelle nello no noi non nostro o ogni per perche piu poi prima qua quale "
             "quando quanto quella quelle quelli quello questa queste questi questo qui se "
             "senza si sia sono stata stato su sua sue sugli sui sul sulla sulle suo suoi tra "
             "tu tutti tutto vi voi")},
      {"nl",
       lists("de het een",
             "januari februari maart april mei juni juli augustus september oktober november "
             "december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
             "aan al alle als ander andere bij dan dat daar deze die dit doch doen door dus er "
             "geen haar had hadden heb hebben heeft hem hen hier hij hoe hun ik in is ja je kan "
             "kon maar me meer men met mijn moet na naar niet nog nu of om omdat ons onze ook op "
             "over reeds te tegen tot u uit uw van veel voor want waren was wat we wel werd "
             "wezen wie wij worden wordt ze zei zelf zich zij zijn zo zonder zou")},
  };
  return all;
}

const Lists* lists_of(std::string_view language) {
  const auto found = languages().find(language.substr(0, language.find('-')));
  return found == languages().end() ? nullptr : &found->second;
}

}  // namespace

bool is_common(std::string_view language, std::string_view folded) {
  const Lists* lists = lists_of(language);
  return lists != nullptr && lists->common.contains(folded);
}

bool is_of_calendar(std::string_view language, std::string_view folded) {
  const Lists* lists = lists_of(language);
  return lists != nullptr && lists->calendar.contains(folded);
}

bool is_article(std::string_view language, std::string_view folded) {
  const Lists* lists = lists_of(language);
  return lists != nullptr && lists->articles.contains(folded);
}

}  // namespace sable::words
