#include "style/blame.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace sable::style {

void Blame::clear(const std::set<std::string>& tokens) {
  cleared_.insert(tokens.begin(), tokens.end());
}

// Tokens that may be at fault, and can be pointed at.
std::set<std::string> Blame::suspects(const Failure& failure) const {
  std::set<std::string> left;
  for (const std::string& token : failure.tokens) {
    const auto found = theme_.find(token);
    if (found == theme_.end() || !found->second.place || cleared_.contains(token)) continue;
    left.insert(token);
  }
  return left;
}

void Blame::report(Findings& findings) {
  std::map<std::string, std::vector<const Failure*>> at_fault;
  std::vector<const Failure*> open;
  for (const Failure& failure : failures_) {
    const std::set<std::string> left = suspects(failure);
    if (left.size() == 1) {
      at_fault[*left.begin()].push_back(&failure);
    } else {
      open.push_back(&failure);
    }
  }
  for (const Failure* failure : open) {
    const std::set<std::string> left = suspects(*failure);
    const auto known = std::find_if(left.begin(), left.end(), [&](const std::string& token) {
      return at_fault.contains(token);
    });
    if (known != left.end()) {
      at_fault[*known].push_back(failure);
    } else {
      findings.add(of_declaration(*failure));
    }
  }
  for (const auto& [token, failures] : at_fault) {
    findings.add(of_token(token, *failures.front(), failures.size() - 1));
  }
}

base::Diagnostic Blame::of_token(const std::string& token, const Failure& first,
                                 size_t others) const {
  const TokenText& text = theme_.at(token);
  base::Diagnostic diagnostic = base::error_at(
      *text.place, first.problem.code,
      first.problem.code == "SBL0735"
          ? "this token names no font family that there is"
          : fmt::format("this token does not give a value of the property '{}'", first.property),
      first.problem.help);
  diagnostic.echo = text.text;
  diagnostic.related.push_back(
      {first.place, others == 0 ? "it is read here"
                                : fmt::format("it is read here, and in {} more place{}", others,
                                              others == 1 ? "" : "s")});
  return diagnostic;
}

base::Diagnostic Blame::of_declaration(const Failure& failure) const {
  base::Diagnostic diagnostic = base::error_at(failure.place, failure.problem.code,
                                               failure.problem.message, failure.problem.help);
  diagnostic.echo = failure.problem.echo;
  for (const std::string& token : suspects(failure)) {
    diagnostic.related.push_back({*theme_.at(token).place, "a token that it reads"});
  }
  return diagnostic;
}

}  // namespace sable::style
