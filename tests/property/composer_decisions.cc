// Implements composer.h: ids of redactions, and what officers decided about them.
//
// Public of a decision are codes, statute, justification and the office that a matter
// is referred to, and in what each release shows, that it has been released. All else is
// secret, even of what is shown: who decided, when, on what basis, and for what reason.
#include <array>
#include <utility>

#include "composer.h"
#include "random_report.h"

namespace sable::property {

namespace {

constexpr std::array<std::string_view, 5> kOfficers = {"A. Lindqvist", "J. Okafor", "M. Varga",
                                                       "T. Oyelaran", "S. Brandt"};
constexpr std::array<std::string_view, 2> kOffices = {"Office of Coastal Affairs",
                                                      "Office of Imagery"};
constexpr const char* kStatute = "13 USC 9(a)";

bool needs_statute(const std::string& codes) { return codes.find("b3") != std::string::npos; }

}  // namespace

Composer::Naming Composer::naming(const Ground& ground) {
  Naming named{ground.codes, "", ""};
  if (recipe_.wide && needs_statute(ground.codes) && random().one_in(3)) named.statute = kStatute;
  const bool ruled = ground.released || two_persons_ || (decided_ && random().one_in(2));
  if (ruled || random().one_in(6)) named.id = id('r');
  if (!ruled) return named;
  Naming left;
  if (random().one_in(3)) std::swap(left.statute, named.statute);
  if (random().one_in(3)) {
    std::swap(left.codes, named.codes);
  } else if (random().one_in(2)) {
    left.codes = named.codes;
  }
  decide(named.id, ground, left);
  return named;
}

std::string Composer::inline_naming(const Ground& ground, const std::string& more) {
  const Hide declared(*this, recipe_.varying.omits && varies(ground));
  const Naming named = naming(ground);
  std::string out = named.codes.empty() ? "" : " code=" + named.codes;
  if (!named.statute.empty()) out += " statute=\"" + named.statute + "\"";
  out += more;
  if (!named.id.empty()) out += " id=" + named.id;
  out += "}";
  out.front() = '{';
  return out;
}

void Composer::decide(const std::string& id, const Ground& ground, const Naming& left) {
  if (!hides()) shown_decisions_ = true;
  decisions_ += "  " + id + ":\n";
  if (!left.codes.empty()) decisions_ += "    codes: [" + left.codes + "]\n";
  if (!left.statute.empty()) decisions_ += "    statute: " + left.statute + "\n";
  if (random().one_in(2)) {
    decisions_ += "    justification: ";
    decisions_ += quoted(words(4, false));
    decisions_ += "\n";
  }
  const bool referred = !ground.released && random().one_in(3);
  const bool late = random().one_in(2);
  std::string office = referred ? std::string(random().pick(kOffices)) : "";
  if (!referred && secret_.one_in(2)) office = secret_.pick(kOffices);
  if (!office.empty()) decisions_ += "    equity: " + office + "\n";
  if (!office.empty()) office_ = office;
  const std::string reason = std::string(kCanary) + ' ' + std::to_string(secret_.below(1000));
  if (secret_.one_in(2)) decisions_ += "    basis: " + reason + "\n";
  if (secret_.one_in(2)) decisions_ += "    reason: " + reason + "\n";
  decisions_ += "    history:\n";
  decisions_ += history(ground, referred, late);
}

// `late`: what is released, is so only behind the day of `as-of`.
std::string Composer::history(const Ground& ground, bool referred, bool late) {
  size_t officer = secret_.below(kOfficers.size());
  const auto event = [&](const std::string& status, const std::string& month) {
    const std::string day = std::to_string(10 + secret_.below(18));
    std::string out = "      - {status: " + status +
                      ", by: " + std::string(kOfficers[officer++ % kOfficers.size()]) +
                      ", on: 2019-" + month + "-" + day;
    if (secret_.one_in(4)) out += ", note: " + std::string(kCanary);
    return out + "}\n";
  };
  std::string out = event("proposed", "01");
  if (two_persons_ || secret_.one_in(2)) {
    out += event("approved", "02");
    if (secret_.one_in(3)) {
      out += event("appealed", "03");
      if (secret_.one_in(2)) out += event("upheld", "04");
    }
  }
  if (referred) out += event("referred", "05");
  if (ground.released) out += event("released", late ? "10" : "05");
  return out;
}

}  // namespace sable::property
